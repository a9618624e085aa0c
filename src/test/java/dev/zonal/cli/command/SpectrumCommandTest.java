package dev.zonal.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.cli.Zonal;
import dev.zonal.cli.ZonalRun;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.spectrum.Engine;
import dev.zonal.spectrum.SpectrumRequest;
import dev.zonal.spectrum.SpectrumResult;
import dev.zonal.spectrum.value.Eigenvalue;
import dev.zonal.spectrum.value.Eigenvalue.Method;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command, its formats and its exit codes, with an engine whose answers are plain to see. */
class SpectrumCommandTest {
  private static final List<SpectrumRequest> REQUESTS = new ArrayList<>();

  /**
   * eta_k = 1/8 for k = 0, -5 2^-20 for k = 1, zero for k = 3; k = 2 fails, k = 9 breaks the
   * engine.
   */
  private static SpectrumResult answer(SpectrumRequest request) {
    REQUESTS.add(request);
    List<Eigenvalue> eigenvalues = new ArrayList<>();
    List<SpectrumResult.Failure> failures = new ArrayList<>();
    for (long k : request.frequencies()) {
      if (k == 9) {
        throw new IllegalStateException("broken\nengine");
      } else if (k == 2) {
        failures.add(
            new SpectrumResult.Failure(k, SpectrumResult.Cause.NOT_CERTIFIED, "it is too hard"));
      } else {
        long mantissa = k == 0 ? 1 : k == 1 ? -5 : 0;
        long exponent = k == 0 ? -3 : -20;
        Ball ball = Ball.of(BigInteger.valueOf(mantissa), exponent, mantissa == 0 ? 0 : 1, -60);
        BigDecimal rounded =
            mantissa == 0 ? BigDecimal.ZERO : ball.decimal(request.digits()).orElseThrow();
        eigenvalues.add(
            new Eigenvalue(k, k == 3 ? Method.EXACT : Method.QUADRATURE, rounded, ball));
      }
    }
    return new SpectrumResult(eigenvalues, failures);
  }

  private static ZonalRun spectrum(String... arguments) {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    StringWriter messages = new StringWriter();
    int exitCode =
        Zonal.run(
            new Streams(results, new PrintWriter(messages, true), false),
            new Engine(),
            (request, context) -> answer(request),
            Stream.concat(Stream.of("spectrum"), Stream.of(arguments)).toArray(String[]::new));
    return new ZonalRun(exitCode, results.toString(StandardCharsets.UTF_8), messages.toString());
  }

  private static ZonalRun withFormat(String format, String k, String digits) {
    return spectrum(
        "resntk:L=3,alpha=0.5",
        "--dimension",
        "3",
        "--k",
        k,
        "--digits",
        digits,
        "--format",
        format);
  }

  @Test
  void csvIsAsDocumented() {
    ZonalRun run = withFormat("csv", "3,0..1", "3");
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals("", run.messages());
    assertEquals(
        "k,eigenvalue,method\n0,1.25e-1,quadrature\n1,-4.77e-6,quadrature\n3,0,exact\n",
        run.results());
  }

  @Test
  void csvHasExactlyTheDigitsAskedFor() {
    assertTrue(withFormat("csv", "0", "8").results().contains("\n0,1.2500000e-1,"));
    assertTrue(withFormat("csv", "1", "1").results().contains("\n1,-5e-6,"));
  }

  @Test
  void jsonHasTheKeysOfItsSchemaInOrder() throws IOException {
    ZonalRun run = withFormat("json", "0..3", "4");
    assertEquals(4, run.exitCode());
    JsonNode document = new ObjectMapper().readTree(run.results());
    JsonNode schema =
        new ObjectMapper().readTree(Files.readString(Path.of("docs/schema/spectrum-2.json")));
    assertEquals(texts(schema.get("required")), keys(document));
    assertEquals(schema.get("properties").get("schema").get("const"), document.get("schema"));
    JsonNode results = document.get("results");
    JsonNode resultsSchema = schema.get("properties").get("results");
    assertEquals(texts(resultsSchema.get("required")), keys(results));
    JsonNode rowSchema = resultsSchema.get("properties").get("rows").get("items");
    for (JsonNode row : results.get("rows")) {
      assertEquals(texts(rowSchema.get("required")), keys(row));
      keys(row).forEach(key -> assertTrue(row.get(key).isTextual(), key));
    }
    assertEquals("resntk:L=3,alpha=1/2", document.get("kernel").textValue());
    assertEquals(3, document.get("sphere").get("dimension").intValue());
    assertEquals("2", results.get("failures").get(0).get("k").textValue());
    assertEquals("not-certified", results.get("failures").get(0).get("code").textValue());
    assertEquals("it is too hard", results.get("failures").get(0).get("reason").textValue());
  }

