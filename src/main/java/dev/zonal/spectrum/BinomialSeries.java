package dev.zonal.spectrum;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.context.Context;
import java.util.ArrayList;
import java.util.List;

/** The coefficients (a)_j / j! of (1 - z)^-a, by a product and a quotient for each. */
final class BinomialSeries {

  private BinomialSeries() {}

  /**
   * The coefficients for a = {@code twice}/2 and j from 0 to {@code last}.
   *
   * @param twice not negative
   */
  static List<Ball> coefficients(BallArithmetic over, long twice, int last) {
    List<Ball> coefficients = new ArrayList<>(last + 1);
    Ball coefficient = Ball.exact(1);
    coefficients.add(coefficient);
    for (long j = 0; j < last; j++) {
      Context.checkpoint();
      Ball numerator = over.multiply(coefficient, Ball.exact(twice + 2 * j));
      coefficient = over.divide(numerator, Ball.exact(2 * (j + 1)));
      coefficients.add(coefficient);
    }
    return coefficients;
  }
}
