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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gram matrices of sequences, and what their steps weigh. */
class GramOfSequencesTest {
  private static final String NUMBERS = "-2;0;4/5\n3/2;-0.5;-9/5\n";

  @TempDir private Path folder;

  private ZonalRun gram(String specification, String content, String... more) throws IOException {
    Path file = folder.resolve("sequences.txt");
    Files.writeString(file, content);
    List<String> first = List.of("gram", specification, "--points", file.toString());
    return ZonalRun.of(Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** A row of the reference values. */
  @Test
  void sequencesAreLinesOfSteps() throws IOException {
    ZonalRun run =
        gram("rntk:sw2=1.96,su2=0.64,sb2=0.01", NUMBERS, "--digits", "12", "--format", "csv");
    assertEquals(
        "i,j,value\n1,1,5.37075600000e0\n1,2,3.73681902979e-1\n2,2,5.11866000000e0\n",
        run.results());
    assertEquals(0, run.exitCode());
  }

  @Test
  void theirKernelsAreThoseOfTheLiterature() throws IOException {
    String text = gram("rnngp:act=erf,readout=mean", NUMBERS + "1\n", "--digits", "5").results();
    assertTrue(text.contains("paper (the unnormalised kernel of the literature)"), text);
    assertTrue(text.contains("sequences  "), text);
  }

  @Test
  void theDiagonalWeighsByAge() throws IOException {
    ZonalRun run =
        gram("rntk:sw2=2,readout=last", NUMBERS, "--sensitivity", "--digits", "4", "--format=csv");
    assertTrue(
        run.results()
            .startsWith(
                """
                measure,i,j,step,coordinate,value
                diagonal,1,1,1,0,4.444e-1
                diagonal,1,1,2,0,3.333e-1
                diagonal,1,1,3,0,2.222e-1
                """),
        run.results());
    assertEquals(0, run.exitCode(), run.messages());
  }

  @Test
  void whatHasNoDerivativeIsNamed() throws IOException {
    ZonalRun run = gram("rntk", "0;1\n2;1\n", "--sensitivity", "--format=csv");
    String message =
        "zonal: gradient of step 1, i,j = 1,2 not certified: step 1 is the zero vector, where there"
            + " is no derivative";
    assertTrue(run.messages().contains(message), run.messages());
    assertTrue(run.results().contains("\ngradient,1,2,2,0,"), run.results());
    assertEquals(4, run.exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rntk:act=erf,sw2=4,sb2=1/10", "rntk:act=relu,L=1", "rntk:act=tanh"})
  void asJsonItIsWhatTheSchemaSays(String specification) throws IOException {
    ZonalRun run =
        gram(specification, "1,2;3,1\n1,1\n", "--sensitivity", "--digits=8", "--format=json");
    if (specification.contains("tanh")) {
      assertEquals(2, run.exitCode());
      assertTrue(run.messages().contains("none of its three meanings"), run.messages());
      return;
    }
    assertEquals(0, run.exitCode(), run.messages());
    JsonNode document = new ObjectMapper().readTree(run.results());
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs/schema/sensitivity-1.json")));
    assertEquals(List.of(), schema.validate(document));
    boolean isSmooth = specification.contains("erf");
    assertEquals(isSmooth ? 3 + 6 : 3 + 3 + 6, document.at("/results/rows").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "fcntk:L=1 ! --sensitivity is about the steps of sequences",
        "rntk:act=rely ! did you mean 'relu'?",
        "rntk:sw2=-1 ! sw2 must be a non-negative rational number",
      })
  void badInputIsOneLine(String specification, String message) throws IOException {
    ZonalRun run = gram(specification, NUMBERS, "--sensitivity");
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains(message), run.messages());
    assertEquals(1, run.messages().lines().count(), run.messages());
  }

  @Test
  void badSequencesAreNamedByTheirPlace() throws IOException {
    for (String content : List.of("1;\n", "1,2;3\n", "1;nan\n", "1,2\n1\n")) {
      ZonalRun run = gram("rntk", content);
      assertEquals(2, run.exitCode(), content);
      assertEquals(1, run.messages().lines().count(), run.messages());
    }
    assertEquals(2, gram("rntk", NUMBERS, "--on-sphere").exitCode());
    assertEquals(2, gram("rntk", NUMBERS, "--sensitivity", "--format=npy").exitCode());
  }
}
