package dev.zonal.lab.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.ReferenceTable;
import dev.zonal.arithmetic.Rational;
import dev.zonal.spectrum.CertifiedValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certified moments of random features. */
class MomentTest {
  private static final int DIGITS = 30;

  private static BigDecimal value(
      Estimate estimate, Statistic statistic, FeatureCounts counts, Rational u) {
    return new Moment(estimate, statistic, counts).certify(u, DIGITS).get().rounded();
  }

  @Test
  void theReferenceValuesAreReproduced() {
    List<String[]> rows = ReferenceTable.rows("rf-moments.tsv");
    assertEquals(26, rows.size());
    rows.forEach(MomentTest::assertReproduced);
  }

  private static void assertReproduced(String[] row) {
    Rational u = Rational.parse(row[0]);
    FeatureCounts counts = new FeatureCounts(Integer.parseInt(row[1]), 1, 1);
    List<Moment> moments =
        List.of(
            new Moment(Estimate.KAPPA0, Statistic.MEAN, counts),
            new Moment(Estimate.KAPPA0, Statistic.VARIANCE, counts),
            new Moment(Estimate.KAPPA1_GAUSSIAN, Statistic.MEAN, counts),
            new Moment(Estimate.KAPPA1_GAUSSIAN, Statistic.VARIANCE, counts),
            new Moment(Estimate.KAPPA1_SPHERE, Statistic.VARIANCE, counts),
            new Moment(Estimate.TANGENT_GAUSSIAN, Statistic.VARIANCE, counts),
            new Moment(Estimate.TANGENT_SPHERE, Statistic.VARIANCE, counts));
    for (int i = 0; i < moments.size(); i++) {
      BigDecimal expected = new BigDecimal(row[i + 2]);
      BigDecimal found = moments.get(i).certify(u, DIGITS).get().rounded();
      // The table's last digit is rounded.
      BigDecimal unit = expected.abs().movePointLeft(DIGITS - 1);
      assertTrue(found.subtract(expected).abs().compareTo(unit) <= 0, moments.get(i)::toString);
    }
  }

  @Property(tries = 60)
  void manyVectorsDivideTheVariance(
      @ForAll @IntRange(min = -99, max = 99) int hundredths,
      @ForAll @IntRange(min = 2, max = 50) int dimension,
      @ForAll @IntRange(min = 2, max = 60) int ramps,
      @ForAll @IntRange(min = 2, max = 60) int steps) {
    Rational u = Rational.of(hundredths, 100);
    FeatureCounts one = new FeatureCounts(dimension, 1, 1);
    FeatureCounts many = new FeatureCounts(dimension, ramps, steps);
    for (Estimate estimate : List.of(Estimate.KAPPA1_SPHERE, Estimate.GRADIENT)) {
      BigDecimal whole = value(estimate, Statistic.VARIANCE, one, u);
      BigDecimal part = value(estimate, Statistic.VARIANCE, many, u);
      assertEquals(
          0,
          whole
              .subtract(part.multiply(BigDecimal.valueOf(ramps)))
              .divide(whole, MathContext.DECIMAL32)
              .doubleValue(),
          1e-25);
    }
    // The parts of the exact tensor are independent.
    double sum =
        value(Estimate.KAPPA1_GAUSSIAN, Statistic.VARIANCE, many, u).doubleValue()
            + u.doubleValue()
                * u.doubleValue()
                * value(Estimate.KAPPA0, Statistic.VARIANCE, many, u).doubleValue();
    double tensor = value(Estimate.TANGENT_GAUSSIAN, Statistic.VARIANCE, many, u).doubleValue();
    assertEquals(1, sum / tensor, 1e-14);
  }

  /** At u = 1 a neuron of the gradient gives 2 w_1^2 + 2 with probability 1/2, else 0. */
  @Test
  void theGradientAtOnePointIsKnownByHand() {
    FeatureCounts counts = new FeatureCounts(7, 1, 1);
    // E (2 g^2 + 2)^2/2 - 4 = (12 + 8 + 4)/2 - 4 = 8
    assertEquals(
        0,
        new BigDecimal(8)
            .compareTo(value(Estimate.GRADIENT, Statistic.VARIANCE, counts, Rational.ONE)));
    assertEquals(0, value(Estimate.GRADIENT, Statistic.VARIANCE, counts, Rational.of(-1)).signum());
  }

  /** By mpmath, 25 digits, from the integral over the angle; not by the closed form. */
  @ParameterizedTest
  @CsvSource({
    "1/2, DEEP_GAUSSIAN, 5, -0.09654430519026788225279685",
    "0, DEEP_GAUSSIAN, 3, -0.2858520526697247968519919",
    "-1/2, DEEP_SPHERE, 5, -0.3112553854896767585670255",
    "-1, DEEP_GAUSSIAN, 2, -0.4774648292756860073066513",
    "99/100, DEEP_SPHERE, 10, -0.00004044375558049582284605645",
    "-1, DEEP_SPHERE, 3, -0.2864788975654116043839908"
  })
  void theBiasOfTwoLayersIsThatOfTheIntegrals(
      String u, String estimate, int dimension, String expected) {
    FeatureCounts counts = new FeatureCounts(dimension, 1, 1);
    BigDecimal found =
        value(Estimate.valueOf(estimate), Statistic.FIRST_ORDER_BIAS, counts, Rational.parse(u));
    assertEquals(new BigDecimal(expected).doubleValue(), found.doubleValue(), 1e-15);
    assertEquals(
        0,
        new BigDecimal(expected).subtract(found).divide(found, MathContext.DECIMAL64).doubleValue(),
        1e-20);
  }

  @Test
  void layersHaveNoBiasAtOnePoint() {
    for (Estimate estimate : List.of(Estimate.DEEP_GAUSSIAN, Estimate.DEEP_SPHERE)) {
      CertifiedValue bias =
          new Moment(estimate, Statistic.FIRST_ORDER_BIAS, new FeatureCounts(3, 4, 4))
              .certify(Rational.ONE, 5)
              .get();
      assertEquals(0, bias.rounded().signum());
      assertTrue(bias.exact().isPresent());
    }
  }
}
