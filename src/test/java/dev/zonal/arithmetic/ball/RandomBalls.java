package dev.zonal.arithmetic.ball;

import java.math.BigInteger;
import java.util.Random;

/**
 * Random balls, points of balls and precisions for the property tests: exact balls, balls of one
 * unit in the last place, and balls as wide as their midpoint, of any size around one.
 */
public final class RandomBalls {
  /** Cases of all properties of the arithmetic together, and the precision they go up to. */
  private static final int CASES = Integer.getInteger("zonal.cases", 100_000);

  private static final int MAX_DIGITS = Integer.getInteger("zonal.maxDigits", 300);
  private static final int SKEWNESS = 6;
  private static final int STEPS = 1 << 20;

  private final Random random;

  public RandomBalls(Random random) {
    this.random = random;
  }

  /** How many cases one of a property's hundred tries runs, if its share is so many percent. */
  public static int share(int percent) {
    return Math.max(1, (int) ((long) CASES * percent / 10_000));
  }

  /**
   * A precision of 3 to the greatest number of digits; one in twenty is within a factor of six of
   * the greatest, since one such case costs as much as thousands of short ones.
   */
  public int bits() {
    double digits = 3 * Math.pow(MAX_DIGITS / 3.0, Math.pow(random.nextDouble(), SKEWNESS));
    return Math.max(12, (int) (digits * 3.33));
  }

  /** A ball whose midpoint has about so many bits and is below 2^magnitude in absolute value. */
  public Ball below(int bits, int magnitude) {
    int length = 1 + random.nextInt(bits + bits / 4);
    BigInteger mantissa = new BigInteger(length, random);
    if (random.nextInt(8) == 0) {
      mantissa = BigInteger.ONE.shiftLeft(length - 1);
    }
    int drop = random.nextInt(4) == 0 ? random.nextInt(2 * bits) : random.nextInt(8);
    return around(random.nextBoolean() ? mantissa : mantissa.negate(), magnitude - length - drop);
  }

  /** A ball with this midpoint, or one close to it: exact, narrow or wide. */
  public Ball around(BigInteger mantissa, long exponent) {
    long mass = random.nextInt(1 << 20);
    switch (random.nextInt(5)) {
      case 0:
        return Ball.of(mantissa, exponent, 0, 0);
      case 1:
        return Ball.of(mantissa, exponent, mass, exponent + mantissa.bitLength() - 19);
      case 2:
        // the lower end point is zero
        return Ball.of(mantissa, exponent, Magnitude.atLeast(mantissa, exponent));
      default:
        return Ball.of(mantissa, exponent, mass, exponent - random.nextInt(24));
    }
  }

  /** A point of the ball, exactly; often an end point. */
  public Dyadic pointOf(Ball ball) {
    int step =
        random.nextInt(4) == 0
            ? (random.nextBoolean() ? STEPS : -STEPS)
            : random.nextInt(2 * STEPS + 1) - STEPS;
    Dyadic radius = ball.radius().center();
    return ball.center()
        .plus(radius.mantissa.multiply(BigInteger.valueOf(step)), radius.exponent - 20);
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }
}
