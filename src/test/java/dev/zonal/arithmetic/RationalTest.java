package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
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

  @Property
  void shiftsAndIntegersActAsTheirNumbers(
      @ForAll int p, @ForAll int q, @ForAll @IntRange(min = -40, max = 40) int n) {
    Rational x = of(p, q);
    Rational power = Rational.of(2).pow(n);
    assertEquals(x.multiply(power), x.shifted(n));
    isCanonical(x.shifted(n));
    assertEquals(x.add(Rational.of(n)), x.add(n));
    assertEquals(x.subtract(Rational.of(n)), x.subtract(n));
    assertEquals(x.multiply(Rational.of(n)), x.multiply(n));
    if (n != 0) {
      assertEquals(x.divide(Rational.of(n)), x.divide(n));
    }
    assertEquals(Optional.of(x.pow(2)), x.rationalSquare());
    assertEquals(x.numerator().negate(), x.negate().numerator());
    assertEquals(p == 0, x.isZero());
    assertEquals(p < 0 == q < 0 ? x : x.negate(), x.abs());
    assertEquals(x.denominator().intValue() == 1, x.isInteger());
  }

  @Property
  void theIntegerPartsAreThoseOfADecimal(@ForAll int p, @ForAll @IntRange(min = 1) int q) {
    Rational x = Rational.of(p, q);
    assertEquals(Math.floorDiv(p, q), x.floor().intValueExact());
    assertEquals(p / q, x.intValue());
    assertEquals(p / q, x.longValue());
    assertEquals((double) p / q, x.doubleValue());
    BigDecimal down = new BigDecimal(p).divide(new BigDecimal(q), 7, RoundingMode.DOWN);
    assertEquals(down, x.toScale(7, RoundingMode.DOWN));
  }

  @Property
  void aDecimalIsTheNumberThatItShows(
      @ForAll int unscaled, @ForAll @IntRange(min = -30, max = 30) int scale) {
    Rational x = Rational.of(new BigDecimal(BigInteger.valueOf(unscaled), scale));
    assertEquals(Rational.of(unscaled).multiply(Rational.of(10).pow(-scale)), x);
    isCanonical(x);
  }

  @Property
  void equalNumbersHaveTheSameHashAndOthersHardlyEver(
      @ForAll @IntRange(min = 1, max = 99) int p, @ForAll @IntRange(min = 1, max = 99) int q) {
    assertEquals(Rational.of(p, q).hashCode(), Rational.of(-3 * p, -3 * q).hashCode());
    assertEquals(p == q, Rational.of(p, q).hashCode() == Rational.of(q, p).hashCode());
  }
}
