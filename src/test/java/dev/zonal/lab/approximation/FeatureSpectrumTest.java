package dev.zonal.lab.approximation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.context.Context;
import dev.zonal.lab.feature.Directions;
import dev.zonal.lab.feature.RampFeatures;
import dev.zonal.lab.sample.RandomStream;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The spectrum of ramps without points. */
class FeatureSpectrumTest {
  /** The covariance of the features over points, which it is in the limit of many points. */
  @ParameterizedTest
  @EnumSource(Directions.class)
  void itIsThatOfTheCovarianceOverPoints(Directions law) {
    int count = 12;
    int points = 40_000;
    double[][] weights = law.draw(count, 3, RandomStream.of(2));
    RampFeatures features = new RampFeatures(weights);
    double[][] covariance = new double[count][count];
    for (int p = 0; p < points; p++) {
      double[] f = features.of(Directions.direction(3, RandomStream.of(3, p)));
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          covariance[i][j] += f[i] * f[j] / points;
        }
      }
    }
    double[] expected =
        RegularisedMatrix.eigenvalues(FeatureSpectrum.matrix(weights, Context.NONE));
    double[] found = RegularisedMatrix.eigenvalues(covariance);
    for (int i = 0; i < count; i++) {
      assertEquals(expected[i], found[i], .01 * expected[0]);
    }
    assertEquals(1, found[0] / expected[0], .01);
  }

  @Property(tries = 20)
  void clustersAreWholeAndNothingIsLost(
      @ForAll @IntRange(min = 2, max = 60) int count,
      @ForAll @IntRange(min = 2, max = 6) int dimension,
      @ForAll long seed) {
    FeatureSpectrum spectrum =
        FeatureSpectrum.of(Directions.SPHERE, count, dimension, seed, Context.NONE).get();
    double sum = spectrum.rest();
    double least = Double.POSITIVE_INFINITY;
    for (FeatureSpectrum.Level level : spectrum.levels()) {
      List<Double> cluster = level.cluster();
      assertTrue(
          cluster.isEmpty() || level.multiplicity().equals(BigInteger.valueOf(cluster.size())));
      for (double value : cluster) {
        assertTrue(value <= least);
        least = value;
        sum += value;
      }
    }
    // kappa_1(1) = 1.
    assertEquals(1, sum, 1e-10);
  }

  /** eta_0 = 3/8, eta_1 = 1/6, eta_2 = 3/128, eta_3 = 0, eta_4 = 1/1536 on the sphere in space. */
  @Test
  void theClustersStandAtTheEigenvaluesOfTheKernel() {
    FeatureSpectrum spectrum =
        FeatureSpectrum.of(Directions.ORTHOGONAL, 300, 3, 5, Context.NONE).get();
    double[] expected = {3 / 8., 1 / 6., 3 / 128., 1 / 1536.};
    for (int i = 0; i < expected.length; i++) {
      FeatureSpectrum.Level level = spectrum.levels().get(i);
      assertEquals(expected[i], level.eigenvalue().toDouble(), 1e-15);
      assertEquals(1, level.mean().orElseThrow() / expected[i], .06, level::toString);
    }
    // The odd frequencies from 3 on are a gap.
    assertEquals(4, spectrum.levels().get(3).k());
    assertTrue(
        spectrum.levels().stream().anyMatch(level -> level.k() == 3 && level.mean().isEmpty()));
  }
}
