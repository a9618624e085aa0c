package dev.zonal.theorem.confirmation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;

/**
 * How accurately eigenvalues are compared.
 *
 * @param digits the digits of agreement asked for
 * @param over an arithmetic of more digits than these
 */
public record Tolerance(int digits, BallArithmetic over) {
  /** What the second opinion may be wrong by, in digits beyond those asked for. */
  private static final int NOISE_DIGITS = 3;

  private static final double LOG2_TEN = Math.log(10) / Math.log(2);

  /** 10^-digits, relative to the eigenvalue. */
  Ball agreement() {
    return over.power(Ball.exact(10), -digits);
  }

  /** What a second opinion may be wrong by, relative to the eigenvalue. */
  Rational noise() {
    return over.power(Ball.exact(10), -digits - NOISE_DIGITS).lower();
  }

  /** A number with the digits asked for, or with those that are known. */
  BigDecimal shown(Ball ball) {
    long known = ball.isExact() ? digits : (long) (ball.accuracyBits() / LOG2_TEN);
    return ball.midpoint().lowerDecimal((int) Math.max(1, Math.min(digits, known)));
  }
}
