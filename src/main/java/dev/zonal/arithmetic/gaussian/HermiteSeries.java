package dev.zonal.arithmetic.gaussian;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.List;

/**
 * A function g of a Gaussian number of variance q, by its first Hermite coefficients a_n = E
 * g(sqrt(q) X) h_n(X), X of variance 1 and h_n orthonormal, and the sum of the squares of all of
 * them, E g(sqrt(q) X)^2 (docs/theory.md, Lemma 18.3).
 *
 * @param coefficients a_0, a_1, ..., exactly zero where the parity of g says so
 * @param square E g(sqrt(q) X)^2
 */
public record HermiteSeries(List<Ball> coefficients, Ball square) {
  public HermiteSeries {
    coefficients = List.copyOf(coefficients);
  }

  /** How many coefficients are known. */
  public int terms() {
    return coefficients.size();
  }

  /** The coefficients a_n^2 of the dual E g(x) g(z) as a power series in the correlation. */
  public List<Ball> dual(BallArithmetic over) {
    return coefficients.stream().map(over::square).toList();
  }

  /**
   * E g(x) g(z), the sum of a_n a'_n u^n.
   *
   * @param correlation u, in [-1, 1] whatever the radius of its ball
   * @param other the series for the variance of z; equal balls need not be of one variance
   * @throws DomainException if u certainly is no correlation
   */
  public Ball value(BallArithmetic over, Ball correlation, HermiteSeries other) {
    Ball one = Ball.exact(1);
    Ball modulus = correlation.abs();
    if (modulus.certainlyGreater(one)) {
      throw new DomainException("a correlation is at most 1, not " + correlation);
    }
    int known = Math.min(terms(), other.terms());
    Ball sum = Ball.exact(0);
    for (int n = known - 1; n >= 0; n--) {
      sum = over.add(over.multiply(sum, correlation), product(over, other, n));
    }
    Ball power = modulus.certainlyLess(one) ? over.power(modulus, known) : one;
    return sum.inflate(over.multiply(missing(over, other, known), power));
  }

  /** a_n a'_n, and no square of a ball: it may be one of two different numbers. */
  private Ball product(BallArithmetic over, HermiteSeries other, int n) {
    return over.multiply(coefficients.get(n), other.coefficients.get(n));
  }

  /** A bound of the sum of |a_n a'_n| over the coefficients that are left out. */
  private Ball missing(BallArithmetic over, HermiteSeries other, int known) {
    return over.sqrt(over.multiply(missing(over, known), other.missing(over, known)));
  }

  /** At least the sum of the squares of the coefficients that are left out, exactly. */
  private Ball missing(BallArithmetic over, int known) {
    Ball rest = square;
    for (Ball a : coefficients.subList(0, known)) {
      rest = over.subtract(rest, over.square(a));
    }
    Dyadic most = rest.upperEnd();
    return most.signum() > 0 ? Ball.exact(most.mantissa).shifted(most.exponent) : Ball.exact(0);
  }
}