  @Test
  void jsonBoundsAreRoundedOutward() throws IOException {
    JsonNode row =
        new ObjectMapper()
            .readTree(withFormat("json", "0", "4").results())
            .get("results")
            .get("rows")
            .get(0);
    assertEquals("1.250e-1", row.get("eigenvalue").textValue());
    assertEquals("1.24999999e-1", row.get("lower").textValue());
    assertEquals("1.25000001e-1", row.get("upper").textValue());
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.textValue()));
    return texts;
  }

  @Test
  void textIsAlignedAndSaysWhatItIs() {
    String text = withFormat("text", "0,1,3", "3").results();
    assertTrue(text.contains("resntk:L=3,alpha=1/2"), text);
    assertTrue(text.contains("S^2 in R^3"), text);
    assertTrue(text.contains("\n0   1.25e-1     quadrature\n1  -4.77e-6     quadrature\n"), text);
  }

  @Test
  void rowsThatAreNotCertifiedAreNamedAndTheOthersPrinted() {
    ZonalRun run = withFormat("csv", "0..3", "3");
    assertEquals(4, run.exitCode());
    assertEquals("zonal: k = 2 not certified: it is too hard\n", run.messages());
    assertEquals(4, run.results().lines().count());
  }

  @Test
  void anInternalFailureIsOneLine() {
    ZonalRun run = withFormat("csv", "9", "3");
    assertEquals(1, run.exitCode());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().startsWith("zonal: internal failure"), run.messages());
  }

  @Test
  void optionsReachTheEngine() {
    spectrum(
        "fcntk:L=2",
        "--dimension",
        "784",
        "--k",
        "5",
        "--normalization",
        "surface",
        "--scale",
        "paper",
        "--method",
        "tail");
    SpectrumRequest request = REQUESTS.get(REQUESTS.size() - 1);
    assertEquals(784, request.dimension());
    assertEquals(20, request.digits());
    assertEquals(SpectrumRequest.Normalization.SURFACE, request.normalization());
    assertEquals(SpectrumRequest.Scale.PAPER, request.scale());
    assertEquals(Method.TAIL, request.method().orElseThrow());
  }

  @Test
  void severalKernelsAndDimensionsStandInOneTableByKernelsFirst() {
    ZonalRun run =
        spectrum(
            "resntk:L=3,alpha=1/2",
            "fcntk:L=1",
            "resntk:L=3,alpha=0.5",
            "--dimension",
            "5,3,5",
            "--k",
            "0",
            "--digits",
            "3",
            "--format",
            "csv");
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals(
        """
        kernel,dimension,k,eigenvalue,method
        "resntk:L=3,alpha=1/2",5,0,1.25e-1,quadrature
        "resntk:L=3,alpha=1/2",3,0,1.25e-1,quadrature
        fcntk:L=1,5,0,1.25e-1,quadrature
        fcntk:L=1,3,0,1.25e-1,quadrature
        """,
        run.results());
  }

  @Test
  void whatIsNotCertifiedOfSeveralIsNamedWithItsKernelAndDimension() {
    ZonalRun run =
        spectrum("fcntk:L=1", "laplace:c=1", "--dimension", "3", "--k", "1..2", "--digits", "3");
    assertEquals(4, run.exitCode());
    assertEquals(
        """
        zonal: fcntk:L=1, d = 3, k = 2 not certified: it is too hard
        zonal: laplace:c=1, d = 3, k = 2 not certified: it is too hard
        """,
        run.messages());
    assertTrue(run.results().contains("kernel         laplace:c=1\nsphere "), run.results());
  }

  @Test
  void theRowsOfSeveralAreThoseOfEachAlone() throws IOException {
    String points = "--k 0,1,3 --digits 7 --format json";
    JsonNode several =
        new ObjectMapper()
            .readTree(
                spectrum(("fcntk:L=1 laplace:c=1 --dimension 3 " + points).split(" ")).results());
    List<String> kernels = new ArrayList<>();
    for (JsonNode spectrum : several.get("results").get("spectra")) {
      String kernel = spectrum.get("kernel").textValue();
      kernels.add(kernel);
      JsonNode alone =
          new ObjectMapper()
              .readTree(spectrum((kernel + " --dimension 3 " + points).split(" ")).results());
      assertEquals(alone.get("results").get("rows"), spectrum.get("rows"));
      assertEquals(alone.get("sphere"), spectrum.get("sphere"));
    }
    assertEquals(List.of("fcntk:L=1", "laplace:c=1"), kernels);
  }

  @Test
  void anErrorInOneKernelIsFoundBeforeAnythingIsComputed() {
    REQUESTS.clear();
    assertRefused(
        "unknown kernel 'fctk'", spectrum("fcntk:L=1", "fctk:L=1", "--dimension", "3", "--k", "0"));
    assertEquals(List.of(), REQUESTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--dimension | 1 | from 2",
        "--dimension | 3,1 | '1' is not allowed",
        "--dimension | 3,,5 | '' is not allowed",
        "--dimension | -3 | from 2",
        "--dimension | x | '--dimension'",
        "--dimension | 99999999999 | '--dimension'",
        "--k | -1 | '-1' is negative",
        "--k | 5..1 | reversed",
        "--k | \"\" | empty",
        "--digits | 0 | from 1 to 10000",
        "--digits | 1000000000 | from 1 to 10000",
        "--format | xml | allowed are text, csv, json",
        "--method | quadratur | did you mean 'quadrature'?",
        "--normalization | probabilty | did you mean 'probability'?",
        "--scale | 2 | allowed are unit, paper",
        "--output | /nowhere/at/all | no such directory",
        "--dimenson | 3 | did you mean '--dimension'?",
        "--verbose | 3 | unknown option '--verbose'",
      })
  void badInputGetsOneLine(String option, String value, String message) {
    List<String> arguments = new ArrayList<>(List.of("fcntk:L=1"));
    if (!option.equals("--dimension")) {
      arguments.addAll(List.of("--dimension", "3"));
    }
    if (!option.equals("--k")) {
      arguments.addAll(List.of("--k", "0"));
    }
    arguments.addAll(List.of(option, value));
    assertRefused(message, spectrum(arguments.toArray(String[]::new)));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertRefused("missing --dimension D", spectrum("fcntk:L=1", "--k", "0"));
    assertRefused("missing --k LIST", spectrum("fcntk:L=1", "--dimension", "3"));
    assertRefused("missing SPEC", spectrum("--k", "0", "--dimension", "3"));
    assertRefused(
        "did you mean '--dimension'?", spectrum("fcntk:L=1", "--k", "0", "--dimensoin", "3"));
    assertRefused("--dimension", spectrum("fcntk:L=1", "--k", "0", "--dimension"));
    assertRefused("--k", spectrum("fcntk:L=1", "--k", "0", "--k", "1", "--dimension", "3"));
  }

  private static void assertRefused(String message, ZonalRun run) {
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().startsWith("zonal: "), run.messages());
    assertTrue(run.messages().contains(message), run.messages());
  }

  @Test
  void columnsStandInTheOrderAsked() {
    ZonalRun run =
        spectrum(
            "fcntk:L=1",
            "--dimension",
            "3",
            "--k",
            "0..3",
            "--columns",
            "method,beyond,k,multiplicity",
            "--digits",
            "3",
            "--format",
            "csv");
    assertEquals(0, run.exitCode(), run.messages());
    // eta_k N = 1/4, 1/2, 25/128, 0
    assertEquals(
        """
        method,beyond,k,multiplicity
        exact,7.50e-1,0,1
        exact,2.50e-1,1,3
        exact,5.47e-2,2,5
        exact,5.47e-2,3,7
        """,
        run.results());
  }

  @Test
  void theConventionIsDefinedInTheHeader() {
    String text =
        spectrum("fcntk:L=1", "--dimension", "3", "--k", "1", "--coefficients", "gegenbauer")
            .results();
    assertTrue(text.contains("\ngegenbauer     a_k = eta_k (k+l)/l, l = (d-2)/2"), text);
    assertTrue(text.contains("5.0000000000000000000e-1  exact"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--dimension 2 --coefficients gegenbauer; in dimension 2",
        "--dimension 3 --coefficients gegenbaur; did you mean 'gegenbauer'?",
        "--dimension 3 --columns k,beyonds; did you mean 'beyond'?",
        "--dimension 3 --columns k,; '' is unknown",
        "--dimension 3 --columns k,k; 'k' is there twice",
        "--dimension 3 --columns k --coefficients schoenberg; --coefficients and --columns",
        "--dimension 3 --coefficients schoenberg --normalization surface; do not depend on it",
        "--dimension 3 --columns k,beyond; needs --k 0..K without a gap"
      })
  void whatCannotBeShownIsRefusedInOneLine(String options, String words) {
    List<String> arguments = new ArrayList<>(List.of("fcntk:L=1", "--k", "1"));
    arguments.addAll(List.of(options.split(" ")));
    ZonalRun run = spectrum(arguments.toArray(String[]::new));
    assertEquals(2, run.exitCode());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().contains(words), run.messages());
  }
}
