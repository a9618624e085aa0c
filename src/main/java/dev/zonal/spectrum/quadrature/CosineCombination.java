package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.BinomialSeries;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The Gegenbauer polynomials of the sphere in R^d as convex combinations of cosines,
 *
 * <p>P_k(cos t) = sum_j a_j a_{k-j} cos((k-2j) t) / sum_j a_j a_{k-j}, a_j = (lambda)_j / j!,
 * lambda = (d-2)/2
 *
 * <p>(docs/theory.md, Lemma 7.1), so that what is known of cosines up to an error is known of these
 * polynomials up to the same error.
 */
final class CosineCombination {
  private final BallArithmetic over;
  private final int dimension;
  private final List<Ball> coefficients;

  /** sum_j a_j a_{k-j} = (2 lambda)_k / k!, the coefficients of the square of the series. */
  private final List<Ball> totals;

  /** For degrees up to {@code last}. */
  CosineCombination(BallArithmetic over, int dimension, int last) {
    this.over = over;
    this.dimension = dimension;
    this.coefficients = BinomialSeries.coefficients(over, dimension - 2L, last);
    this.totals = BinomialSeries.coefficients(over, 2 * (dimension - 2L), last);
  }

  /**
   * What a linear functional makes of P_k(cos t).
   *
   * @param cosines what it makes of cos(m t), for 0 &lt;= m &lt;= k
   */
  Ball of(int k, IntFunction<Ball> cosines) {
    if (dimension == 2) {
      return cosines.apply(k);
    }
    return over.divide(sum(over, coefficients, k, cosines), totals.get(k));
  }

  /**
   * sum_j a_j a_{k-j} c_{|k-2j|}.
   *
   * @param coefficients a_0, ..., a_k at least
   * @param cosines c_0, ..., c_k
   */
  static Ball sum(BallArithmetic over, List<Ball> coefficients, int k, IntFunction<Ball> cosines) {
    Ball sum = Ball.exact(0);
    for (int j = 0; 2 * j <= k; j++) {
      Ball weight = over.multiply(coefficients.get(j), coefficients.get(k - j));
      if (2 * j < k) {
        weight = over.add(weight, weight);
      }
      sum = over.add(sum, over.multiply(weight, cosines.apply(k - 2 * j)));
    }
    return sum;
  }
}
