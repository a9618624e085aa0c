package dev.zonal.arithmetic.ball;

import dev.zonal.arithmetic.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact dyadic rational {@code mantissa 2^exponent}: the end points and midpoints of balls. */
public final class Dyadic implements Comparable<Dyadic> {
  static final double LOG10_OF_2 = Math.log10(2);
  private static final int LARGEST_SHIFT = 1 << 28;

  public final BigInteger mantissa;
  public final long exponent;

  public Dyadic(BigInteger mantissa, long exponent) {
    this.mantissa = mantissa;
    this.exponent = exponent;
  }

  /** {@code mantissa 2^distance}, rounded down where that is no integer. */
  public static BigInteger shift(BigInteger mantissa, long distance) {
    if (distance > LARGEST_SHIFT && mantissa.signum() != 0) {
      throw new ArithmeticException("exponents too far apart for an exact result");
    }
    if (distance < -LARGEST_SHIFT) {
      return BigInteger.valueOf(Math.min(0, mantissa.signum()));
    }
    return mantissa.shiftLeft((int) distance);
  }

  public int signum() {
    return mantissa.signum();
  }

  /** The e with 2^(e-1) &lt;= |x| &lt; 2^e; for zero the least long. */
  public long binaryOrder() {
    return mantissa.signum() == 0 ? Long.MIN_VALUE : mantissa.abs().bitLength() + exponent;
  }

  public Dyadic plus(BigInteger otherMantissa, long otherExponent) {
    if (mantissa.signum() == 0) {
      return new Dyadic(otherMantissa, otherExponent);
    }
    if (otherMantissa.signum() == 0) {
      return this;
    }
    long common = Math.min(exponent, otherExponent);
    return new Dyadic(
        shift(mantissa, exponent - common).add(shift(otherMantissa, otherExponent - common)),
        common);
  }

  /** The greatest multiple of 2^grid that is at most this, as that multiple. */
  public BigInteger floorOn(long grid) {
    return shift(mantissa, exponent - grid);
  }

  /** The least multiple of 2^grid that is at least this, as that multiple. */
  BigInteger ceilingOn(long grid) {
    return shift(mantissa.negate(), exponent - grid).negate();
  }

  @Override
  public int compareTo(Dyadic other) {
    int sign = signum();
    if (sign != other.signum() || sign == 0) {
      return Integer.compare(sign, other.signum());
    }
    int bySize = Long.compare(binaryOrder(), other.binaryOrder());
    if (bySize != 0) {
      return sign * bySize;
    }
    long common = Math.min(exponent, other.exponent);
    return floorOn(common).compareTo(other.floorOn(common));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Dyadic dyadic && compareTo(dyadic) == 0;
  }

  @Override
  public int hashCode() {
    int zeros = Math.max(0, mantissa.getLowestSetBit());
    return 31 * mantissa.shiftRight(zeros).hashCode()
        + (mantissa.signum() == 0 ? 0 : Long.hashCode(exponent + zeros));
  }

  int compareTo(Rational value) {
    int sign = signum();
    int otherSign = value.signum();
    if (sign != otherSign || sign == 0) {
      return Integer.compare(sign, otherSign);
    }
    // x against n/d: compare x d with n
    return new Dyadic(mantissa.multiply(value.denominator()), exponent)
        .compareTo(new Dyadic(value.numerator(), 0));
  }

  public Rational toFraction() {
    return exponent >= 0
        ? Rational.of(shift(mantissa, exponent))
        : Rational.of(mantissa, shift(BigInteger.ONE, -exponent));
  }

  /** The nearest double, ties to even; overflows to an infinity and underflows gradually. */
  public double toDouble() {
    if (mantissa.signum() == 0) {
      return 0;
    }
    long top = binaryOrder();
    if (top > 1025) {
      return mantissa.signum() * Double.POSITIVE_INFINITY;
    }
    if (top < -1076) {
      return mantissa.signum() * 0.0;
    }
    long unit = Math.max(top - 53, -1074);
    BigInteger rounded = quotient(mantissa, exponent - unit, 0, RoundingMode.HALF_EVEN);
    return Math.scalb(rounded.doubleValue(), (int) unit);
  }

  /**
   * This number rounded to {@code digits} significant decimal digits; zero is {@link
   * BigDecimal#ZERO}, every other result has precision {@code digits}.
   */
  BigDecimal decimal(int digits, RoundingMode mode) {
    if (mantissa.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (FarDecimal.isFar(this, digits)) {
      return FarDecimal.decimal(this, digits, mode);
    }
    BigInteger bound = BigInteger.TEN.pow(digits);
    BigInteger least = bound.divide(BigInteger.TEN);
    int scale = Math.toIntExact(digits - 1 - (long) Math.floor((binaryOrder() - 1) * LOG10_OF_2));
    while (true) {
      BigInteger unscaled = quotient(mantissa, exponent + scale, scale, mode);
      if (unscaled.abs().compareTo(bound) >= 0) {
        scale--;
      } else if (unscaled.abs().compareTo(least) < 0) {
        scale++;
      } else {
        return new BigDecimal(unscaled, scale);
      }
    }
  }

  /** m 2^twos 5^fives rounded to an integer. */
  private static BigInteger quotient(BigInteger m, long twos, int fives, RoundingMode mode) {
    BigInteger power = BigInteger.valueOf(5).pow(Math.abs(fives));
    BigInteger numerator = fives >= 0 ? m.multiply(power) : m;
    BigInteger denominator = fives >= 0 ? BigInteger.ONE : power;
    if (twos >= 0) {
      numerator = shift(numerator, twos);
    } else {
      denominator = shift(denominator, -twos);
    }
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), 0, mode)
        .toBigIntegerExact();
  }
}
