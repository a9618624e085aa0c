package dev.zonal.lab.width;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import org.junit.jupiter.api.Test;

class OneHiddenLayerTest {
  @Test
  void scratch() {
    BallArithmetic over = BallArithmetic.ofBits(96);
    for (int n : new int[] {2, 3, 4, 5, 8, 16, 64, 256, 1024}) {
      for (String u : new String[] {"1/2", "0", "-1/2", "9/10"}) {
        long start = System.nanoTime();
        Weights w = new Weights(Initialisation.ORTHOGONAL, Initialisation.GAUSSIAN);
        Ball v = new OneHiddenLayer(KernelKind.NTK, w, Rational.parse(u)).variance(over, n, 2);
        System.out.println(n + " " + u + " " + v.shifted(-2) + " " + (System.nanoTime() - start) / 1000000 + " ms");
      }
    }
  }
}
