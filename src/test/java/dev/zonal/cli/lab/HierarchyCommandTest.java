package dev.zonal.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HierarchyCommandTest {
  private static final String NETWORKS = "docs/data/networks/";

  @TempDir private Path folder;

  private static ZonalRun hierarchy(String network, String... options) {
    List<String> words = new ArrayList<>(List.of("lab", "hierarchy", network));
    words.addAll(List.of(options));
    return ZonalRun.of(words.toArray(String[]::new));
  }

  @Test
  void kernelsArePrintedOnceForEachEntry() {
    ZonalRun run = hierarchy(NETWORKS + "one-layer.json", "--kernels", "2,3", "--format", "csv");
    assertEquals(0, run.exitCode(), run.messages());
    List<String> lines = run.results().lines().toList();
    assertEquals("order,indices,value", lines.get(0));
    assertEquals("2,1 2,2.7791409434196313026e-1", lines.get(2));
    assertEquals(1 + 6 + 18, lines.size());
  }

  @Test
  void zerosAreNotCertifiedAndNamed() throws IOException {
    Path file = folder.resolve("zero.json");
    Files.writeString(
        file,
        "{\"activation\":\"tanh\",\"weights\":[[[1],[1]]],\"readout\":[1,-1],\"inputs\":[[2]],"
            + "\"targets\":[1]}");
    ZonalRun run = hierarchy(file.toString(), "--kernels", "1..2", "--digits", "3");
    assertEquals(4, run.exitCode());
    assertTrue(run.messages().startsWith("zonal: K_1 at 1 not certified: it is zero or of"));
    assertTrue(run.results().contains("2  1 1"), run.results());
  }

  /** The order at which the hierarchy of this network leaves all bounds before t = 4. */
  @Test
  void whatGrowsBeyondBoundsIsAResultOfDoubles() throws IOException {
    String text = Files.readString(Path.of(NETWORKS, "one-layer.json"));
    int targets = text.indexOf("\"targets\"");
    Path file = folder.resolve("far.json");
    Files.writeString(file, text.substring(0, targets) + "\"targets\": [40, -40, 30]}");
    ZonalRun run = hierarchy(file.toString(), "--flow", "8", "--truncate", "2,3");
    assertEquals(0, run.exitCode(), run.messages());
    assertTrue(
        run.messages().contains("error-f of p = 3 at t = 8: the solution grows beyond bounds"),
        run.messages());
    ZonalRun json =
        hierarchy(file.toString(), "--flow", "8", "--truncate", "2,3", "--format", "json");
    assertTrue(json.results().contains("\"reason\": \"the solution grows beyond bounds\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--kernels 0; --kernels: '0' is not allowed, allowed are integers from 1 to 12",
        "--kernels 3..2; --kernels: '3..2' is not allowed",
        "--kernels x; --kernels: 'x' is not allowed",
        "--kernels 2 --flow 4; --kernels asks for no flow",
        "--truncate 1; --truncate: '1' is not allowed, allowed are integers from 2 to 12",
        "--truncate 2,; --truncate: '' is not allowed",
        "--flow 0; --flow: a time is positive",
        "--flow -1; --flow: a time is positive",
        "--flow x; expected an exact number",
        "--flow 1 --times 2; --times: times are positive, and at most that of --flow",
        "--times 0,1; --times: times are positive",
        "--scaling --certify; --scaling is in doubles",
        "--copies 4; --copies is for --scaling",
        "--scaling --copies 2; --copies: 2 is no square of an integer",
        "--truncate 12 --kernels 1; --kernels asks for no flow",
        "--kernels 12 --digits 0; '0' is not allowed",
        "--format npy; "
      })
  void whatCannotBeIsOneLine(String options, String message) {
    ZonalRun run = hierarchy(NETWORKS + "one-layer.json", options.split(" "));
    assertEquals(2, run.exitCode(), run.messages());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(message == null || run.messages().contains(message), run.messages());
  }

  @Test
  void copiesOfADeepNetworkAreRefused() {
    ZonalRun run = hierarchy(NETWORKS + "two-layers.json", "--scaling");
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("one hidden layer"), run.messages());
  }

  @Test
  void aKernelBeyondMemoryIsRefusedWithItsSize() throws IOException {
    String text = Files.readString(Path.of(NETWORKS, "one-layer.json"));
    int inputs = text.indexOf("\"inputs\"");
    StringBuilder more = new StringBuilder(text.substring(0, inputs) + "\"inputs\": [");
    StringBuilder targets = new StringBuilder("\"targets\": [");
    for (int i = 0; i < 100; i++) {
      more.append(i == 0 ? "" : ", ").append("[1, ").append(i).append("]");
      targets.append(i == 0 ? "" : ", ").append(i);
    }
    Path file = folder.resolve("many.json");
    Files.writeString(file, more + "], " + targets + "]}");
    ZonalRun run = hierarchy(file.toString(), "--kernels", "9");
    assertEquals(2, run.exitCode());
    assertTrue(
        run.messages()
            .startsWith(
                "zonal: K_9 of 100 inputs has 1000000000000000000 entries, which take about"),
        run.messages());
  }

  @Test
  void theOutputDoesNotReplaceTheNetwork() throws IOException {
    Path file = folder.resolve("net.json");
    Files.copy(Path.of(NETWORKS, "one-layer.json"), file);
    ZonalRun run = hierarchy(file.toString(), "--output", file.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.messages().contains("--output would replace"), run.messages());
  }
}
