package dev.zonal.arithmetic.ball;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A dyadic number is the number, however it is written, and far exponents are no accident. */
class DyadicTest {
  private static final long FAR = 1L << 40;

  @Property(tries = 100)
  void equalNumbersAreEqualHoweverTheyAreWritten(
      @ForAll int mantissa, @ForAll @IntRange(min = 0, max = 90) int zeros) {
    Dyadic x = new Dyadic(BigInteger.valueOf(mantissa), 7);
    Dyadic same = new Dyadic(x.mantissa.shiftLeft(zeros), x.exponent - zeros);
    assertEquals(x, same);
    assertEquals(x.hashCode(), same.hashCode());
    assertNotEquals(x, new Dyadic(x.mantissa.add(BigInteger.ONE), 7));
    assertNotEquals(x, (Object) x.mantissa);
  }

  @Example
  void hashesOfUnequalNumbersDiffer() {
    Set<Integer> hashes = new HashSet<>();
    LongStream.rangeClosed(0, 80)
        .forEach(
            e -> {
              hashes.add(new Dyadic(BigInteger.ONE, e).hashCode());
              hashes.add(new Dyadic(BigInteger.valueOf(3), e).hashCode());
              hashes.add(new Dyadic(BigInteger.valueOf(1001), e).hashCode());
            });
    assertTrue(hashes.size() > 200, () -> hashes.size() + " of 243");
    assertEquals(
        new Dyadic(BigInteger.ZERO, 5).hashCode(), new Dyadic(BigInteger.ZERO, 77).hashCode());
  }

  @Example
  void whatIsShiftedFarDownIsRoundedDownAndFarUpRefused() {
    assertEquals(BigInteger.ZERO, Dyadic.shift(BigInteger.TEN, -FAR));
    assertEquals(BigInteger.ONE.negate(), Dyadic.shift(BigInteger.TEN.negate(), -FAR));
    assertEquals(BigInteger.ZERO, Dyadic.shift(BigInteger.ZERO, FAR));
    assertThrows(ArithmeticException.class, () -> Dyadic.shift(BigInteger.ONE, FAR));
  }

  @Property(tries = 100)
  void theNearestDoubleOfANumberBeyondTheRangeIsInfiniteOrZero(
      @ForAll @IntRange(min = 1) int mantissa, @ForAll @IntRange(min = 0, max = 4000) int beyond) {
    BigInteger m = BigInteger.valueOf(mantissa);
    assertEquals(Double.POSITIVE_INFINITY, new Dyadic(m, 1025 + beyond).toDouble());
    assertEquals(Double.NEGATIVE_INFINITY, new Dyadic(m.negate(), 1025 + beyond).toDouble());
    assertEquals(0.0, new Dyadic(m, -1110 - beyond).toDouble());
    assertEquals(-0.0, new Dyadic(m.negate(), -1110 - beyond).toDouble());
  }

  @Property(tries = 100)
  void theNearestDoubleNextToTheEndsOfTheRangeIsTheOneThatBigDecimalFinds(
      @ForAll @IntRange(min = 1) int mantissa, @ForAll @IntRange(min = 0, max = 70) int step) {
    BigDecimal m = new BigDecimal(mantissa);
    BigDecimal two = BigDecimal.valueOf(2);
    assertEquals(
        m.multiply(two.pow(970 + step)).doubleValue(),
        new Dyadic(BigInteger.valueOf(mantissa), 970 + step).toDouble());
    assertEquals(
        m.divide(two.pow(1050 + step)).doubleValue(),
        new Dyadic(BigInteger.valueOf(mantissa), -1050 - step).toDouble());
  }
}
