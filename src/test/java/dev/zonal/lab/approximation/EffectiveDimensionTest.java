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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certified bound of the effective dimension. */
class EffectiveDimensionTest {
  /** The cosine coefficient of kappa_0. */
  private static double ofSteps(int k) {
    return k == 0 ? .5 : (1 - Math.cos(Math.PI * k)) / (Math.PI * Math.PI * k * k);
  }

  /** That of kappa_1 + u kappa_0 = sin(theta)/pi + 2 u kappa_0. */
  private static double onCircle(int k) {
    double sine =
        k == 1 ? 0 : (1 + Math.cos(Math.PI * k)) / (Math.PI * Math.PI * (1 - (double) k * k));
    return Math.max(0, sine + ofSteps(Math.abs(k - 1)) + ofSteps(k + 1));
  }

  /**
   * On the circle eta_k are known by hand; with a million of them the rest is below what is asked.
   */
  @ParameterizedTest
  @CsvSource({"50, 1", "300, 1/10", "50, 10", "1000, 1/1000"})
  void onTheCircleItIsThatOfTheCosineCoefficients(int points, String lambda) {
    double ratio = points / Rational.parse(lambda).doubleValue();
    double expected = 0;
    double trace = 2;
    for (int k = 0; k < 1_000_000; k++) {
      double x = ratio * onCircle(k);
      expected += (k == 0 ? 1 : 2) * x / (1 + x);
      trace -= (k == 0 ? 1 : 2) * onCircle(k);
    }
    expected += ratio * trace;
    Ball bound =
        EffectiveDimension.of(1, 2).bound(points, Rational.parse(lambda), Context.NONE).get();
    double slack = 1e-6 * expected;
    assertTrue(bound.lower().doubleValue() - slack <= expected, bound::toString);
    assertTrue(bound.upper().doubleValue() + slack >= expected, bound::toString);
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
      sum += RegularisedMatrix.effectiveDimension(experiment.kernel(), 10);
    }
    assertTrue(sum / repeats < bound, () -> "bound " + bound);
    assertEquals(1, sum / repeats / bound, .12);
  }
}
