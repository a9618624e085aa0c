package dev.zonal.arithmetic.elementary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The hypotheses of Lemmas 3.1 and 3.1a on the coefficients. */
class HypergeometricSeriesTest {
  private static final int TERMS = 60;

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }

  /** The coefficient as its series is written. */
  private static Rational coefficient(HypergeometricSeries series, int j) {
    return switch (series) {
      case EXPONENTIAL -> Rational.of(BigInteger.ONE, factorial(j));
      case COSINE -> Rational.of(BigInteger.ONE, factorial(2 * j));
      case SINE -> Rational.of(BigInteger.ONE, factorial(2 * j + 1));
      case VERSINE -> Rational.of(BigInteger.TWO, factorial(2 * j + 2));
      case ARC_TANGENT, AREA_TANGENT -> Rational.of(1, 2 * j + 1);
      case ARC_COSINE_DEFECT -> {
        BigInteger central = factorial(2 * j).divide(factorial(j).pow(2));
        BigInteger below = BigInteger.valueOf((2L * j + 1) * (2L * j + 3)).shiftLeft(4 * j);
        yield Rational.of(central.multiply(BigInteger.valueOf(3)), below);
      }
    };
  }

  @Property
  void theQuotientsOfNeighboursArePositiveAndAtMostOneAndGiveTheCoefficients(
      @ForAll HypergeometricSeries series) {
    Rational product = Rational.ONE;
    for (int j = 1; j < TERMS; j++) {
      assertTrue(series.numerator(j) > 0 && series.numerator(j) <= series.denominator(j));
      product = product.multiply(Rational.of(series.numerator(j), series.denominator(j)));
      assertEquals(coefficient(series, j), product, series + " at " + j);
    }
  }
}
