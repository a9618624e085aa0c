package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void anUndecidedStatementEndsWithFour() {
    ZonalRun run = ZonalRun.of("prove", "decay", "gammaexp:gamma=1/20,c=10", "--dimension", "3");
    assertEquals(4, run.exitCode(), run.messages());
  }

  @Test
  void decayAndEquivalenceAreWrittenAsJson() throws Exception {
    ZonalRun decay =
        ZonalRun.of("prove", "decay", "laplace:c=1", "--dimension", "3", "--format", "json");
    JsonNode law = new ObjectMapper().readTree(decay.results());
    assertEquals("zonal.proof/1", law.path("schema").asText());
    assertEquals(3, law.path("parities").path(0).path("exponent").asInt());
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
    assertTrue(constants.path("infimum").path("value").has("lower"));
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
