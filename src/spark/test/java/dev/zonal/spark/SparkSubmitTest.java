package dev.zonal.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonal.cli.Zonal;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.report.document.Origin;
import dev.zonal.spark.SparkProcess.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is submitted, beside the command on one machine. */
class SparkSubmitTest {
  private static final String HERE = "local[2]";
  private static final SparkProcess.Watcher NOBODY = (line, process) -> {};

  @TempDir Path directory;

  private static Outcome onOneMachine(String format, String... spectrum) {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    StringWriter messages = new StringWriter();
    int exitCode =
        Zonal.run(
            new Streams(results, new PrintWriter(messages, true), false),
            with(spectrum, "--format", format));
    return new Outcome(
        exitCode, results.toString(StandardCharsets.UTF_8), messages.toString().lines().toList());
  }

  private static String[] with(String[] spectrum, String... more) {
    List<String> words = new ArrayList<>(List.of("spectrum"));
    words.addAll(List.of(spectrum));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private Outcome onCluster(
      String master, SparkProcess.Watcher watcher, Path folder, String format, String... spectrum) {
    return SparkProcess.submit(
        master, watcher, with(spectrum, "--output", folder.toString(), "--format", format));
  }

  /** The files one after the other, as {@code cat} has them. */
  private static String joined(Path folder) throws IOException {
    assertTrue(Files.exists(folder.resolve("_SUCCESS")));
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("part-")).sorted().toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
  }

  private void assertSameBytes(Outcome local, Outcome cluster, Path folder) throws IOException {
    assertEquals(local.messages(), cluster.ofZonal());
    assertEquals(local.exitCode(), cluster.exitCode());
    assertEquals(local.output(), joined(folder));
  }

  @Test
  void filesAreOneAfterTheOtherWhatOneMachinePrints() throws IOException {
    String[] spectrum = {
      "resntk:L=1..2,alpha=1/2", "laplace:c=1", "--dimension", "3,2", "--k", "0..20,1e6",
      "--digits", "30", "--scale", "paper", "--normalization", "surface"
    };
    Path folder = directory.resolve("several");
    Outcome cluster = onCluster(HERE, NOBODY, folder, "csv", spectrum);
    assertEquals(0, cluster.exitCode(), cluster.messages()::toString);
    assertSameBytes(onOneMachine("csv", spectrum), cluster, folder);
  }

  @Test
  void whatIsNotCertifiedIsNamedAsOnOneMachineAndLeftOut() throws IOException {
    String[] spectrum = {
      "laplace:c=1",
      "--dimension",
      "3",
      "--k",
      "0..3,1000000001..1000000003,2000000000",
      "--method",
      "quadrature"
    };
    Path folder = directory.resolve("one");
    Outcome cluster = onCluster(HERE, NOBODY, folder, "csv", spectrum);
    assertEquals(4, cluster.exitCode(), cluster.messages()::toString);
    assertSameBytes(onOneMachine("csv", spectrum), cluster, folder);
  }

  @Test
  void parquetHasWhatJsonHasAndTheReasons() throws IOException {
    String[] spectrum = {
      "chord:s=1",
      "laplace:c=1",
      "--dimension",
      "3,5",
      "--k",
      "0..3,1000000001",
      "--method",
      "quadrature"
    };
    Path folder = directory.resolve("parquet");
    Outcome cluster = onCluster(HERE, NOBODY, folder, "parquet", spectrum);
    assertEquals(4, cluster.exitCode(), cluster.messages()::toString);
    List<JsonNode> expected = new ArrayList<>();
    JsonMapper json = new JsonMapper();
    JsonNode document = json.readTree(onOneMachine("json", spectrum).output());
    for (JsonNode block : document.get("results").get("spectra")) {
      for (String list : List.of("rows", "failures")) {
        for (JsonNode row : block.get(list)) {
          ObjectNode flat = json.createObjectNode();
          flat.set("kernel", block.get("kernel"));
          flat.set("dimension", block.get("sphere").get("dimension"));
          flat.setAll((ObjectNode) row);
          flat.put("k", row.get("k").asLong());
          flat.set("digits", document.get("results").get("digits"));
          flat.set("measure", block.get("sphere").get("measure"));
          flat.set("scale", document.get("results").get("scale"));
          flat.put("program", Origin.thisProgram());
          // As it is read: whole numbers of the smallest type.
          expected.add(json.readTree(flat.toString()));
        }
      }
    }
    assertEquals(20, expected.size());
    List<JsonNode> found = new ArrayList<>();
    for (String line :
        SparkProcess.run(ParquetPrinter.class, folder.toString()).output().split("\n")) {
      found.add(json.readTree(line));
    }
    assertEquals(expected, found);
  }

  @Test
  void anExecutorThatIsKilledChangesNoByte() throws IOException {
    String[] spectrum = {"resntk:L=8..11,alpha=1/2", "--dimension", "2,3", "--k", "0..60"};
    AtomicReference<ProcessHandle> killed = new AtomicReference<>();
    SparkProcess.Watcher killer =
        (line, driver) -> {
          if (killed.get() == null && line.contains("Finished task")) {
            ProcessHandle executor =
                driver
                    .descendants()
                    .filter(
                        child ->
                            child
                                .info()
                                .commandLine()
                                .orElse("")
                                .contains("CoarseGrainedExecutorBackend"))
                    .findFirst()
                    .orElseThrow();
            killed.set(executor);
            executor.destroyForcibly();
          }
        };
    Path folder = directory.resolve("killed");
    Outcome cluster = onCluster("local-cluster[2,1,1024]", killer, folder, "csv", spectrum);
    assertTrue(killed.get() != null && !killed.get().isAlive());
    assertTrue(
        cluster.messages().stream().anyMatch(line -> line.contains("Lost executor")),
        cluster.messages()::toString);
    assertEquals(0, cluster.exitCode(), cluster.messages()::toString);
    assertSameBytes(onOneMachine("csv", spectrum), cluster, folder);
  }

  @Test
  void badInputIsOneLineAndNothingIsWritten() {
    Path folder = directory.resolve("bad");
    String[][] bad = {
      {"resntk:L=1,alpa=1", "--dimension", "3", "--k", "0..3"},
      {"chord:s=-1", "--dimension", "2", "--k", "0..3"},
      {"chord:s=1", "--dimension", "3"}
    };
    for (String[] spectrum : bad) {
      Outcome local = onOneMachine("csv", spectrum);
      Outcome cluster = onCluster(HERE, NOBODY, folder, "csv", spectrum);
      assertEquals(2, cluster.exitCode(), cluster.messages()::toString);
      assertEquals(local.messages(), cluster.ofZonal());
      assertEquals(1, cluster.ofZonal().size());
      assertTrue(Files.notExists(folder));
    }
  }

  @Test
  void aFolderThatExistsIsKept() throws IOException {
    Path kept = Files.writeString(directory.resolve("kept"), "results of a week");
    Outcome cluster =
        onCluster(HERE, NOBODY, directory, "csv", "chord:s=1", "--dimension", "3", "--k", "0..3");
    assertEquals(2, cluster.exitCode());
    assertEquals(
        List.of("zonal: cannot write to '" + directory + "': it exists"), cluster.ofZonal());
    assertEquals("results of a week", Files.readString(kept));
  }
}
