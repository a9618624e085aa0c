package dev.zonal.arithmetic.ball;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Lemmas 2.2 and 2.4, and the questions that one may ask a ball, against exact end points. */
class BallTest {
  private static final BigInteger ONE = BigInteger.ONE;

  private static Rational exact(BigInteger mantissa, long exponent) {
    return new Dyadic(mantissa, exponent).toFraction();
  }

  private static void assertLess(Rational a, Rational b) {
    assertTrue(a.subtract(b).signum() < 0, () -> a + " is not less than " + b);
  }

  private static void assertAtMost(Rational a, Rational b) {
    assertTrue(a.subtract(b).signum() <= 0, () -> a + " is more than " + b);
  }

  private static BigInteger some(Random random, int bits) {
    BigInteger size = new BigInteger(bits, random).setBit(bits);
    return random.nextBoolean() ? size : size.negate();
  }

  @Property
  void aBallReachesAsFarAsItsRadiusHoweverFineItsMidpoint(
      @ForAll Random random,
      @ForAll @IntRange(min = 0, max = 200) int bits,
      @ForAll @IntRange(min = -120, max = 120) int distance) {
    BigInteger middle = some(random, bits);
    long radius = 1 + random.nextInt(Integer.MAX_VALUE);
    Ball ball = Ball.of(middle, 0, radius, distance);
    Rational r = exact(BigInteger.valueOf(radius), distance);
    assertAtMost(ball.lower(), exact(middle, 0).subtract(r));
    assertAtMost(exact(middle, 0).add(r), ball.upper());
    Rational width = r.multiply(2).add(r.divide(1 << 20));
    assertAtMost(ball.upper().subtract(ball.lower()), width);
  }

  @Example
  void aTinyRadiusIsEnlargedAndNeverDropped() {
    long far = 1L << 25;
    Ball ball = Ball.of(ONE, 0, 1, -far);
    assertFalse(ball.isExact());
    assertTrue(ball.radiusMagnitude().binaryOrder() > -far);
    assertTrue(ball.radiusMagnitude().binaryOrder() < 64 - (1 << 24));
    for (long distance = (1 << 24) - 40; distance < (1 << 24) + 40; distance++) {
      Magnitude radius = Magnitude.atLeast(Integer.MAX_VALUE, -distance);
      assertTrue(Ball.of(ONE, 0, radius).radiusMagnitude().compareTo(radius) >= 0);
    }
  }

  @Example
  void exponentsBeyondTheRangeAreRefused() {
    long most = 1L << 60;
    Magnitude none = Magnitude.ZERO;
    Magnitude wide = Magnitude.powerOfTwo(most + 40);
    Magnitude narrow = Magnitude.powerOfTwo(-most - 40);
    BigInteger zero = BigInteger.ZERO;
    assertEquals(most, Ball.of(ONE, most, none).exponent());
    assertEquals(-most, Ball.of(ONE, -most, none).exponent());
    for (long end : new long[] {most, -most}) {
      Magnitude last = Magnitude.powerOfTwo(end + 30);
      assertEquals(end, last.exponent);
      assertEquals(last, Ball.of(BigInteger.ZERO, 0, last).radiusMagnitude());
    }
    assertEquals(Rational.of(-1), Ball.of(BigInteger.ZERO, 0, 1L << 62, -62).lower());
    assertThrows(DomainException.class, () -> Ball.of(ONE, most + 1, none));
    assertThrows(DomainException.class, () -> Ball.of(ONE, -most - 1, none));
    assertThrows(DomainException.class, () -> Ball.of(zero, 0, wide));
    assertThrows(DomainException.class, () -> Ball.of(zero, 0, narrow));
    assertThrows(IllegalArgumentException.class, () -> Ball.of(ONE, 0, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> Ball.of(ONE, 0, (1L << 62) + 1, 0));
  }

  @Property
  void aBallOfEndPointsContainsBothAndLittleElse(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 300) int bits,
      @ForAll @IntRange(min = 0, max = 300) int drop,
      @ForAll @IntRange(min = 1, max = 40) int width) {
    Dyadic lower = new Dyadic(some(random, bits), -bits);
    Dyadic upper = lower.plus(new BigInteger(width, random).setBit(width - 1), -width - drop);
    Ball ball = Ball.ofEndpoints(lower, upper);
    assertAtMost(ball.lower(), lower.toFraction());
    assertAtMost(upper.toFraction(), ball.upper());
    Rational diameter = upper.toFraction().subtract(lower.toFraction());
    assertAtMost(ball.upper().subtract(ball.lower()), diameter.add(diameter.divide(1L << 28)));
    assertTrue(lower.signum() < 0 || ball.isNonNegative());
    assertTrue(upper.signum() > 0 || ball.upper().signum() <= 0);
    Ball a = Ball.of(lower.mantissa, lower.exponent, Magnitude.ZERO);
    Ball b = Ball.of(upper.mantissa, upper.exponent, Magnitude.ZERO);
    for (Ball hull : new Ball[] {Ball.hull(a, b), Ball.hull(b, a)}) {
      assertTrue(hull.contains(lower.toFraction()) && hull.contains(upper.toFraction()));
    }
  }

