package dev.zonal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericCommandsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spectrum resntk:L=2,alpha=1 --dimension 3 --k 0..2 --digits 20",
        "kernel resntk:L=2,alpha=1 --at 1/2",
        "kernels",
        "help derive"
      })
  void noNumericCommandLoadsSymja(String command) throws Exception {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.zonal.cli.Zonal"));
    line.addAll(List.of(command.split(" ")));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), log);
    assertTrue(log.contains("dev.zonal.cli.Zonal "));
    assertFalse(log.contains("org.matheclipse"));
    assertFalse(log.contains("dev.zonal.symbolic.Symja "));
  }
}
