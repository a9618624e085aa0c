package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.PolynomialPart;
import java.util.Optional;

/**
 * phi(x) = x Phi(x), Phi the distribution function of the normal law (GELU). For variances q, q'
 * and a covariance c, with p = (1 + q)(1 + q'), s = p - c^2, a = 1/(2 pi sqrt(s)) and b = 1/(1 + q)
 * + 1/(1 + q'),
 *
 * <pre>
 *   E phi(x) phi(z) = a (1 + s (1 - b)) + c h,   h = 1/4 + asin(c/sqrt(p))/(2 pi),
 *   E phi'(x) phi'(z) = h + a c (b + 1/s).
 * </pre>
 *
 * <p>Source: docs/theory.md, Lemma 5.10.
 */
public record GaussianErrorLinearUnit() implements Activation {
  @Override
  public <T> T covariance(Arithmetic<T> over, GaussianPair<T> pair) {
    T s = determinant(over, pair);
    T factor =
        over.add(over.of(1), over.multiply(s, over.subtract(over.of(1), reciprocals(over, pair))));
    T outer = over.divide(factor, over.sqrt(s));
    T half = over.divide(over.scale(outer, Rational.of(1, 2)), over.pi());
    return over.add(half, over.multiply(pair.covariance(), quadrant(over, pair)));
  }

  @Override
  public <T> T derivative(Arithmetic<T> over, GaussianPair<T> pair) {
    T s = determinant(over, pair);
    T inverse = over.divide(over.of(1), s);
    T factor = over.multiply(pair.covariance(), over.add(reciprocals(over, pair), inverse));
    T outer = over.divide(factor, over.sqrt(s));
    T half = over.divide(over.scale(outer, Rational.of(1, 2)), over.pi());
    return over.add(quadrant(over, pair), half);
  }

  @Override
  public <T> T variance(Arithmetic<T> over, T q) {
    return covariance(over, atOne(q));
  }

  @Override
  public <T> T derivativeVariance(Arithmetic<T> over, T q) {
    return derivative(over, atOne(q));
  }

  /** Only variances and covariance enter the formulas, so that an angle is not needed. */
  private static <T> GaussianPair<T> atOne(T q) {
    return new GaussianPair<>(q, q, q, q, null);
  }

  /** E Phi(x) Phi(z) = 1/4 + asin(c/sqrt(p))/(2 pi). */
  private static <T> T quadrant(Arithmetic<T> over, GaussianPair<T> pair) {
    T sine = over.divide(pair.covariance(), root(over, pair));
    T angle = over.divide(over.scale(over.asin(sine), Rational.of(1, 2)), over.pi());
    return over.add(over.of(Rational.of(1, 4)), angle);
  }

  /** p - c^2. */
  private static <T> T determinant(Arithmetic<T> over, GaussianPair<T> pair) {
    T root = root(over, pair);
    return over.multiply(
        over.subtract(root, pair.covariance()), over.add(root, pair.covariance()));
  }

  /** sqrt((1 + q)(1 + q')). */
  private static <T> T root(Arithmetic<T> over, GaussianPair<T> pair) {
    return pair.root(over, q -> over.add(over.of(1), q));
  }

  /** 1/(1 + q) + 1/(1 + q'). */
  private static <T> T reciprocals(Arithmetic<T> over, GaussianPair<T> pair) {
    return over.add(
        over.divide(over.of(1), over.add(over.of(1), pair.first())),
        over.divide(over.of(1), over.add(over.of(1), pair.second())));
  }

  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return Optional.of(new PolynomialPart(true, 1));
  }

  @Override
  public String toString() {
    return "gelu";
  }
}
