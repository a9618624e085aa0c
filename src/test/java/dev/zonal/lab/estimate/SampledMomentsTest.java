package dev.zonal.lab.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.lab.sample.SampleMean;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The moments of features that are drawn, beside those that are proved. */
class SampledMomentsTest {
  private static final FeatureCounts COUNTS = new FeatureCounts(3, 8, 8);
  private static final List<Rational> COSINES =
      List.of(Rational.of(-1, 2), Rational.of(1, 4), Rational.of(9, 10), Rational.ONE);

  static LongStream others() {
    return LongStream.range(100, 120);
  }

  private static void assertAgrees(long seed, int count) {
    for (MomentRow row : MomentRow.of(COUNTS, COSINES, 15, count, seed, Context.NONE)) {
      double z = row.z().orElse(0.);
      // Of two layers of eight vectors the mean is known to order 1/m only.
      boolean isExact =
          row.moment().estimate().statistics().contains(Statistic.VARIANCE)
              || row.moment().estimate() == Estimate.KAPPA1_ORTHOGONAL;
      assertTrue(!isExact || Math.abs(z) < SampleMean.SIGMAS, () -> row + " " + z);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20})
  void theSampleAgreesWithTheProof(long seed) {
    assertAgrees(seed, 20_000);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("others")
  void theSampleAgreesWithTheProofForOtherSeeds(long seed) {
    assertAgrees(seed, 200_000);
  }

  /** What the wrong gain, or steps in the place of ramps, would do. */
  @Test
  void aSampleOfOtherFeaturesIsToldApart() {
    SampledMoments sphere =
        SampledMoments.of(Estimate.KAPPA1_SPHERE, COUNTS, COSINES, 20_000, 3, Context.NONE);
    for (int j = 1; j < COSINES.size(); j++) {
      double gaussian =
          new Moment(Estimate.KAPPA1_GAUSSIAN, Statistic.VARIANCE, COUNTS)
              .certify(COSINES.get(j), 15)
              .get()
              .rounded()
              .doubleValue();
      double mean =
          new Moment(Estimate.KAPPA1_GAUSSIAN, Statistic.MEAN, COUNTS)
              .certify(COSINES.get(j), 15)
              .get()
              .rounded()
              .doubleValue();
      assertTrue(Math.abs(sphere.variance(j, mean).z(gaussian)) > 5);
    }
  }

  /** Without its bias the mean of two layers is refuted; with it, it is not. */
  @Test
  void theBiasOfTwoLayersIsSeen() {
    FeatureCounts counts = new FeatureCounts(5, 24, 1);
    List<Rational> cosines = List.of(Rational.of(-1, 2), Rational.ONE);
    List<MomentRow> rows =
        MomentRow.of(counts, cosines, 15, 30_000, 9, Context.NONE).stream()
            .filter(row -> row.moment().estimate() == Estimate.DEEP_GAUSSIAN)
            .toList();
    double bias = rows.get(0).value().get().rounded().doubleValue();
    double mean = rows.get(1).value().get().rounded().doubleValue();
    SampleMean sample = rows.get(1).sample().orElseThrow();
    assertTrue(Math.abs(sample.z(mean)) < 5, () -> sample + " " + mean);
    assertTrue(Math.abs(sample.z(mean - bias)) > 5);
    assertTrue(Math.abs(sample.z(mean - 2 * bias)) > 5);
    assertTrue(Math.abs(rows.get(3).z().orElseThrow()) < 5);
  }

  @Test
  void aSeedDrawsTheSameAgainAndAnotherDoesNot() {
    double[][] once = drawn(5);
    assertArrayEquals(once, drawn(5));
    assertTrue(once[0][0] != drawn(6)[0][0]);
  }

  private static double[][] drawn(long seed) {
    return SampledMoments.of(Estimate.TANGENT_SPHERE, COUNTS, COSINES, 600, seed, Context.NONE)
        .values();
  }

  @Test
  void withoutASampleThereIsTheValueOnly() {
    List<MomentRow> rows = MomentRow.of(COUNTS, COSINES, 5, 0, 1, Context.NONE);
    assertEquals(17 * COSINES.size(), rows.size());
    assertTrue(rows.stream().allMatch(row -> row.sample().isEmpty() && row.z().isEmpty()));
  }
}
