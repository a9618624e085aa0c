package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.ball.Magnitude;
import java.math.BigInteger;

/**
 * The logarithm of an exact positive dyadic number. An approximate logarithm y, from a double or
 * from the same algorithm in fewer bits, is corrected by {@code log u = y + 2 atanh((u - e^y)/(u +
 * e^y))}, which holds whatever y is (docs/theory.md, Proposition 3.6).
 */
public final class Logarithm {
  private static final int GUARD = 24;
  private static final int DOUBLE_IS_CLOSE_ENOUGH = 1200;

  private Logarithm() {}

  /** A ball around log x of relative radius below about 2^-bits, for x &gt; 0. */
  public static Ball at(Dyadic x, int bits) {
    Dyadic excess = x.plus(BigInteger.ONE.negate(), 0);
    if (excess.signum() == 0) {
      return Ball.exact(0);
    }
    long close = excess.binaryOrder();
    if (close < -bits) {
      // |log(1 + d) - d| <= d^2 for |d| <= 1/2
      return Ball.of(excess.mantissa, excess.exponent, Magnitude.powerOfTwo(2 * close));
    }
    if (close <= -2) {
      int fraction = (int) (bits + GUARD - close);
      BigInteger u = x.floorOn(-fraction);
      return x.mantissa.bitLength() + x.exponent > 0
          ? ball(fixed(u, fraction), fraction)
          : ball(fixed(reciprocal(x, fraction), fraction), fraction).negated();
    }
    // x = 2^k u with u in [1, 2)
    long k = x.binaryOrder() - 1;
    int kBits = 64 - Long.numberOfLeadingZeros(Math.abs(k));
    int fraction = bits + GUARD;
    int wide = fraction + kBits;
    Fixed u = fixed(x.floorOn(k - fraction), fraction);
    BigInteger logarithm =
        BinaryConstant.LOG_2
            .times2To(wide)
            .multiply(BigInteger.valueOf(k))
            .shiftRight(kBits)
            .add(u.value);
    return ball(new Fixed(logarithm, u.error + 3), fraction);
  }

  private static BigInteger reciprocal(Dyadic x, int fraction) {
    return BigInteger.ONE.shiftLeft(Math.toIntExact(2L * fraction)).divide(x.floorOn(-fraction));
  }

  private static Ball ball(Fixed fixed, int fraction) {
    // two units for the argument
    return Ball.of(fixed.value, -fraction, Magnitude.atLeast(fixed.error + 3, -fraction));
  }

  /** log u for u = argument 2^-fraction in [1, 2]. */
  private static Fixed fixed(BigInteger argument, int fraction) {
    BigInteger y = approximation(argument, fraction);
    Exponential.Fixed exponential = Exponential.fixed(y, fraction);
    BigInteger power = exponential.value().shiftRight(exponential.bits() - fraction);
    BigInteger difference = argument.subtract(power);
    BigInteger quotient = difference.abs().shiftLeft(fraction).divide(argument.add(power));
    BigInteger square = quotient.multiply(quotient).shiftRight(fraction);
    HypergeometricSum sum =
        HypergeometricSum.of(HypergeometricSeries.AREA_TANGENT, square, fraction);
    BigInteger correction = quotient.multiply(sum.value()).shiftRight(fraction - 1);
    return new Fixed(
        difference.signum() < 0 ? y.subtract(correction) : y.add(correction),
        2 * sum.error() + 3 * exponential.error() + 12);
  }

  /** Some y in [0, 3/4] near log u; nothing depends on how near but the speed. */
  private static BigInteger approximation(BigInteger argument, int fraction) {
    BigInteger one = BigInteger.ONE.shiftLeft(fraction);
    BigInteger y;
    if (fraction <= DOUBLE_IS_CLOSE_ENOUGH) {
      double excess = new Dyadic(argument.subtract(one), -fraction).toDouble();
      y = fixed(TableGrid.start(Math.log1p(excess), fraction), fraction);
    } else {
      int shorter = fraction / 4 + 64;
      y = fixed(argument.shiftRight(fraction - shorter), shorter).value;
      y = y.shiftLeft(fraction - shorter);
    }
    return y.max(BigInteger.ZERO).min(one.multiply(BigInteger.valueOf(3)).shiftRight(2));
  }

  static BigInteger fixed(double value, int fraction) {
    int exponent = Math.getExponent(value) - 52;
    long mantissa = (long) Math.scalb(value, -exponent);
    return Dyadic.shift(BigInteger.valueOf(mantissa), (long) exponent + fraction);
  }

  private record Fixed(BigInteger value, long error) {}
}
