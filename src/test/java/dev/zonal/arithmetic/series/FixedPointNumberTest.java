package dev.zonal.arithmetic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a ball loses on the way to fixed point and back is in the error, which is no larger. */
class FixedPointNumberTest {
  private static Rational units(Rational x, int bits) {
    return x.shifted(bits);
  }

  @Property(tries = 300)
  void everyPointOfABallIsWithinTheErrorOfItsMidpoint(
      @ForAll Random random,
      @ForAll @IntRange(min = -200, max = 200) int exponent,
      @ForAll @IntRange(min = -220, max = 200) int spread,
      @ForAll @IntRange(min = 0, max = 200) int bits) {
    BigInteger mantissa = BigInteger.valueOf(random.nextInt());
    Ball x = Ball.of(mantissa, exponent, random.nextInt(1 << 30), spread);
    BigInteger midpoint = FixedPoint.midpoint(x, bits);
    BigInteger error = FixedPoint.error(x, bits);
    assertEquals(units(x.midpoint().upper(), bits).floor(), midpoint);
    Rational least = Rational.of(midpoint.subtract(error));
    Rational most = Rational.of(midpoint.add(error));
    assertTrue(units(x.lower(), bits).compareTo(least) >= 0);
    assertTrue(units(x.upper(), bits).compareTo(most) <= 0);
    Rational radius = units(x.radius().upper(), bits);
    assertTrue(radius.add(2).compareTo(Rational.of(error)) >= 0);
  }

  /** A radius of more bits than a ball holds is rounded up. */
  @Property(tries = 300)
  void theBallHasTheMidpointAndTheRadius(
      @ForAll Random random,
      @ForAll @IntRange(min = 0, max = 70) int length,
      @ForAll @IntRange(min = 0, max = 200) int bits) {
    BigInteger midpoint = BigInteger.valueOf(random.nextInt());
    BigInteger radius = new BigInteger(length, random);
    Ball ball = FixedPoint.ball(midpoint, radius, bits);
    assertTrue(ball.contains(Rational.of(midpoint.subtract(radius)).shifted(-bits)));
    assertTrue(ball.contains(Rational.of(midpoint.add(radius)).shifted(-bits)));
    Rational width = units(ball.upper().subtract(ball.lower()), bits);
    Rational most = Rational.of(radius).multiply(Rational.of((2L << 20) + 1, 1L << 20));
    assertTrue(width.compareTo(most) <= 0, () -> width + " for twice " + radius);
  }
}
