package dev.zonal.arithmetic.ball;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Numbers with far exponents are rounded as exact arithmetic rounds them. */
class FarDecimalTest {
  private static final int NEAREST = (1 << 17) + 1;

  /** The number by itself; a power of two far below 1 is one of five, moved. */
  private static BigDecimal exactly(Dyadic x) {
    int e = Math.toIntExact(x.exponent);
    BigDecimal mantissa = new BigDecimal(x.mantissa);
    return e >= 0
        ? mantissa.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(e)))
        : mantissa.multiply(new BigDecimal(BigInteger.valueOf(5).pow(-e), -e));
  }

  @Property(tries = 12)
  void aFarNumberIsRoundedAsTheNumberWrittenOut(
      @ForAll @LongRange(min = 1) long mantissa,
      @ForAll @IntRange(min = 0, max = 400) int step,
      @ForAll boolean isSmall,
      @ForAll @IntRange(min = 1, max = 30) int digits,
      @ForAll RoundingMode mode) {
    long exponent = isSmall ? -NEAREST - step : NEAREST + step;
    Dyadic x = new Dyadic(BigInteger.valueOf(mantissa), exponent);
    assertTrue(FarDecimal.isFar(x, digits));
    RoundingMode rounding = mode == RoundingMode.UNNECESSARY ? RoundingMode.HALF_EVEN : mode;
    BigDecimal expected = exactly(x).round(new MathContext(digits, rounding));
    BigDecimal rounded = FarDecimal.decimal(x, digits, rounding);
    assertEquals(0, expected.compareTo(rounded), () -> expected + " was " + rounded);
    assertEquals(digits, rounded.precision());
    assertEquals(rounded, x.decimal(digits, rounding));
  }

  @Example
  void numbersAreFarFromAnExponentOnThatOutweighsTheirBits() {
    assertFalse(FarDecimal.isFar(new Dyadic(BigInteger.ONE, NEAREST - 1), 10));
    assertTrue(FarDecimal.isFar(new Dyadic(BigInteger.ONE, NEAREST), 10));
    assertTrue(FarDecimal.isFar(new Dyadic(BigInteger.ONE, -NEAREST), 10));
    int most = NEAREST / 8 - 40;
    assertFalse(FarDecimal.isFar(new Dyadic(BigInteger.ONE.shiftLeft(most - 1), NEAREST), 10));
    assertTrue(FarDecimal.isFar(new Dyadic(BigInteger.ONE.shiftLeft(most - 2), NEAREST), 10));
  }

  @Example
  void exponentsThatNoDecimalHoldsAreRefused() {
    Dyadic least = new Dyadic(BigInteger.ONE, -(1L << 33));
    assertThrows(DomainException.class, () -> FarDecimal.decimal(least, 5, RoundingMode.FLOOR));
    Dyadic one = new Dyadic(BigInteger.ONE, 6_000_000_000L);
    assertEquals(
        1_806_179_973L,
        one.decimal(5, RoundingMode.FLOOR).precision()
            - 1L
            - one.decimal(5, RoundingMode.FLOOR).scale());
  }

  @Example
  void soAreLargeOnesOnlyWhereTheyAre() {
    Dyadic large = new Dyadic(BigInteger.ONE, 1L << 33);
    assertThrows(DomainException.class, () -> FarDecimal.decimal(large, 5, RoundingMode.FLOOR));
  }
}
