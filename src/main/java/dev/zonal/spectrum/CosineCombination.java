package dev.zonal.spectrum;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

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

  /** For degrees up to {@code last}. */
  CosineCombination(BallArithmetic over, int dimension, int last) {
    this.over = over;
    this.dimension = dimension;
    this.coefficients =
        Stream.iterate(new Term(0, Ball.exact(1)), this::next)
            .limit(last + 1L)
            .map(Term::value)
            .toList();
  }

  private record Term(int index, Ball value) {}

  private Term next(Term term) {
    int j = term.index();
    Ball numerator = over.multiply(term.value(), Ball.exact(dimension - 2L + 2L * j));
    return new Term(j + 1, over.divide(numerator, Ball.exact(2L * (j + 1))));
  }

  /**
   * What a linear functional makes of P_k(cos t).
   *
   * @param cosines what it makes of cos(m t), for 0 <= m <= k
   */
  Ball of(int k, IntFunction<Ball> cosines) {
    if (dimension == 2) {
      return cosines.apply(k);
    }
    Ball sum = Ball.exact(0);
    Ball total = Ball.exact(0);
    for (int j = 0; 2 * j <= k; j++) {
      Ball weight = over.multiply(coefficients.get(j), coefficients.get(k - j));
      if (2 * j < k) {
        weight = over.add(weight, weight);
      }
      total = over.add(total, weight);
      sum = over.add(sum, over.multiply(weight, cosines.apply(k - 2 * j)));
    }
    return over.divide(sum, total);
  }
}
