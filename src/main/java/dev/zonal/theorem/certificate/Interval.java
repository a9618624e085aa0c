package dev.zonal.theorem.certificate;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;

/** A closed interval with decimal ends, as it stands in a certificate. */
public record Interval(BigDecimal lower, BigDecimal upper) {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);

  /** The interval of a ball, its ends rounded outward. */
  static Interval around(Ball ball, int digits) {
    return new Interval(ball.lowerDecimal(digits), ball.upperDecimal(digits));
  }

  /** A ball that contains the interval. */
  Ball ball() {
    return Ball.hull(OVER.of(Rational.of(lower)), OVER.of(Rational.of(upper)));
  }

  /** Whether it claims that the number is exactly zero. */
  public boolean isZero() {
    return lower.signum() == 0 && upper.signum() == 0;
  }

  /** 1 or -1 if all its numbers have this sign, else 0; an empty interval has no sign. */
  int sign() {
    if (lower.compareTo(upper) > 0) {
      return 0;
    }
    return lower.signum() > 0 ? 1 : upper.signum() < 0 ? -1 : 0;
  }
}
