package dev.zonal.symbolic.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.derivation.Derivations;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Printed Java of results that rules from layer to layer define. */
class JavaLoopTest {
  @TempDir Path directory;

  /** Values of asymptotics. */
  @Test
  void constantsOfEveryDepthAreLoops() throws Exception {
    Derivation derivation = Derivations.constant("resntk:L=L,alpha=a,tau=h", 1);
    try (PrintedJava java = new PrintedJava(directory, derivation)) {
      Map<String, Double> at = Map.of("L", 3.0, "a", Math.sqrt(1.0 / 3), "h", 0.5, "d", 3.0);
      assertEquals(0.13915970766544306249, java.call("even", at), 1e-15);
      assertEquals(0.11488333688979129769, java.call("odd", at), 1e-15);
      double mean = (java.call("even", at) + java.call("odd", at)) / 2;
      assertEquals(mean, java.call("average", at), 1e-15);
    }
  }
}
