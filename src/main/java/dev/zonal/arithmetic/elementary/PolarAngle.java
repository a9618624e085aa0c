package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.ball.SquareRoot;
import java.math.BigInteger;

/**
 * Arc tangent and arc sine of exact dyadic numbers, as the angle of a vector (c, s) of the first
 * quadrant. An approximate angle y, a double, a point of a grid near it or what the same algorithm
 * finds in fewer bits, is corrected by {@code theta = y + atan((s cos y - c sin y)/(c cos y + s sin
 * y))}, which holds whatever y is (docs/theory.md, Proposition 3.7).
 */
public final class PolarAngle {
  private static final int GUARD = 24;
  private static final int DOUBLE_IS_CLOSE_ENOUGH = 1200;

  /** No angle of the quadrant is larger, and tables end here. */
  private static final double LARGEST = 1.75;

  private PolarAngle() {}

  /** A ball around atan x of relative radius below about 2^-bits. */
  public static Ball arcTangent(Dyadic x, int bits) {
    long top = x.binaryOrder();
    if (x.signum() == 0) {
      return Ball.exact(0);
    }
    if (2 * top < -bits) {
      // |atan x - x| <= |x|^3/3
      return Ball.of(x.mantissa, x.exponent, Magnitude.powerOfTwo(3 * top - 1));
    }
    int fraction = SineCosine.fraction(bits + GUARD, (int) Math.max(0, -top));
    BigInteger size = x.mantissa.abs();
    // (c, s) = (1, x), or 2^-top (1, x) with x 2^-top in [1/2, 1)
    long scale = Math.max(0, top);
    BigInteger c = Dyadic.shift(BigInteger.ONE, fraction - scale);
    BigInteger s = Dyadic.shift(size, x.exponent + fraction - scale);
    return ball(x.signum(), fixed(c, s, fraction), fraction);
  }

  /** A ball around asin x of relative radius below about 2^-bits, for |x| &lt;= 1. */
  public static Ball arcSine(Dyadic x, int bits) {
    long top = x.binaryOrder();
    if (x.signum() == 0) {
      return Ball.exact(0);
    }
    if (2 * top < -bits) {
      // |asin x - x| <= |x|^3
      return Ball.of(x.mantissa, x.exponent, Magnitude.powerOfTwo(3 * top));
    }
    int fraction = SineCosine.fraction(bits + GUARD, (int) Math.max(0, -top));
    BigInteger size = x.mantissa.abs();
    Dyadic complement =
        new Dyadic(size.multiply(size).negate(), 2 * x.exponent).plus(BigInteger.ONE, 0);
    BigInteger c = SquareRoot.floor(complement.floorOn(-2L * fraction));
    BigInteger s = Dyadic.shift(size, x.exponent + fraction);
    return ball(x.signum(), fixed(c, s, fraction), fraction);
  }

  /**
   * A ball around the angle of (c, s), both at least 0, of a length between 1/2 and 2, where s is
   * not far below 2^-bits.
   */
  public static Ball of(Dyadic c, Dyadic s, int bits) {
    if (s.signum() == 0) {
      return Ball.exact(0);
    }
    int fraction = SineCosine.fraction(bits + GUARD, (int) Math.max(0, -s.binaryOrder()));
    return ball(1, fixed(c.floorOn(-fraction), s.floorOn(-fraction), fraction), fraction);
  }

  private static Ball ball(int sign, Fixed fixed, int fraction) {
    // four units for the vector
    return Ball.of(
        sign < 0 ? fixed.value.negate() : fixed.value,
        -fraction,
        fixed.error.plus(Magnitude.atLeast(4, 0)).shifted(-fraction));
  }

  /** The angle of (c, s), whose length is between 2^(fraction-1) and 2^(fraction+1). */
  private static Fixed fixed(BigInteger c, BigInteger s, int fraction) {
    BigInteger y;
    SineCosine.Fixed at;
    if (FineRotation.isFor(fraction)) {
      int grid = FineRotation.gridBits(fraction);
      long point = (long) Math.scalb(Math.min(LARGEST, angle(c, s, fraction)), grid);
      y = BigInteger.valueOf(point).shiftLeft(fraction - grid);
      at = FineRotation.fixed(point, fraction);
    } else {
      y = approximation(c, s, fraction);
      at = SineCosine.fixed(y, fraction);
    }
    BigInteger cross = s.multiply(at.cosine()).subtract(c.multiply(at.sine()));
    BigInteger dot = c.multiply(at.cosine()).add(s.multiply(at.sine()));
    BigInteger tangent = cross.abs().shiftLeft(fraction).divide(dot);
    if (dot.signum() <= 0 || tangent.bitLength() >= fraction) {
      throw new IllegalStateException("the approximate angle is not within 1/2");
    }
    BigInteger square = tangent.multiply(tangent).shiftRight(fraction);
    HypergeometricSum sum =
        HypergeometricSum.of(HypergeometricSeries.ARC_TANGENT, square, fraction);
    BigInteger correction = tangent.multiply(sum.value()).shiftRight(fraction);
    return new Fixed(
        cross.signum() < 0 ? y.subtract(correction) : y.add(correction),
        at.error().times(4).plus(Magnitude.atLeast(sum.error() + 4, 0)));
  }

  /** Some y in [0, 7/4] near the angle. */
  private static BigInteger approximation(BigInteger c, BigInteger s, int fraction) {
    BigInteger y;
    if (fraction <= DOUBLE_IS_CLOSE_ENOUGH) {
      y = Logarithm.fixed(TableGrid.start(angle(c, s, fraction), fraction), fraction);
    } else {
      int drop = fraction - (fraction / 4 + 64);
      y = fixed(c.shiftRight(drop), s.shiftRight(drop), fraction - drop).value.shiftLeft(drop);
    }
    BigInteger most = BigInteger.valueOf(7).shiftLeft(fraction - 2);
    return y.max(BigInteger.ZERO).min(most);
  }

  /** About the angle. */
  private static double angle(BigInteger c, BigInteger s, int fraction) {
    return Math.atan2(new Dyadic(s, -fraction).toDouble(), new Dyadic(c, -fraction).toDouble());
  }

  private record Fixed(BigInteger value, Magnitude error) {}
}
