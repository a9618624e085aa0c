package dev.zonal.theorem;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A closed interval with decimal ends, as it stands in a certificate. It is a claim, which may be
 * false: the interval may even be empty.
 */
public record Interval(BigDecimal lower, BigDecimal upper) {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);

  /** The interval of a ball, its ends rounded outward. */
  static Interval around(Ball ball, int digits) {
    return new Interval(ball.lowerDecimal(digits), ball.upperDecimal(digits));
  }

  /** A ball that contains the interval. */
  Ball ball() {
    return Ball.hull(OVER.of(fraction(lower)), OVER.of(fraction(upper)));
  }

  /**
   * What a ball that holds a number says about the claim that the number lies in this interval.
   * Refuted if it certainly does not.
   */
  Verdict holds(Ball number) {
    boolean above = number.lower().subtract(fraction(lower)).signum() >= 0;
    boolean below = number.upper().subtract(fraction(upper)).signum() <= 0;
    if (lower.compareTo(upper) <= 0 && above && below) {
      return Verdict.PROVEN;
    }
    boolean apart =
        lower.compareTo(upper) > 0
            || number.upper().subtract(fraction(lower)).signum() < 0
            || number.lower().subtract(fraction(upper)).signum() > 0;
    return apart ? Verdict.REFUTED : Verdict.UNDECIDED;
  }

  /** Whether it claims that the number is exactly zero. */
  boolean isZero() {
    return lower.signum() == 0 && upper.signum() == 0;
  }

  /** 1 or -1 if all its numbers have this sign, else 0; an empty interval has no sign. */
  int sign() {
    if (lower.compareTo(upper) > 0) {
      return 0;
    }
    return lower.signum() > 0 ? 1 : upper.signum() < 0 ? -1 : 0;
  }

  static BigFraction fraction(BigDecimal value) {
    return value.scale() >= 0
        ? BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : BigFraction.of(value.unscaledValue().multiply(BigInteger.TEN.pow(-value.scale())));
  }
}
