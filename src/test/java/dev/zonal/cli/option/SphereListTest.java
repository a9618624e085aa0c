package dev.zonal.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.cli.ZonalRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spheres are listed one by one and in ranges. */
class SphereListTest {
  @Test
  void aRangeIsItsDimensionsAndEachIsTakenOnce() {
    ZonalRun run =
        ZonalRun.of(
            "spectrum", "fcntk:L=1", "--dimension", "5,2..4,3", "--k", "1", "--format", "csv");
    assertEquals(0, run.exitCode(), run.messages());
    List<String> dimensions =
        run.results().lines().skip(1).map(line -> line.split(",")[1]).toList();
    assertEquals(List.of("5", "2", "3", "4"), dimensions);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5..3", "2..1002", "1..3", "2..", "..3", "2...3", "2..3..4"})
  void whatIsNoRangeIsRefusedInOneLine(String text) {
    ZonalRun run = ZonalRun.of("spectrum", "fcntk:L=1", "--dimension", text, "--k", "1");
    assertEquals(2, run.exitCode());
    assertEquals(1, run.messages().lines().count(), run.messages());
    assertTrue(run.messages().contains("not allowed"), run.messages());
  }
}
