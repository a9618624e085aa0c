package dev.zonal.arithmetic.ball;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Lemma 2.1: every operation errs to its own side, and by a part in 2^28 at most. */
class MagnitudeTest {
  private static final Rational SLACK = Rational.of(1, 1 << 28);

  private static Rational exact(BigInteger mantissa, long exponent) {
    return new Dyadic(mantissa, exponent).toFraction();
  }

  private static Rational exact(Magnitude m) {
    return exact(BigInteger.valueOf(m.mantissa), m.exponent);
  }

  private static void isAtLeast(Rational exact, Magnitude bound) {
    isNormal(bound);
    assertTrue(exact(bound).subtract(exact).signum() >= 0, () -> bound + " below " + exact);
    Rational most = exact.add(exact.multiply(SLACK));
    assertTrue(exact(bound).subtract(most).signum() <= 0, () -> bound + " far above " + exact);
  }

  private static void isAtMost(Rational exact, Magnitude bound) {
    isNormal(bound);
    assertTrue(exact(bound).subtract(exact).signum() <= 0, () -> bound + " above " + exact);
    Rational least = exact.subtract(exact.multiply(SLACK));
    assertTrue(exact(bound).subtract(least).signum() >= 0, () -> bound + " far below " + exact);
  }

  private static void isNormal(Magnitude m) {
    assertTrue(m.isZero() || m.mantissa >> 30 == 1);
  }

  /** Mantissas of 31 bits, among them the least, the greatest and their neighbours. */
  private static Magnitude some(Random random, long exponent) {
    long least = 1L << 30;
    long[] mantissas = {
      least + random.nextInt(8), 2 * least - 1 - random.nextInt(8), least + random.nextInt(1 << 30)
    };
    return Magnitude.atLeast(mantissas[random.nextInt(3)], exponent);
  }

  @Property
  void aLongMantissaIsRoundedOutward(
      @ForAll @LongRange(min = 0, max = 1L << 62) long mantissa,
      @ForAll @IntRange(min = 0, max = 61) int drop) {
    for (long m : new long[] {mantissa >> drop, (1L << 62 - drop) - 1}) {
      isAtLeast(exact(BigInteger.valueOf(m), -7), Magnitude.atLeast(m, -7));
      isAtMost(exact(BigInteger.valueOf(m), -7), Magnitude.atMost(m, -7));
    }
  }

  @Property
  void aNumberOfThirtyOneBitsIsItsOwnBound(
      @ForAll @IntRange(min = 1) int mantissa, @ForAll @IntRange(min = 0, max = 31) int zeros) {
    Rational exact = exact(BigInteger.valueOf(mantissa), zeros - 9);
    assertEquals(exact, exact(Magnitude.atLeast((long) mantissa << zeros, -9)));
    assertEquals(exact, exact(Magnitude.atMost((long) mantissa << zeros, -9)));
  }

  @Property
  void anIntegerOfEitherSignIsRoundedOutward(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 200) int bits) {
    BigInteger power = BigInteger.ONE.shiftLeft(bits);
    for (BigInteger m :
        new BigInteger[] {new BigInteger(bits, random), power, power.subtract(BigInteger.ONE)}) {
      for (BigInteger signed : new BigInteger[] {m, m.negate()}) {
        isAtLeast(exact(m, 3), Magnitude.atLeast(signed, 3));
        isAtMost(exact(m, 3), Magnitude.atMost(signed, 3));
      }
    }
  }

  @Property
  void sumsAndDifferencesErrToTheirSideAtAnyDistance(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 80) int distance) {
    Magnitude a = some(random, 5);
    Magnitude b = some(random, 5 - distance);
    isAtLeast(exact(a).add(exact(b)), a.plus(b));
    isAtLeast(exact(a).add(exact(b)), b.plus(a));
    Rational difference = exact(a).subtract(exact(b));
    if (difference.signum() > 0) {
      isAtMost(difference, a.minusDown(b));
    }
    assertTrue(difference.signum() < 0 || b.minusDown(a).isZero());
    assertEquals(difference.signum(), a.compareTo(b));
    isAtMost(difference.signum() > 0 ? exact(b) : exact(a), a.min(b));
  }

  @Property
  void productsQuotientsAndRootsErrToTheirSide(
      @ForAll Random random,
      @ForAll @IntRange(min = -40, max = 40) int e,
      @ForAll @IntRange(min = 0) int factor) {
    Magnitude a = some(random, e);
    Magnitude b = some(random, -3);
    isAtLeast(exact(a).multiply(exact(b)), a.times(b));
    isAtLeast(exact(a).multiply(factor), a.times(factor));
    isAtLeast(exact(a).divide(exact(b)), a.dividedBy(b));
    Rational above = exact(a.sqrt());
    Rational below = exact(a.sqrtDown());
    assertTrue(above.multiply(above).subtract(exact(a)).signum() >= 0, () -> "sqrt " + e);
    assertTrue(below.multiply(below).subtract(exact(a)).signum() <= 0, () -> "sqrtDown " + e);
    assertTrue(above.subtract(below).subtract(above.multiply(SLACK).multiply(2)).signum() <= 0);
    assertEquals(exact(a).multiply(BigInteger.TWO.pow(9)), exact(a.shifted(9)));
    assertEquals(exact(BigInteger.ONE, e), exact(Magnitude.powerOfTwo(e)));
    assertTrue(exact(a).subtract(exact(BigInteger.ONE, a.binaryOrder())).signum() < 0);
    assertTrue(exact(a).subtract(exact(BigInteger.ONE, a.binaryOrder() - 1)).signum() >= 0);
  }

  @Property(tries = 1)
  void nothingComesOfZero() {
    Magnitude one = Magnitude.powerOfTwo(0);
    for (Magnitude m : new Magnitude[] {Magnitude.ZERO, Magnitude.ZERO.times(one), one.times(0)}) {
      assertTrue(
          m.isZero() && m.sqrt().isZero() && m.sqrtDown().isZero() && m.dividedBy(one).isZero());
      assertEquals(one, m.plus(one));
      assertEquals(one, one.minusDown(m));
      assertTrue(m.shifted(100).isZero() && m.compareTo(one) < 0);
    }
  }
}
