package dev.zonal.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonal.cli.ZonalRun;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelCommandTest {

  @Test
  void csvHasOneLineForEachPointInTheOrderAsked() {
    ZonalRun run =
        kernel("fcntk:L=1", "--at", "-1,1,-1/2,0.25", "--digits", "5", "--format", "csv");
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals("", run.messages());
    assertEquals("u,value\n-1,0\n1,1.0000e0\n-1/2,-2.8834e-2\n1/4,2.9921e-1\n", run.results());
  }

  @Test
  void aSeriesHasOneLineForEachCoefficient() {
    ZonalRun run =
        kernel("fcntk:L=2", "arccos:n=0", "--series", "3", "--digits", "5", "--format", "csv");
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals(
        """
        kernel,n,coefficient
        fcntk:L=2,0,2.2857e-1
        fcntk:L=2,1,3.1937e-1
        fcntk:L=2,2,2.0519e-1
        arccos:n=0,0,5.0000e-1
        arccos:n=0,1,3.1831e-1
        arccos:n=0,2,0
        """,
        run.results());
  }

  @Test
  void theTextOfASeriesSaysWhatIsKnownOfTheRest() {
    String two = kernel("arccos:n=1", "chord:s=1", "--series", "2").results();
    // 1 - 1/pi - 1/2
    assertTrue(two.contains("sum of |b_n| over n >= 2 is at most 1.82e-1\n"), two);
    assertTrue(two.contains("no bound is claimed: the coefficients are not known to be"), two);
  }

  @Test
  void coefficientsThatAreNotCertifiedAreNamedInOneLine() {
    ZonalRun run = kernel("matern:nu=2,c=1", "--series", "3");
    assertEquals(4, run.exitCode());
    assertTrue(
        run.messages().startsWith("zonal: n = 0 to 2 (3 coefficients) not certified: "),
        run.messages());
    assertEquals(1, run.messages().lines().count());
  }

  @ParameterizedTest
  @CsvSource({"''", "--at 0 --series 3", "--series 0", "--series 10001", "--series x"})
  void eitherPointsOrANumberOfCoefficientsIsGiven(String options) {
    String[] words = ("fcntk:L=1 " + options).strip().split(" ");
    ZonalRun run = kernel(words);
    assertEquals(2, run.exitCode());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().contains("--series"), run.messages());
  }

  @Test
  void severalKernelsStandInOneTable() {
    ZonalRun run =
        kernel(
            "arccos:n=0",
            "fcntk:L=1",
            "--at",
            "-1..0:step=1/2",
            "--digits",
            "3",
            "--format",
            "csv");
    assertEquals(
        """
        kernel,u,value
        arccos:n=0,-1,0
        arccos:n=0,-1/2,3.33e-1
        arccos:n=0,0,5.00e-1
        fcntk:L=1,-1,0
        fcntk:L=1,-1/2,-2.88e-2
        fcntk:L=1,0,1.59e-1
        """,
        run.results());
  }

  @Test
  void oneDigitHasNoPoint() {
    assertEquals(
        "u,value\n0,5e-1\n",
        kernel("arccos:n=0", "--at", "0", "--digits", "1", "--format", "csv").results());
  }

  @Test
  void thePaperScaleIsTheUnnormalisedKernel() {
    assertEquals(
        "u,value\n1,4.0e0\n",
        kernel("fcntk:L=3", "--at", "1", "--digits", "2", "--format", "csv", "--scale", "paper")
            .results());
  }

  @Test
  void jsonEnclosesEveryValue() throws IOException {
    ZonalRun run = kernel("laplace:c=1", "--at", "0,1", "--digits", "10", "--format", "json");
    JsonNode document = new ObjectMapper().readTree(run.results());
    assertEquals("zonal.kernel/2", document.get("schema").textValue());
    assertEquals("laplace:c=1", document.get("kernel").textValue());
    JsonNode row = document.get("results").get("rows").get(0);
    assertEquals("0", row.get("u").textValue());
    // exp(-sqrt 2)
    assertEquals("2.431167344e-1", row.get("value").textValue());
    assertTrue(
        new BigDecimal(row.get("lower").textValue())
                .compareTo(new BigDecimal(row.get("upper").textValue()))
            < 0);
    assertTrue(document.get("results").get("failures").isEmpty());
  }

  @Test
  void theFileAppearsWhenItIsComplete(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("values.csv"), "old");
    ZonalRun run =
        kernel(
            "arccos:n=0",
            "--at",
            "0",
            "--format",
            "csv",
            "--digits",
            "2",
            "--output",
            file.toString());
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals("", run.results());
    assertEquals("u,value\n0,5.0e-1\n", Files.readString(file));
    assertEquals(1, contents(directory));
  }

  @Test
  void aFailedRunLeavesTheOldFile(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("values.csv"), "old");
    ZonalRun run = kernel("arccos:n=0", "--at", "7", "--output", file.toString());
    assertEquals(2, run.exitCode());
    assertEquals("old", Files.readString(file));
    assertEquals(1, contents(directory));
  }

  private static long contents(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }

  @Test
  void aSymbolicLinkStaysOne(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("values.csv"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    kernel(
        "arccos:n=0", "--at", "0", "--format", "csv", "--digits", "2", "--output", link.toString());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("u,value\n0,5.0e-1\n", Files.readString(file));
  }

  @Test
  void aDeviceIsWrittenDirectly() {
    File device = new File("/dev/null");
    if (device.exists()) {
      assertEquals(0, kernel("arccos:n=0", "--at", "0", "--output", "/dev/null").exitCode());
      assertFalse(device.isFile());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "fctk:L=1 | --at | 0 | did you mean 'fcntk'?",
        "fcntk | --at | 0 | L",
        "fcntk:L=0 | --at | 0 | L",
        "fcntk:L=1000000000 | --at | 0 | L",
        "fcntk:L=1,bta=2 | --at | 0 | beta",
        "resntk:L=2,alpha=0 | --at | 0 | alpha",
        "resntk:L=2,alpha=-1 | --at | 0 | alpha",
        "resntk:L=2,alpha=1/0 | --at | 0 | alpha",
        "fcntk:L=1 | --at | 2 | '2' is not allowed",
        "fcntk:L=1 | --at | 1/0 | denominator",
        "fcntk:L=1 | --at | \"\" | expected an exact number",
        "fcntk:L=1 | --at | 0,,1 | expected an exact number",
        "fcntk:L=1 | --at | 1e99999 | a decimal exponent is at most 1000",
        "fcntk:L=1 | --att | 0 | did you mean '--at'?",
        "fcntk:L=1 | --at=0 | 0 | unknown kernel '0'",
      })
  void badInputGetsOneLine(String kernel, String option, String value, String message) {
    assertRefused(message, kernel(kernel, option, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--digits | 0 | from 1 to 10000",
        "--digits | 1000000000 | from 1 to 10000",
        "--digits | many | from 1 to 10000",
        "--format | jsn | did you mean 'json'?",
        "--scale | papr | did you mean 'paper'?",
        "--output | /nowhere/at/all | no such directory",
        "--output | / | a directory",
        "--output | \"\" | empty",
      })
  void badOptionsGetOneLine(String option, String value, String message) {
    assertRefused(message, kernel("fcntk:L=1", "--at", "0", option, value));
  }

  private static void assertRefused(String message, ZonalRun run) {
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().startsWith("zonal: "), run.messages());
    assertTrue(run.messages().contains(message), run.messages());
  }

  private static ZonalRun kernel(String... arguments) {
    return ZonalRun.of(
        Stream.concat(Stream.of("kernel"), Stream.of(arguments)).toArray(String[]::new));
  }
}
