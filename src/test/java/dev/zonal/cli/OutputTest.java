package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Files that results are written to. */
class OutputTest {
  private static final List<String> POSITIVITY =
      List.of("prove", "positivity", "gaussian:c=1", "--dimension", "3");

  @TempDir private Path directory;

  private String at(String name) {
    return directory.resolve(name).toString();
  }

  private static ZonalRun kernel(String... more) {
    return ZonalRun.of(
        Stream.concat(Stream.of("kernel", "arccos:n=1", "--at", "1"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static ZonalRun positivity(String... more) {
    return ZonalRun.of(Stream.concat(POSITIVITY.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"x.csv,'u,'", "x.JSON,{", "x.txt,kernel", "x,kernel", "csv,kernel"})
  void theNameOfTheFileSaysTheFormat(String name, String begin) throws IOException {
    assertEquals(0, kernel("--output", at(name)).exitCode());
    String written = Files.readString(Path.of(at(name)));
    assertTrue(written.startsWith(begin), written);
  }

  @Test
  void aFormatThatIsAskedForWinsOverTheName() throws IOException {
    assertEquals(0, kernel("--output", at("x.csv"), "--format", "json").exitCode());
    assertTrue(Files.readString(Path.of(at("x.csv"))).startsWith("{"));
  }

  @Test
  void aProofHasNoTableAndSaysWhoAskedForOne() throws IOException {
    ZonalRun run = positivity("--output", at("x.csv"));
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("no format 'csv', which the name"), run.messages());
    assertEquals(List.of(), files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prove positivity gaussian:c=1 --dimension 3",
        "prove semidefinite gaussian:c=1 --dimension 3",
        "prove decay gaussian:c=1 --dimension 3",
        "prove equivalence gaussian:c=1 gaussian:c=2 --dimension 3",
        "prove shape --family resntk:alpha=1 --depth 1",
        "check proofs-checks/certificates/decay-resntk-L10-half-d3.json"
      })
  void aFormatThatAResultLacksIsRefusedAndThoseThatItHasAreNamed(String command) {
    ZonalRun run = ZonalRun.of((command + " --format csv").split(" "));
    assertEquals(2, run.exitCode());
    assertEquals("", run.results());
    assertEquals(
        "zonal: this result has no format 'csv'; allowed are text, json\n", run.messages());
  }

  @Test
  void theDraftsOfKilledProcessesGoAndThoseOfLivingOnesStay() throws IOException {
    String living = ".x." + ProcessHandle.current().pid() + "-0.part";
    String other = ".y.999999999999-1.part";
    for (String draft : List.of(".x.999999999999-1.part", living, other)) {
      Files.writeString(directory.resolve(draft), "half");
    }
    assertEquals(0, kernel("--output", at("x")).exitCode());
    assertEquals(List.of(living, other, "x"), files());
  }

  @Test
  void aLinkThatDanglesStaysAndItsTargetIsMade() throws IOException {
    Files.createSymbolicLink(directory.resolve("link"), Path.of("further"));
    Files.createSymbolicLink(directory.resolve("further"), Path.of("target"));
    assertEquals(0, kernel("--output", at("link")).exitCode());
    assertTrue(Files.isSymbolicLink(directory.resolve("link")));
    assertTrue(Files.isRegularFile(directory.resolve("target")));
    Files.createSymbolicLink(directory.resolve("circle"), Path.of("circle"));
    assertEquals(2, kernel("--output", at("circle")).exitCode());
  }

  @Test
  void resultAndCertificateAreTwoFiles() throws IOException {
    Files.createSymbolicLink(directory.resolve("link"), Path.of("x"));
    ZonalRun run = positivity("--output", at("x"), "--certificate", at("link"));
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("--output and --certificate are the same"), run.messages());
    assertFalse(Files.exists(directory.resolve("x")));
  }

  @Test
  void aCheckDoesNotReplaceWhatItReads() throws IOException {
    assertEquals(0, positivity("--certificate", at("proof.json")).exitCode());
    String proof = Files.readString(directory.resolve("proof.json"));
    ZonalRun run = ZonalRun.of("check", at("proof.json"), "--output", at("proof.json"));
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("would replace"), run.messages());
    assertEquals(proof, Files.readString(directory.resolve("proof.json")));
    assertEquals(List.of("proof.json"), files());
  }
}
