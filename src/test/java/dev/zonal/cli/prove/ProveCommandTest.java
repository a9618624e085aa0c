package dev.zonal.cli.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonal.cli.ZonalRun;
import dev.zonal.cli.terminal.CommandWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProveCommandTest {

  @Test
  void aProvenStatementSaysWhyAndEndsWithZero() {
    ZonalRun run = ZonalRun.of("prove", "positivity", "resntk:L=2,alpha=1", "--dimension", "3");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().contains("proven"), run.results());
    assertTrue(run.results().contains("From k0 = "), run.results());
  }

  @Test
  void aRefutedStatementEndsWithThree() {
    ZonalRun run = ZonalRun.of("prove", "positivity", "fcntk:L=1", "--dimension", "3");
    assertEquals(3, run.exitCode(), run.messages());
    assertTrue(run.results().contains("k = 3 is exactly zero"), run.results());
  }

  @Test
  void whatIsRefutedStrictlyMayBeSemidefinite() throws Exception {
    String[] words = {"prove", "positivity", "fcntk:L=1", "--dimension", "3"};
    ZonalRun text = ZonalRun.of(words);
    assertEquals(3, text.exitCode(), text.messages());
    assertTrue(text.results().contains("strictly: refuted; semidefinite: proven"), text.results());
    assertTrue(text.results().contains("every odd k from 3 on"), text.results());
    ZonalRun json =
        ZonalRun.of("prove", "positivity", "fcntk:L=1", "--dimension", "3", "--format", "json");
    assertEquals(3, json.exitCode(), json.messages());
    JsonNode weaker = new ObjectMapper().readTree(json.results()).findValue("semidefinite");
    assertEquals("proven", weaker.path("verdict").asText());
    assertEquals("3", weaker.path("zeros").path("from").path("odd").asText());
    ZonalRun neither = ZonalRun.of("prove", "positivity", "chord:s=1", "--dimension", "3");
    assertEquals(3, neither.exitCode());
    assertTrue(
        neither.results().contains("strictly: refuted; semidefinite: refuted"), neither.results());
  }

  @Test
  void semidefinitenessIsAStatementOfItsOwn() throws Exception {
    ZonalRun run = ZonalRun.of("prove", "semidefinite", "polynomial:[1,0,1]", "--dimension", "3");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(
        run.results()
            .contains("zeros          k = 1, every even k from 4 on, every odd k from 3 on"),
        run.results());
    ZonalRun zero = ZonalRun.of("prove", "semidefinite", "polynomial:[0]", "--dimension", "3");
    assertTrue(zero.results().contains("every eigenvalue: the Hilbert space is {0}"));
    ZonalRun none = ZonalRun.of("prove", "semidefinite", "gaussian:c=1", "--dimension", "3");
    assertTrue(none.results().contains("zeros          none"), none.results());
    assertEquals(
        3, ZonalRun.of("prove", "semidefinite", "chord:s=1", "--dimension", "3").exitCode());
  }

  @Test
  void aRangeOfDimensionsIsDecidedByItsLast() {
    String[] words = {"prove", "semidefinite", "polynomial:[0,-1,0,4]", "--dimension", "2..20"};
    ZonalRun refuted = ZonalRun.of(words);
    assertEquals(3, refuted.exitCode());
    assertTrue(refuted.results().contains("Proven for every d of the range up to 10."));
    ZonalRun proven = ZonalRun.of("prove", "positivity", "gaussian:c=1", "--dimension", "2..100");
    assertEquals(0, proven.exitCode());
    ZonalRun empty = ZonalRun.of("prove", "positivity", "laplace:c=1", "--dimension", "5..2");
    assertEquals(2, empty.exitCode());
    assertEquals(1, empty.messages().lines().count());
  }

  @Test
  void allDimensionsStandInPlaceOfOne() {
    ZonalRun proven = ZonalRun.of("prove", "positivity", "fcntk:L=2", "--all-dimensions");
    assertEquals(0, proven.exitCode(), proven.messages());
    ZonalRun refuted = ZonalRun.of("prove", "positivity", "fcntk:L=1", "--all-dimensions");
    assertEquals(3, refuted.exitCode(), refuted.messages());
    assertTrue(
        refuted.results().contains("odd eigenvalue from k = 3 on is exactly zero in every"),
        refuted.results());
    ZonalRun weaker = ZonalRun.of("prove", "semidefinite", "fcntk:L=1", "--all-dimensions");
    assertEquals(0, weaker.exitCode(), weaker.messages());
  }

  @Test
  void allParametersAreAFamily(@TempDir Path directory) {
    String file = directory.resolve("proof.json").toString();
    ZonalRun proven =
        ZonalRun.of(
            "prove",
            "positivity",
            "resntk",
            "--all-parameters",
            "--all-dimensions",
            "--certificate",
            file);
    assertEquals(0, proven.exitCode(), proven.messages());
    assertTrue(
        proven.results().contains("every L >= 2, alpha > 0, tau >= 0, sw2 > 0"), proven.results());
    ZonalRun check = ZonalRun.of("check", file);
    assertEquals(0, check.exitCode(), check.results());
    assertTrue(check.results().contains("every one follows by its rule"), check.results());
    ZonalRun refuted =
        ZonalRun.of("prove", "positivity", "resntk:L=1..", "--all-parameters", "--all-dimensions");
    assertEquals(3, refuted.exitCode(), refuted.messages());
    assertTrue(refuted.results().contains("refuted: resntk:L=1,alpha=1:"), refuted.results());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "prove positivity resntk --all-parameters --dimension 3; --all-parameters is for all",
        "prove positivity resntk --all-parameters; missing --dimension D or --all-dimensions",
        "prove positivity laplace --all-parameters --all-dimensions; 'laplace' has no family",
        "prove positivity resntk:alpha=0 --all-parameters --all-dimensions; alpha=0: alpha must",
        "prove semidefinite resntk --all-parameters --all-dimensions; unknown option",
        "prove positivity resntk --all-dimensions; resntk: the parameter L is missing"
      })
  void whatIsNoFamilyIsSaidInOneLine(String command, String message) {
    ZonalRun run = ZonalRun.of(command.split(" "));
    assertEquals(2, run.exitCode(), run.results());
    assertTrue(run.messages().startsWith("zonal: " + message), run.messages());
    assertEquals(1, run.messages().strip().lines().count(), run.messages());
  }

  @Test
  void oneOfTheTwoOptionsIsNeededAndNotBoth() {
    ZonalRun both =
        ZonalRun.of("prove", "positivity", "fcntk:L=2", "--all-dimensions", "--dimension", "3");
    assertEquals(2, both.exitCode());
    assertEquals(
        "zonal: --dimension and --all-dimensions exclude each other", both.messages().strip());
    ZonalRun none = ZonalRun.of("prove", "semidefinite", "fcntk:L=2");
    assertEquals(2, none.exitCode());
    assertEquals(
        "zonal: missing --dimension D or --all-dimensions for semidefinite;"
            + " see 'zonal prove semidefinite --help'",
        none.messages().strip());
    ZonalRun given = ZonalRun.of("prove", "positivity", "heat:t=1", "--all-dimensions");
    assertEquals(2, given.exitCode());
    assertTrue(given.messages().startsWith("zonal: heat:t=1 is given by"), given.messages());
    ZonalRun decay = ZonalRun.of("prove", "decay", "fcntk:L=2", "--all-dimensions");
    assertEquals(2, decay.exitCode());
  }

  @Test
  void theKernelZeroIsEquivalentToItself() {
    ZonalRun run =
        ZonalRun.of("prove", "equivalence", "polynomial:[0]", "polynomial:[0]", "--dimension", "3");
    assertEquals(0, run.exitCode(), run.messages());
    assertEquals("", run.messages());
  }

  @Test
  void theWordsOfACommandLeaveOutWhereItsOutputGoes() {
    assertEquals(
        List.of("prove", "decay", "fcntk:L=2", "--dimension", "3"),
        CommandWords.of(
            List.of(
                "prove",
                "decay",
                "--format=json",
                "fcntk:L=2",
                "--certificate",
                "file",
                "--dimension",
                "3",
                "--output",
                "--time-limit",
                "--time-limit=5")));
  }

  @Test
  void anUndecidedStatementEndsWithFour() {
    ZonalRun run = ZonalRun.of("prove", "decay", "gammaexp:gamma=1/20,c=10", "--dimension", "3");
    assertEquals(4, run.exitCode(), run.messages());
  }

  @Test
  void decayAndEquivalenceAreWrittenAsJson() throws Exception {
    ZonalRun decay =
        ZonalRun.of("prove", "decay", "laplace:c=1", "--dimension", "3", "--format", "json");
    JsonNode law = new ObjectMapper().readTree(decay.results());
    assertEquals("zonal.proof/2", law.path("schema").asText());
    assertEquals(3, law.path("results").path("parities").path(0).path("exponent").asInt());
    ZonalRun equivalence =
        ZonalRun.of(
            "prove",
            "equivalence",
            "laplace:c=1",
            "laplace:c=2",
            "--dimension",
            "3",
            "--format",
            "json");
    assertEquals(0, equivalence.exitCode(), equivalence.messages());
    JsonNode constants = new ObjectMapper().readTree(equivalence.results());
    assertTrue(constants.path("results").path("infimum").path("value").has("lower"));
  }

  @Test
  void aCertificateIsWrittenAndVerified(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("proof.json");
    ZonalRun run =
        ZonalRun.of(
            "prove",
            "positivity",
            "laplace:c=1",
            "--dimension",
            "3",
            "--certificate",
            file.toString());
    assertEquals(0, run.exitCode(), run.messages());
    ZonalRun check = ZonalRun.of("check", file.toString());
    assertEquals(0, check.exitCode(), check.results() + check.messages());
    String changed = Files.readString(file).replaceFirst("\"k\": \"2\"", "\"k\": \"200\"");
    Files.writeString(file, changed);
    assertEquals(3, ZonalRun.of("check", file.toString()).exitCode());
    Files.writeString(file, "{}");
    assertEquals(2, ZonalRun.of("check", file.toString()).exitCode());
    assertEquals(2, ZonalRun.of("check", directory.resolve("none").toString()).exitCode());
  }

  @Test
  void theShapeOfAFamilyIsReported() {
    ZonalRun run =
        ZonalRun.of("prove", "shape", "--family", "resntk:alpha=L^(-1/2)", "--depth", "1..4:log");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().contains("tends to -1/pi"), run.results());
    assertEquals(2, ZonalRun.of("prove", "shape", "--family", "fcntk:", "--depth", "1").exitCode());
  }

  @Test
  void theShapeOfNetworksWithAllLayersTrainedIsComparedWithFullyConnectedOnes() {
    ZonalRun run =
        ZonalRun.of(
            "prove", "shape", "--family", "resntk:train=all,sw2=1,alpha=1/10", "--depth", "5");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(run.results().contains("5  -7.8028434e-3"), run.results());
    assertTrue(run.results().contains("5  -7.9577472e-1  9.8053422e-3"), run.results());
    assertTrue(run.results().contains("In every row 0 < |A_1| < L/(2 pi)"), run.results());
    for (String family : List.of("resntk:alpha=1,tau=1", "resntk:alpha=1,act=erf")) {
      ZonalRun refused = ZonalRun.of("prove", "shape", "--family", family, "--depth", "1");
      assertEquals(2, refused.exitCode(), family);
      assertTrue(refused.messages().contains("tau=0 and act=relu"), refused.messages());
    }
  }

  @Test
  void aCertificateThatCannotBeWrittenIsKnownBeforeTheWork() {
    ZonalRun run =
        ZonalRun.of(
            "prove", "decay", "laplace:c=1", "--dimension", "3", "--certificate", "/nowhere/a/b");
    assertEquals(2, run.exitCode());
    assertEquals("", run.results());
  }

  @Test
  void aMisspeltStatementIsToldAndNotItsOptions() {
    ZonalRun run = ZonalRun.of("prove", "positvity", "laplace:c=1", "--dimension", "3");
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("did you mean 'positivity'"), run.messages());
  }

  @Test
  void badUsageIsNamed() {
    assertEquals(2, ZonalRun.of("prove").exitCode());
    assertEquals(
        2,
        ZonalRun.of("prove", "decay", "fcntk:L=2", "--dimension", "3", "--format", "csv")
            .exitCode());
    ZonalRun run =
        ZonalRun.of(
            "prove",
            "equivalence",
            "fcntk:L=2",
            "fcntk:L=3",
            "--dimension",
            "3",
            "--optimise-laplace");
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("Laplace"), run.messages());
  }
}
