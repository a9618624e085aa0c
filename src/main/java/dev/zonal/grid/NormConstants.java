package dev.zonal.grid;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.Precision;

/**
 * What the extrema of the quotients eta_k(1)/eta_k(2) say of the two norms: least |f|_1 &lt;= |f|_2
 * &lt;= greatest |f|_1.
 *
 * @param least the root of the infimum
 * @param greatest the root of the supremum
 * @param spread supremum/infimum
 */
public record NormConstants(Ball least, Ball greatest, Ball spread) {
  private static final BallArithmetic OVER = Precision.CONSTANTS;

  /** Of enclosures of positive numbers. */
  public static NormConstants of(Ball infimum, Ball supremum) {
    return new NormConstants(
        OVER.sqrt(infimum), OVER.sqrt(supremum), OVER.divide(supremum, infimum));
  }
}