  @Property
  void anIntervalThatEndsAtZeroDoesNotReachBeyondIt(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 200) int bits) {
    Dyadic zero = new Dyadic(BigInteger.ZERO, 0);
    Dyadic size = new Dyadic(new BigInteger(bits, random).add(ONE), -bits);
    assertEquals(Rational.ZERO, Ball.ofEndpoints(zero, size).lower());
    Dyadic mirrored = new Dyadic(size.mantissa.negate(), size.exponent);
    assertEquals(Rational.ZERO, Ball.ofEndpoints(mirrored, zero).upper());
  }

  @Property
  void endPointsThatAreFarApartAreContainedAndKeepTheirSide(
      @ForAll Random random, @ForAll @IntRange(min = 50, max = 3000) int distance) {
    Dyadic lower = new Dyadic(new BigInteger(20, random).add(ONE), -distance);
    Dyadic upper = new Dyadic(new BigInteger(90, random).setBit(90), -90);
    Ball ball = Ball.ofEndpoints(lower, upper);
    assertTrue(ball.isNonNegative());
    assertTrue(ball.contains(lower.toFraction()) && ball.contains(upper.toFraction()));
  }

  @Property
  void boundsOfTheModulusHoldOverTheBallAndAreNear(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 120) int bits,
      @ForAll @IntRange(min = 0, max = 40) int drop) {
    BigInteger size = some(random, bits).abs();
    // from a radius that all but reaches zero to a tiny one
    BigInteger less = new BigInteger(Math.max(0, bits - 8 - random.nextInt(8)), random);
    BigInteger radius = size.shiftRight(drop).subtract(drop % 2 == 0 ? less : ONE).max(ONE);
    for (BigInteger middle : new BigInteger[] {size, size.negate()}) {
      Ball ball = Ball.of(middle, 0, Magnitude.atLeast(radius, 0));
      boolean positive = middle.signum() > 0;
      Rational near = positive ? ball.lower() : ball.upper().negate();
      Rational far = positive ? ball.upper() : ball.lower().negate();
      Rational most = ball.upperMagnitude().isZero() ? Rational.ZERO : above(ball);
      assertAtMost(far, most);
      assertAtMost(most, far.add(far.divide(1 << 28)));
      assertEquals(near.signum() <= 0, ball.containsZero());
      assertEquals(positive && near.signum() > 0, ball.isPositive());
      assertEquals(!positive && near.signum() > 0, ball.isNegative());
      assertEquals(ball.lower().signum() >= 0, ball.isNonNegative());
      Ball modulus = ball.abs();
      assertEquals(far, modulus.upper());
      assertEquals(near, modulus.lower());
      Magnitude least = ball.lowestMagnitude();
      assertAtMost(exact(least), near.signum() <= 0 ? Rational.ZERO : near);
      assertAtMost(near, exact(least).add(near.abs().divide(1 << 20)));
      assertLess(far, exact(ONE, ball.binaryOrder()));
      if (near.signum() > 0) {
        assertAtMost(exact(ONE, ball.lowerBinaryOrder() - 1), near);
      }
      assertLess(ball.radius().upper(), exact(size, 0).multiply(exact(ONE, -ball.accuracyBits())));
    }
  }

  private static Rational above(Ball ball) {
    return exact(ball.upperMagnitude());
  }

  private static Rational exact(Magnitude m) {
    return exact(BigInteger.valueOf(m.mantissa), m.exponent);
  }

  /** The radius is not doubled, the midpoint not moved, where both are far from 1. */
  @Property
  void aBallIsTheSameAtAnyScale(
      @ForAll Random random, @ForAll @IntRange(min = -60, max = 60) int distance) {
    BigInteger middle = some(random, 40);
    Magnitude radius = Magnitude.atLeast(1 + random.nextInt(Integer.MAX_VALUE), distance);
    long far = 1L << 50;
    Ball ball = Ball.of(middle, 0, radius);
    for (long scale : new long[] {far, -far}) {
      Ball scaled = Ball.of(middle, scale, radius.shifted(scale)).shifted(-scale);
      assertEquals(ball.lower(), scaled.lower());
      assertEquals(ball.upper(), scaled.upper());
    }
  }

  @Example
  void endPointsFartherApartThanAnySumAreContained() {
    Dyadic least = new Dyadic(ONE, -(1L << 30));
    Dyadic one = new Dyadic(ONE, 0);
    Ball ball = Ball.ofEndpoints(least, one);
    assertTrue(ball.isNonNegative() && ball.contains(Rational.ONE));
    assertTrue(ball.lowerEnd().compareTo(least) <= 0);
    assertTrue(Ball.ofEndpoints(one, one).isExact());
    assertEquals(Rational.ONE, Ball.ofEndpoints(one, one).lower());
  }

  @Example
  void whatIsLostToThirtyOneBitsIsLookedForInTheEndPoint() {
    BigInteger power = ONE.shiftLeft(35);
    Ball ball = Ball.of(power.add(ONE), 0, Magnitude.powerOfTwo(35));
    assertTrue(ball.isPositive() && ball.negated().isNegative());
    assertEquals(Rational.ONE, exact(ball.lowestMagnitude()));
    assertTrue(Ball.exact(0).isNonNegative() && Ball.exact(0).containsZero());
  }

  @Example
  void ordersAndAccuracyOfExactBallsAndOfBallsAroundZero() {
    Ball three = Ball.exact(3);
    Ball wide = Ball.of(ONE, 0, 2, 0);
    assertEquals(2, three.binaryOrder());
    assertEquals(2, three.lowerBinaryOrder());
    assertEquals(Long.MIN_VALUE, Ball.exact(0).binaryOrder());
    assertEquals(Long.MIN_VALUE, wide.lowerBinaryOrder());
    assertEquals(Long.MAX_VALUE, three.accuracyBits());
    assertEquals(Long.MIN_VALUE, Ball.of(BigInteger.ZERO, 0, 2, 0).accuracyBits());
    assertEquals(3.0, three.toDouble());
  }

  @Example
  void peopleSeeMidpointAndRadius() {
    assertEquals("3.0000000000000000000", Ball.exact(3).toString());
    assertEquals("3.0000000000000000000 +/- 0.250", Ball.of(BigInteger.valueOf(3), 0, 1, -2) + "");
  }

  @Property
  void ordersAreThoseOfTheEndPoints(
      @ForAll @IntRange(min = -9, max = 9) int a,
      @ForAll @IntRange(min = 0, max = 4) int r,
      @ForAll @IntRange(min = -9, max = 9) int b,
      @ForAll @IntRange(min = 0, max = 4) int s) {
    Ball x = Ball.of(BigInteger.valueOf(a), 0, r, 0);
    Ball y = Ball.of(BigInteger.valueOf(b), 0, s, 0);
    assertEquals(a + r < b - s, x.certainlyLess(y));
    assertEquals(a - r > b + s, x.certainlyGreater(y));
    assertEquals(a + r >= b - s && a - r <= b + s, x.overlaps(y));
    assertEquals(a - r <= b - s && a + r >= b + s, x.contains(y));
    assertEquals(a - r <= b && a + r >= b, x.contains(Rational.of(b)));
    Ball wider = x.inflate(y);
    assertAtMost(wider.lower(), Rational.of(a - r - Math.abs(b) - s));
    assertAtMost(Rational.of(a + r + Math.abs(b) + s), wider.upper());
  }

  @Example
  void aBallAroundOneThatReachesBelowZeroIsNotNonNegative() {
    assertFalse(Ball.of(ONE, 0, 2, 0).isNonNegative());
    assertTrue(Ball.of(ONE, 0, 1, 0).isNonNegative());
    assertFalse(Ball.of(ONE.negate(), 0, 3, 0).isNonNegative());
  }
}
