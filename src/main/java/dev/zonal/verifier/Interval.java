package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A closed interval with decimal ends, as it stands in a certificate: the claim that some number
 * lies in it. An interval whose ends are in the wrong order is empty, and holds no number.
 */
record Interval(BigDecimal lower, BigDecimal upper) {
  /** So much the estimates of two binary logarithms are off at the most. */
  private static final double SLACK = 8;

  private static final double LOG2_TEN = Math.log(10) / Math.log(2);

  /** What a ball that contains a number says about the claim. */
  Verdict holds(Ball number) {
    return holds(number.lower(), number.upper());
  }

  /** The same of an interval of rational numbers that contains the number. */
  Verdict holds(BigFraction least, BigFraction most) {
    if (lower.compareTo(upper) > 0 || compare(lower, most) > 0 || compare(upper, least) < 0) {
      return Verdict.REFUTED;
    }
    boolean inside = compare(lower, least) <= 0 && compare(upper, most) >= 0;
    return inside ? Verdict.VERIFIED : Verdict.UNDECIDED;
  }

  /** Whether it claims that the number is exactly zero. */
  boolean isZero() {
    return lower.signum() == 0 && upper.signum() == 0;
  }

  /** The sign of x - y. Numbers of different sizes are told apart without long multiplications. */
  static int compare(BigDecimal x, BigFraction y) {
    int sign = y.signum();
    if (x.signum() != sign || sign == 0) {
      return Integer.compare(x.signum(), sign);
    }
    BigInteger numerator = y.getNumerator().abs();
    BigInteger denominator = y.getDenominator().abs();
    double difference =
        x.unscaledValue().abs().bitLength()
            - x.scale() * LOG2_TEN
            - numerator.bitLength()
            + denominator.bitLength();
    if (Math.abs(difference) > SLACK + 1e-9 * Math.abs(x.scale())) {
      return difference > 0 ? sign : -sign;
    }
    BigInteger left = x.unscaledValue().abs().multiply(denominator);
    int order =
        x.scale() >= 0
            ? left.compareTo(numerator.multiply(BigInteger.TEN.pow(x.scale())))
            : left.multiply(BigInteger.TEN.pow(-x.scale())).compareTo(numerator);
    return sign * order;
  }
}
