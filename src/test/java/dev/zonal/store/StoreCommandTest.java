package dev.zonal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --store} of the commands that print many numbers. */
class StoreCommandTest {
  @TempDir private Path directory;

  private ZonalRun stored(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--store", directory.resolve("s.db").toString()));
    return ZonalRun.of(words.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spectrum fcntk:L=2 laplace:c=1 --dimension 3,4 --k 0..6,50 --digits 12 --format json",
        "spectrum fcntk:L=1 --dimension 3 --k 0..6 --normalization surface --scale paper",
        "spectrum laplace:c=1 --dimension 3 --k 0..3 --method exact --format csv",
        "kernel fcntk:L=2 gaussian:c=1 --at -1..1:points=5 --digits 25 --format json",
        "kernel heat:t=1/10 --dimension 3 --at 1,0 --format csv"
      })
  void theOutputIsThatOfARunWithoutAStore(String command) {
    ZonalRun plain = ZonalRun.of(command.split(" "));
    assertEquals(0, plain.exitCode(), plain.messages());
    assertEquals(plain.results(), stored(command).results());
    assertEquals(plain.results(), stored(command).results());
  }

  /** What is not certified is tried again. */
  @Test
  void gapsAreNotKept() {
    String command = "kernel chord:s=-1 --at 1,0 --format csv";
    assertEquals(4, stored(command).exitCode());
    ZonalRun again = stored(command);
    assertEquals(4, again.exitCode());
    assertTrue(again.messages().contains("u = 1 not certified"), again.messages());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spectrum fcntk:L=1 --dimension 3 --k 0 --columns k,share",
        "kernel fcntk:L=1 --series 3",
        "kernel fcntk:L=1 --at 0 --store /"
      })
  void whatCannotBeKeptIsRefused(String command) {
    ZonalRun run = command.contains("--store") ? ZonalRun.of(command.split(" ")) : stored(command);
    assertEquals(2, run.exitCode());
    assertEquals("", run.results());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().contains("store"), run.messages());
  }
}
