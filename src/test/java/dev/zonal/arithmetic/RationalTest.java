package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The field of rational numbers, and that each has one form. */
class RationalTest {
  private static Rational of(int p, int q) {
    return Rational.of(p, q == 0 ? 1 : q);
  }

  private static void isCanonical(Rational x) {
    assertTrue(x.denominator().signum() > 0, x + " has its sign below the line");
    assertEquals(BigInteger.ONE, x.numerator().gcd(x.denominator()), x + " is not reduced");
  }

  @Property
  void everyResultIsInLowestTermsWithAPositiveDenominator(
      @ForAll int p,
      @ForAll int q,
      @ForAll int r,
      @ForAll int s,
      @ForAll @IntRange(min = -5, max = 5) int n) {
    Rational x = of(p, q);
    Rational y = of(r, s);
    isCanonical(x);
    isCanonical(x.add(y));
    isCanonical(x.subtract(y));
    isCanonical(x.multiply(y));
    isCanonical(x.negate());
    isCanonical(x.abs());
    isCanonical(x.multiply(n));
    isCanonical(Rational.of(BigInteger.valueOf(p), BigInteger.valueOf(q == 0 ? -3 : q)));
    if (!y.isZero()) {
      isCanonical(x.divide(y));
      isCanonical(y.reciprocal());
      isCanonical(y.pow(n));
      assertEquals(x, x.divide(y).multiply(y));
    }
    assertEquals(x, x.add(y).subtract(y));
    assertEquals(x.subtract(y).signum(), x.compareTo(y));
    assertEquals(x.equals(y), x.compareTo(y) == 0);
    assertEquals(x, Rational.parse(x.toString()));
  }

  @Property
  void itComparesWithIntegersAndDoublesExactly(@ForAll int p, @ForAll long n, @ForAll double z) {
    Rational x = of(p, 7);
    assertEquals(x.compareTo(Rational.of(n)), x.compareTo(n));
    assertEquals(z, Rational.of(z).doubleValue());
  }

  @Test
  void nothingIsDividedByZero() {
    assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
    assertThrows(ArithmeticException.class, () -> Rational.ONE.divide(Rational.ZERO));
    assertThrows(ArithmeticException.class, () -> Rational.ONE.divide(0));
    assertThrows(ArithmeticException.class, Rational.ZERO::reciprocal);
    assertThrows(ArithmeticException.class, () -> Rational.ZERO.pow(-1));
    assertThrows(IllegalArgumentException.class, () -> Rational.of(Double.NaN));
  }

  private static void isTheQuotient(Rational x, int digits) {
    BigDecimal quotient =
        new BigDecimal(x.numerator())
            .divide(
                new BigDecimal(x.denominator()), new MathContext(digits, RoundingMode.HALF_EVEN));
    assertEquals(0, quotient.compareTo(x.decimal(digits)), x + " to " + digits);
  }

  @Property
  void aFractionIsRoundedToTheNearestDecimal(
      @ForAll int numerator, @ForAll int denominator, @ForAll @IntRange(min = 1, max = 40) int n) {
    isTheQuotient(Rational.of(numerator, denominator == 0 ? 1 : denominator), n);
  }

  @Property
  void aFractionThatEndsIsToo(
      @ForAll int numerator,
      @ForAll @IntRange(max = 300) int twos,
      @ForAll @IntRange(max = 300) int fives,
      @ForAll boolean isNegative,
      @ForAll @IntRange(min = 1, max = 40) int n) {
    BigInteger denominator =
        BigInteger.TWO.pow(twos).multiply(BigInteger.valueOf(isNegative ? -5 : 5).pow(fives));
    isTheQuotient(Rational.of(BigInteger.valueOf(numerator), denominator), n);
  }
}
