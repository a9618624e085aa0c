package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The coefficients (a)_j / j! of (1 - z)^-a, by a product and a quotient for each. */
public final class BinomialSeries {
  private BinomialSeries() {}

  /**
   * The coefficients for a = {@code twice}/2 and j from 0 to {@code last}.
   *
   * @param twice not negative
   */
  public static List<Ball> coefficients(BallArithmetic over, long twice, int last) {
    return coefficients(over, BigInteger.valueOf(twice), BigInteger.TWO, last);
  }

  /** The coefficients for a fraction a and j from 0 to {@code last}. */
  public static List<Ball> coefficients(BallArithmetic over, Rational a, int last) {
    return coefficients(over, a.numerator(), a.denominator(), last);
  }

  private static List<Ball> coefficients(
      BallArithmetic over, BigInteger above, BigInteger below, int last) {
    List<Ball> coefficients = new ArrayList<>(last + 1);
    Ball coefficient = Ball.exact(1);
    coefficients.add(coefficient);
    for (long j = 0; j < last; j++) {
      Context.checkpoint();
      BigInteger factor = above.add(below.multiply(BigInteger.valueOf(j)));
      BigInteger divisor = below.multiply(BigInteger.valueOf(j + 1));
      Ball numerator = over.multiply(coefficient, Ball.exact(factor));
      coefficient = over.divide(numerator, Ball.exact(divisor));
      coefficients.add(coefficient);
    }
    return coefficients;
  }
}
