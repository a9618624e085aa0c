package dev.zonal.arithmetic.ball;

import dev.zonal.arithmetic.DomainException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounds numbers whose binary exponent is so large that 10 to the power of their decimal exponent
 * cannot be written out: the number over that power is enclosed by balls, more and more closely
 * until both ends of the ball round alike.
 *
 * <p>They come to: a number m 2^e is no decimal of few digits, nor half way between two of them, if
 * e is far larger than the bits of m and the digits together. For e &gt; 0 such a decimal would be
 * D 10^s with 5^s a divisor of m; for e &lt; 0 it would be D 10^(-t) with 2^(-e) a divisor of 2^t
 * m, where t is about .3 |e|.
 */
public final class FarDecimal {
  private static final int GUARD = 96;

  /** What a BigDecimal can hold, with room for digits. */
  private static final double LARGEST = 2e9;

  private FarDecimal() {}

  /** Whether the number is one of those, for so many digits. */
  public static boolean isFar(Dyadic x, int digits) {
    return Math.abs(x.exponent) > 1 << 17
        && Math.abs(x.exponent) / 8 > x.mantissa.bitLength() + 4L * digits;
  }

  /**
   * The number rounded to so many significant digits.
   *
   * @throws DomainException if its decimal exponent is beyond 2 10^9
   */
  @SuppressWarnings("BigDecimalEquals")
  public static BigDecimal decimal(Dyadic x, int digits, RoundingMode mode) {
    double logarithm = (x.binaryOrder() - 1) * Dyadic.LOG10_OF_2;
    if (Math.abs(logarithm) > LARGEST) {
      throw new DomainException("the decimal exponent of a result is beyond 2 10^9");
    }
    int tens = (int) Math.floor(logarithm);
    for (int bits = 4 * digits + GUARD; ; bits *= 2) {
      BallField over = new BallField(bits);
      Ball power = tenTo(over, Math.abs(tens));
      Ball exact = Ball.of(x.mantissa, x.exponent, Magnitude.ZERO);
      Ball scaled = tens < 0 ? over.multiply(exact, power) : over.divide(exact, power);
      BigDecimal low = scaled.lowerEnd().decimal(digits, mode);
      if (low.equals(scaled.upperEnd().decimal(digits, mode))) {
        return low.scaleByPowerOfTen(tens);
      }
    }
  }

  private static Ball tenTo(BallField over, int n) {
    Ball power = Ball.exact(1);
    for (int bit = 31 - Integer.numberOfLeadingZeros(n); bit >= 0; bit--) {
      power = over.square(power);
      power = (n >> bit & 1) == 1 ? over.multiply(power, Ball.exact(10)) : power;
    }
    return power;
  }
}
