package dev.zonal.lab.approximation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certified bound of the effective dimension. */
class EffectiveDimensionTest {
  /**
   * On the circle eta_k are cosine coefficients: of kappa_1 + u kappa_0 they are found here by the
   * trapezoidal rule, and summed to k = 4000 without any tail; what is missing is about (n/lambda)
   * c/4000.
   */
  @Test
  void onTheCircleItIsThatOfTheCosineCoefficients() {
    int nodes = 1 << 14;
    int most = 4000;
    double[] eta = new double[most];
    for (int k = 0; k < most; k++) {
      double sum = 0;
      for (int i = 0; i < nodes; i++) {
        double theta = Math.PI * (i + .5) / nodes;
        sum += new LimitKernel(1).at(Math.cos(theta)) * Math.cos(k * theta);
      }
      eta[k] = Math.max(0, sum / nodes);
    }
    for (int lambda : new int[] {1, 10}) {
      double expected = 0;
      for (int k = 0; k < most; k++) {
        expected += (k == 0 ? 1 : 2) * 50 * eta[k] / (50 * eta[k] + lambda);
      }
      Ball bound = EffectiveDimension.of(1, 2).bound(50, Rational.of(lambda), Context.NONE).get();
      assertEquals(expected, bound.toDouble(), .02 / lambda);
    }
  }

  @Property(tries = 15)
  void theEnclosureIsNarrowAndFallsWithLambda(
      @ForAll @IntRange(min = 1, max = 2) int depth,
      @ForAll @IntRange(min = 3, max = 12) int dimension,
      @ForAll @IntRange(min = 1, max = 1000) int points,
      @ForAll @IntRange(min = 1, max = 40) int tenths) {
    EffectiveDimension effective = EffectiveDimension.of(depth, dimension);
    Rational lambda = Rational.of(tenths, 10);
    Ball bound = effective.bound(points, lambda, Context.NONE).get();
    Ball next = effective.bound(points, lambda.multiply(2), Context.NONE).get();
    assertTrue(next.certainlyLess(bound));
    assertTrue(bound.radius().toDouble() < 1e-2 * bound.toDouble());
    // The matrix has n eigenvalues below 1 each, and the trace n K(1) over lambda is more.
    double trace = points * (depth + 1) / lambda.doubleValue();
    assertTrue(bound.toDouble() < trace);
  }

  /** Over points the mean is at most the bound; at lambda = 10 they are within a few per cent. */
  @ParameterizedTest
  @CsvSource({"1, 3, 60", "1, 6, 60", "2, 4, 50"})
  void theMeanOverPointsIsBelow(int depth, int dimension, int points) {
    double bound =
        EffectiveDimension.of(depth, dimension)
            .bound(points, Rational.of(10), Context.NONE)
            .get()
            .toDouble();
    double sum = 0;
    int repeats = 40;
    for (int seed = 0; seed < repeats; seed++) {
      ErrorExperiment experiment =
          ErrorExperiment.of(depth, dimension, points, List.of(10.), seed, Context.NONE);
      sum += experiment.regularised().get(0).effectiveDimension();
    }
    assertTrue(sum / repeats < bound, () -> "bound " + bound);
    assertEquals(1, sum / repeats / bound, .12);
  }
}
