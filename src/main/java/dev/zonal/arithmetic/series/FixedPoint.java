package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.ball.Ball;
import java.math.BigInteger;

/** Passing between balls and fixed point, where an integer n stands for n 2^-bits. */
public final class FixedPoint {
  private FixedPoint() {}

  /** The ball with the given midpoint and radius, both in units of 2^-bits. */
  public static Ball ball(BigInteger midpoint, BigInteger radius, int bits) {
    int excess = Math.max(0, radius.bitLength() - 30);
    long mantissa = radius.shiftRight(excess).longValueExact() + (excess > 0 ? 1 : 0);
    return Ball.of(midpoint, -(long) bits, mantissa, (long) excess - bits);
  }

  /** The midpoint of {@code x} in units of 2^-bits, rounded down. */
  public static BigInteger midpoint(Ball x, int bits) {
    return scaled(x.mantissa(), x.exponent() + bits);
  }

  /**
   * A bound on the distance of any point of {@code x} from its fixed-point midpoint, in the same
   * units.
   */
  public static BigInteger error(Ball x, int bits) {
    Ball radius = x.radius();
    return scaled(radius.mantissa(), radius.exponent() + bits).add(BigInteger.TWO);
  }

  private static BigInteger scaled(BigInteger mantissa, long shift) {
    // Farther to the right nothing is left but the sign.
    return mantissa.shiftLeft(Math.toIntExact(Math.max(shift, -(long) mantissa.bitLength() - 1)));
  }
}
