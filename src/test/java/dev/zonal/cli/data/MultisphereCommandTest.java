package dev.zonal.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What `zonal multisphere` prints. */
class MultisphereCommandTest {
  private static ZonalRun run(String words) {
    return ZonalRun.of(("multisphere " + words).split(" "));
  }

  private static JsonNode results(String words) throws IOException {
    ZonalRun run = run(words + " --format json");
    JsonNode document = new ObjectMapper().readTree(run.results());
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs/schema/multisphere-1.json")));
    assertEquals(List.of(), schema.validate(document));
    return document.path("results");
  }

  private static List<JsonNode> rows(String words) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    results(words).path("rows").forEach(rows::add);
    return rows;
  }

  private static BigDecimal number(JsonNode row, String column, String end) {
    return new BigDecimal(row.path(column).path(end).asText());
  }

  /** The numbers of the specification. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fcntk:L=1 --taps 3 --channels 3 --pixels 3 --k 4,4,4; 2.044859565",
        "fcntk:L=1 --taps 2 --channels 2 --pixels 2 --k 10,10; 1.283896366",
        "cntk:L=1,taps=3 --channels 3 --pixels 3 --k 0,2; 3.912797200"
      })
  void a_row_of_the_reference_values(String words, String start) {
    ZonalRun run = run(words + " --digits 10 --format csv");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().contains("," + start + "e-"), run.results());
  }

  @Example
  void zeros_have_their_reason() throws IOException {
    List<JsonNode> rows =
        rows("cntk:L=1,taps=3 --channels 3 --pixels 6 --k 1,0,0,1 --k 2,1 --k 2,0,2 --digits 5");
    assertEquals("locality", rows.get(0).path("zero").asText());
    assertEquals("parity", rows.get(1).path("zero").asText());
    assertTrue(rows.get(2).path("zero").isNull());
    assertTrue(number(rows.get(2), "eigenvalue", "lower").signum() > 0);
  }

  /** The rows are parts of one trace: what is left is positive, and falls by the share. */
  @Property(tries = 6)
  void the_shares_add_up_below_one(
      @ForAll @IntRange(min = 3, max = 5) int pixels, @ForAll boolean isTangent)
      throws IOException {
    String kernel = (isTangent ? "cntk" : "cnngp") + ":L=1,taps=3";
    BigDecimal before = BigDecimal.ONE;
    for (JsonNode row : rows(kernel + " --channels 3 --pixels " + pixels + " --up-to 3")) {
      BigDecimal beyond = number(row, "beyond", "value");
      assertTrue(beyond.signum() > 0);
      BigDecimal share = number(row, "share", "value");
      assertTrue(share.signum() >= 0);
      BigDecimal error = before.subtract(share).subtract(beyond).abs();
      assertTrue(error.compareTo(new BigDecimal("1e-19")) < 0, row::toString);
      before = beyond;
    }
    assertTrue(before.compareTo(BigDecimal.ONE) < 0);
  }

  /** Polynomials of degree N in every variable that no shift changes, counted in two ways. */
  @Property(tries = 8)
  void the_multiplicities_count_all_harmonics(@ForAll @IntRange(min = 1, max = 6) int pixels)
      throws IOException {
    BigInteger flatten = BigInteger.ZERO;
    BigInteger gap = BigInteger.ZERO;
    String words = "cntk:L=1,taps=1 --channels 3 --digits 1 --pixels " + pixels + " --up-to 2";
    for (JsonNode row : rows(words)) {
      flatten = flatten.add(new BigInteger(row.path("flatten").asText()));
      gap = gap.add(new BigInteger(row.path("gap").asText()));
    }
    // Sums of degrees up to 2 on spheres of R^3: 1, 3 D, 5 D + 9 D (D-1)/2 functions.
    int all = 1 + 3 * pixels + 5 * pixels + 9 * pixels * (pixels - 1) / 2;
    assertEquals(BigInteger.valueOf(all), flatten);
    // Without the rotations that fix something: 1, 3, 5, and orbits of pairs of pixels at a
    // distance, 9 for each distance below D/2 and 6 = (9 + 3)/2 for D/2.
    int orbits = 1 + 3 + 5 + 9 * ((pixels - 1) / 2) + (pixels % 2 == 0 ? 6 : 0);
    assertEquals(BigInteger.valueOf(orbits), gap);
  }

  /** One pixel is the sphere itself, and one tap sees one pixel. */
  @Property(tries = 10)
  void one_pixel_is_the_zonal_kernel(
      @ForAll @IntRange(min = 2, max = 5) int channels, @ForAll @IntRange(max = 9) int k)
      throws IOException {
    String tail = " --digits 12 --format json";
    JsonNode zonal =
        new ObjectMapper()
            .readTree(
                ZonalRun.of(
                        ("spectrum fcntk:L=1 --dimension " + channels + " --k " + k + tail)
                            .split(" "))
                    .results())
            .at("/results/rows/0/eigenvalue");
    String words = "cntk:L=1,taps=1 --digits 12 --channels " + channels + " --pixels ";
    JsonNode own = rows(words + "1 --k " + k).get(0).path("eigenvalue").path("value");
    assertEquals(zonal.asText(), own.asText());
    BigDecimal shared = number(rows(words + "4 --k " + k).get(0), "eigenvalue", "value");
    double expected = Double.parseDouble(zonal.asText()) / (k == 0 ? 1 : 4);
    assertEquals(expected, shared.doubleValue(), 1e-11 * expected);
  }

  /** A factor is a factor, whatever the kernel is divided by. */
  @Example
  void the_paper_scale_is_that_of_the_network() throws IOException {
    String words = "cntk:L=1,taps=3,sw2=3 --channels 3 --pixels 3 --k 2 --digits 20";
    BigDecimal unit = number(rows(words).get(0), "eigenvalue", "value");
    BigDecimal paper = number(rows(words + " --scale paper").get(0), "eigenvalue", "value");
    // 2 layers, sw2^2/2 each behind an image whose pixels have the norm sqrt(C).
    assertEquals(9, paper.doubleValue() / unit.doubleValue(), 1e-12);
    assertEquals(
        number(rows(words).get(0), "share", "value"),
        number(rows(words + " --scale paper").get(0), "share", "value"));
  }

  /** One pair of rows for which there is a closed form, one for which there is an integral. */
  @Example
  void a_second_evaluation_agrees() throws IOException {
    for (int channels = 3; channels <= 4; channels++) {
      JsonNode results =
          results(
              "cntk:L=1,taps=3 --pixels 4 --k 0 --k 1,0,0,1 --k 1,1,1 --confirm --digits 8"
                  + " --scale paper --channels "
                  + channels);
      assertEquals("confirmed", results.path("verdict").asText());
      JsonNode row = results.at("/rows/1");
      assertEquals(row.at("/eigenvalue/value"), row.at("/second/value"));
      assertEquals(8, row.at("/second/digits").asInt());
      assertTrue(row.at("/second/agrees").asBoolean());
      assertTrue(results.at("/rows/2/second").isNull());
    }
  }

  @Example
  void what_is_not_evaluated_a_second_time_is_said() {
    ZonalRun run =
        run("fcntk:L=1 --taps 2 --channels 2 --pixels 2 --k 1 --k 90,80 --digits 4 --confirm");
    assertEquals(4, run.exitCode());
    String message = "no second evaluation of 3 digits for 1 of the rows";
    assertTrue(run.messages().contains(message), run.messages());
    assertTrue(run.results().contains("not all tested: 1 of 2 rows were compared"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "cntk:L=2 --channels 3 --pixels 5 --k 1 ! no sum of functions of the mean cosine of a patch",
        "cntk:taps=2,L=1 --channels 3 --pixels 5 --k 1 ! taps must be an odd number from 1 to 9999",
        "cntk:taps=7,L=1 --channels 3 --pixels 5 --k 1 ! a filter of 7 taps is larger than 5 pixels",
        "cntk:L=1 --channels 1 --pixels 5 --k 1 ! allowed are integers from 2 to 10000",
        "cntk:L=1 --channels 3 --pixels 0 --k 1 ! allowed are integers from 1 to 10000",
        "cntk:L=1 --channels 3 --pixels 5 --k 1,x ! 'x' is no degree",
        "cntk:L=1 --channels 3 --pixels 5 --k 1,,2 ! '' is no degree",
        "cntk:L=1 --channels 3 --pixels 3 --k 1,2,3,4 ! 4 degrees, and there are 3 pixels",
        "cntk:L=1 --channels 3 --pixels 3 ! no degrees given",
        "cntk:L=1 --channels 3 --pixels 30 --up-to 30 ! and 100000 is the most",
        "cntk:L=1 --taps 3 --channels 3 --pixels 3 --k 1 ! --taps is for kernels of vectors",
        "fcntk:L=1 --channels 3 --pixels 3 --k 1 ! say by --taps",
        "laplace:c=1 --taps 3 --channels 3 --pixels 3 --k 1 ! laplace:c=1: "
      })
  void bad_input_is_one_line(String words, String message) {
    ZonalRun run = run(words);
    assertTrue(run.messages().contains(message), run.messages());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertEquals("", run.results());
    assertEquals(2, run.exitCode());
  }
}
