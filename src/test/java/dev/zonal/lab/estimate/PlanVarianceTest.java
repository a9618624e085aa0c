package dev.zonal.lab.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.lab.approximation.LimitKernel;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.lab.sample.SampleMean;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The variance of sketched features, beside that of a sample. */
class PlanVarianceTest {
  private static final double[] X = {.6, .8, 0};
  private static final double[] Z = {.8, 0, .6};

  private static FeaturePlan plan(FeatureMethod method, int depth, int size, int sketch) {
    return new FeaturePlan(method, depth, size, 4, OptionalInt.of(sketch));
  }

  @ParameterizedTest
  @CsvSource({
    "GAUSSIAN_EXACT, 40, 1", "SPHERE_EXACT, 40, 1", "GRADIENT, 41, 1", "GAUSSIAN_SRHT, 24, 7",
    "SPHERE_SRHT, 16, 4", "GAUSSIAN_COUNT, 24, 7", "SPHERE_COUNT, 16, 4", "SPHERE_COUNT, 5, 2"
  })
  void theVarianceIsThatOfASample(FeatureMethod method, int size, int sketch) {
    PlanVariance variance = new PlanVariance(plan(method, 1, size, sketch), 3);
    assertTrue(variance.isKnown());
    double u = DoubleVector.dot(X, Z);
    double expected =
        variance.of(u, LimitKernel.kappa0(u), LimitKernel.kappa1(u), .6 * .6 * .8 * .8);
    double mean = new LimitKernel(1).at(u);
    FeaturePlan.Law law = plan(method, 1, size, sketch).of(3);
    List<Double> squares =
        Replicates.of(
            60_000,
            i -> Math.pow(law.draw(RandomStream.of(4, i)).estimate(X, Z) - mean, 2),
            Context.NONE);
    SampleMean sample = SampleMean.of(squares, x -> x);
    assertTrue(Math.abs(sample.z(expected)) < 5, () -> sample + " " + expected);
    assertTrue(sample.smallestDefect(expected) < .15, sample::toString);
  }

  @Test
  void itIsUnknownForDeepLayersOrthogonalDirectionsAndPolynomials() {
    assertFalse(new PlanVariance(plan(FeatureMethod.GAUSSIAN_SRHT, 2, 8, 4), 3).isKnown());
    assertFalse(new PlanVariance(plan(FeatureMethod.ORTHOGONAL_EXACT, 1, 8, 4), 3).isKnown());
    assertFalse(new PlanVariance(plan(FeatureMethod.POLYNOMIAL, 1, 8, 4), 3).isKnown());
  }

  /** One step at one point: b = b' with the one coordinate that is drawn. */
  @Test
  void withoutTheMeanOfTheStepsItWouldBeAnother() {
    PlanVariance variance = new PlanVariance(plan(FeatureMethod.SPHERE_SRHT, 1, 2, 1), 3);
    // x = z = e_1, m1 = 1, m0 = 2, ms = 1: 6 d/(d+2) - 1 + 1/2 + (P_b + Q_b + R_b) - P_b
    assertEquals(2.6 + .5 + .5 + .5, variance.of(1, 1, 1, 1), 1e-14);
  }
}
