package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.BallField;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.ball.FarDecimal;
import dev.zonal.arithmetic.ball.Magnitude;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.function.Executable;

/**
 * Lemmas 2.3, 3.8, 3.9 and 3.10 at the ends of balls that are all but wide, where terms of second
 * order count.
 */
class BallRadiusTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(60);
  private static final BallArithmetic FINE = BallArithmetic.ofBits(300);

  /** A ball around middle 2^-60 whose radius is 2^-drop of that. */
  private static Ball ball(long middle, int drop) {
    return Ball.of(BigInteger.valueOf(middle), -60, middle >> drop, -60);
  }

  /** About the size of 2^magnitude. */
  private static Ball some(Random random, int magnitude, int drop) {
    return ball((1L << 59) + (random.nextLong() >>> 5), drop).shifted(magnitude);
  }

  private static Ball[] ends(Ball a) {
    Dyadic low = a.lowerEnd();
    Dyadic high = a.upperEnd();
    return new Ball[] {
      Ball.of(low.mantissa, low.exponent, Magnitude.ZERO),
      Ball.of(high.mantissa, high.exponent, Magnitude.ZERO)
    };
  }

  private static void containsEnds(BiFunction<BallArithmetic, Ball, Ball> f, Ball a) {
    Ball result = f.apply(OVER, a);
    for (Ball end : ends(a)) {
      Ball exact = f.apply(FINE, end);
      assertTrue(result.contains(exact), () -> result + " at " + a + " misses " + exact);
    }
  }

  @Property(tries = 500)
  void functionsReachTheirValuesAtBothEnds(
      @ForAll Random random,
      @ForAll @IntRange(min = 7, max = 20) int drop,
      @ForAll @IntRange(min = -3, max = 5) int magnitude) {
    Ball a = some(random, magnitude, drop);
    containsEnds(BallArithmetic::exp, some(random, 2, drop));
    containsEnds(BallArithmetic::log, a);
    containsEnds(BallArithmetic::sin, a);
    containsEnds(BallArithmetic::cos, a);
    containsEnds(BallArithmetic::atan, a);
    containsEnds(BallArithmetic::atan, a.negated());
    containsEnds(BallArithmetic::sqrt, a);
    containsEnds(BallArithmetic::asin, some(random, -1, drop));
    containsEnds((over, r) -> over.arcCosineDefect(r, r.shifted(-1), r), some(random, -2, drop));
  }

  /** At multiples of pi/2, where the first order of one of them vanishes. */
  @Property(tries = 200)
  void sineAndCosineReachTheirValuesWhereTheirSlopesVanish(
      @ForAll @IntRange(min = 1, max = 9) int quarter,
      @ForAll @IntRange(min = 3, max = 18) int drop) {
    Ball a = OVER.scale(OVER.pi(), Rational.of(quarter, 2)).midpoint();
    Ball wide = a.inflate(Ball.exact(1).shifted(-drop));
    containsEnds(BallArithmetic::sin, wide);
    containsEnds(BallArithmetic::cos, wide);
  }

  @Property(tries = 500)
  void operationsReachTheirValuesAtAllCorners(
      @ForAll Random random, @ForAll @IntRange(min = 7, max = 20) int drop) {
    Ball a = some(random, random.nextInt(9) - 4, drop);
    Ball b = some(random, random.nextInt(9) - 4, 7 + random.nextInt(10));
    Ball signed = random.nextBoolean() ? b : b.negated();
    containsCorners(OVER.add(a, signed), Rational::add, a, signed);
    containsCorners(OVER.subtract(a, signed), Rational::subtract, a, signed);
    containsCorners(OVER.multiply(a, signed), Rational::multiply, a, signed);
    containsCorners(OVER.divide(a, signed), Rational::divide, a, signed);
    containsCorners(OVER.square(a), (x, y) -> x.multiply(x), a, a);
    Rational factor = Rational.of(random.nextInt(1000) - 500, 1 + random.nextInt(99));
    containsCorners(OVER.scale(a, factor), (x, y) -> x.multiply(factor), a, a);
  }

  private static void containsCorners(Ball result, BinaryOperator<Rational> f, Ball a, Ball b) {
    for (Rational x : new Rational[] {a.lower(), a.upper()}) {
      for (Rational y : new Rational[] {b.lower(), b.upper()}) {
        assertTrue(result.contains(f.apply(x, y)), () -> result + " of " + a + " and " + b);
      }
    }
  }

  @Property(tries = 300)
  void whatIsFarBelowASumIsInItsRadius(
      @ForAll Random random, @ForAll @IntRange(min = 60, max = 400) int distance) {
    Ball a = Ball.exact(new BigInteger(50, random).setBit(50));
    Ball b = Ball.exact(new BigInteger(50, random).setBit(50)).shifted(-distance);
    Rational exact = a.lower().add(b.lower());
    assertTrue(OVER.add(a, b).contains(exact) && OVER.add(b, a).contains(exact));
    assertTrue(OVER.add(a, b).accuracyBits() >= 57);
  }

  /** Lemma 3.8: (5/4) (c r_s + s r_c). */
  @Property(tries = 200)
  void theAngleOfAVectorHasTheRadiusOfItsLemma(
      @ForAll @IntRange(min = 10, max = 60) int percent,
      @ForAll @IntRange(min = 6, max = 20) int k) {
    double angle = Math.PI / 2 * percent / 100;
    Ball error = Ball.exact(1).shifted(-k);
    Ball sine = OVER.of(Rational.of(Math.sin(angle))).inflate(error);
    Ball cosine = OVER.of(Rational.of(Math.cos(angle))).inflate(error);
    Ball result = OVER.acuteAngle(sine, cosine);
    double least = 1.25 * (Math.sin(angle) + Math.cos(angle)) * Math.scalb(1.0, -k);
    if (!BallField.isWide(sine)) {
      assertTrue(result.radius().toDouble() >= least * (1 - 1e-12));
      assertTrue(result.radius().toDouble() <= least * (1 + 1e-8));
    }
  }

  @Property(tries = 300)
  void piIsWithinItsRadiusAndThatIsTwoUnits(@ForAll @IntRange(min = 8, max = 2000) int bits) {
    Ball pi = BallArithmetic.ofBits(bits).pi();
    assertTrue(pi.contains(BallArithmetic.ofBits(bits + 100).pi()));
    assertTrue(pi.radiusMagnitude().compareTo(Magnitude.powerOfTwo(1 - bits)) >= 0);
  }

  @Example
  void precisionsOutOfRangeAreRefused() {
    assertEquals(8, BallArithmetic.ofBits(8).bits());
    assertThrows(IllegalArgumentException.class, () -> BallArithmetic.ofBits(7));
    assertThrows(DomainException.class, () -> BallArithmetic.ofBits((1 << 24) + 1));
    for (int digits = 1; digits < 400; digits++) {
      BigInteger power = BigInteger.TEN.pow(digits);
      assertTrue(BallArithmetic.bitsFor(digits) >= power.bitLength() - 1);
      assertTrue(BallArithmetic.bitsFor(digits) <= power.bitLength());
    }
  }

  private static void assertNotPositive(Executable logarithm) {
    String message = assertThrows(DomainException.class, logarithm).getMessage();
    assertTrue(message.contains("which is not positive"), message);
  }

  @Example
  void gammaIsRefusedAtItsPolesAndItsLogarithmBelowZero() {
    GammaFunction gamma = new GammaFunction(OVER);
    Rational half = Rational.of(1, 2);
    for (int n = -10; n <= 0; n++) {
      Rational x = Rational.of(n, 2);
      if (n % 2 == 0) {
        assertThrows(DomainException.class, () -> gamma.gamma(x));
      }
      assertNotPositive(() -> gamma.logGamma(x));
      assertNotPositive(() -> gamma.ratio(x, half));
      assertNotPositive(() -> gamma.ratio(half, x));
    }
    Rational farBelow = Rational.of(-3, 2).subtract(Rational.of(1L << 40));
    String refusal = assertThrows(DomainException.class, () -> gamma.gamma(farBelow)).getMessage();
    assertTrue(refusal.contains("large negative"), refusal);
    assertThrows(IllegalArgumentException.class, () -> gamma.risingFactorial(half, -1));
    assertTrue(
        OVER.square(gamma.gamma(half.negate())).overlaps(OVER.scale(OVER.pi(), Rational.of(4))));
  }

  /** FarDecimal's own way, where the decimal can be written out. */
  @Property(tries = 100)
  void aFarDecimalRoundsAsAnExactOne(
      @ForAll Random random,
      @ForAll @IntRange(min = -3000, max = 3000) int exponent,
      @ForAll @IntRange(min = 1, max = 20) int digits,
      @ForAll RoundingMode mode) {
    BigInteger mantissa = new BigInteger(60, random).setBit(59).setBit(0);
    Dyadic x = new Dyadic(random.nextBoolean() ? mantissa : mantissa.negate(), exponent);
    if (mode == RoundingMode.UNNECESSARY || Math.abs(exponent) < 500) {
      return;
    }
    BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(exponent));
    BigDecimal exact = new BigDecimal(x.mantissa);
    exact = exponent > 0 ? exact.multiply(power) : exact.divide(power);
    BigDecimal expected = exact.round(new MathContext(digits, mode));
    assertEquals(0, expected.compareTo(FarDecimal.decimal(x, digits, mode)));
  }

  @Example
  void onlyNumbersFarFromEveryShortDecimalAreFar() {
    BigInteger one = BigInteger.ONE;
    assertFalse(FarDecimal.isFar(new Dyadic(one, 1 << 17), 5));
    assertTrue(FarDecimal.isFar(new Dyadic(one, (1 << 17) + 1), 5));
    assertTrue(FarDecimal.isFar(new Dyadic(one, -(1 << 17) - 1), 5));
    assertFalse(FarDecimal.isFar(new Dyadic(one, (1 << 17) + 1), 5000));
    assertFalse(FarDecimal.isFar(new Dyadic(one.shiftLeft(20_000), (1 << 17) + 1), 5));
    Dyadic beyond = new Dyadic(one, 1L << 40);
    assertThrows(DomainException.class, () -> FarDecimal.decimal(beyond, 5, RoundingMode.UP));
  }
}
