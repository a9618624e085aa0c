package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.kernel.PolynomialPart;
import java.util.List;
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
    T slope = slope(over, pair);
    T square = over.square(sine(over, pair));
    T product = over.multiply(product(over, pair), over.subtract(over.of(1), square));
    T factor =
        over.add(
            over.of(1), over.multiply(product, over.subtract(over.of(1), reciprocals(over, pair))));
    return over.add(
        over.multiply(slope, factor), over.multiply(pair.covariance(), quadrant(over, pair)));
  }

  @Override
  public <T> T derivative(Arithmetic<T> over, GaussianPair<T> pair) {
    T cube = over.asinSlopeCubed(sine(over, pair));
    T below = over.multiply(product(over, pair), below(over, pair));
    T sum =
        over.add(
            over.multiply(slope(over, pair), reciprocals(over, pair)), over.divide(cube, below));
    return over.add(quadrant(over, pair), over.multiply(pair.covariance(), sum));
  }

  @Override
  public <T> T variance(Arithmetic<T> over, T q) {
    return covariance(over, GaussianPair.equal(q));
  }

  @Override
  public <T> T derivativeVariance(Arithmetic<T> over, T q) {
    return derivative(over, GaussianPair.equal(q));
  }

  /** E Phi(x) Phi(z) = 1/4 + asin(c/sqrt(p))/(2 pi). */
  private static <T> T quadrant(Arithmetic<T> over, GaussianPair<T> pair) {
    T angle = over.scale(over.asin(sine(over, pair)), Rational.of(1, 2));
    return over.add(over.of(Rational.of(1, 4)), over.divide(angle, over.pi()));
  }

  /** a = 1/(2 pi sqrt(p) sqrt(1 - c^2/p)). */
  private static <T> T slope(Arithmetic<T> over, GaussianPair<T> pair) {
    return over.divide(over.asinSlope(sine(over, pair)), below(over, pair));
  }

  /** 2 pi sqrt(p). */
  private static <T> T below(Arithmetic<T> over, GaussianPair<T> pair) {
    return over.multiply(over.scale(over.pi(), Rational.of(2)), root(over, pair));
  }

  /** c/sqrt(p). */
  private static <T> T sine(Arithmetic<T> over, GaussianPair<T> pair) {
    return pair.sine(() -> over.divide(pair.covariance(), root(over, pair)));
  }

  /** sqrt(p), p = (1 + q)(1 + q'). */
  private static <T> T root(Arithmetic<T> over, GaussianPair<T> pair) {
    return pair.root(over, q -> over.add(over.of(1), q));
  }

  /** p. */
  private static <T> T product(Arithmetic<T> over, GaussianPair<T> pair) {
    return over.multiply(over.add(over.of(1), pair.first()), over.add(over.of(1), pair.second()));
  }

  /** b = 1/(1 + q) + 1/(1 + q'). */
  private static <T> T reciprocals(Arithmetic<T> over, GaussianPair<T> pair) {
    return over.add(
        over.divide(over.of(1), over.add(over.of(1), pair.first())),
        over.divide(over.of(1), over.add(over.of(1), pair.second())));
  }

  /** With x = c/(1 + q); docs/theory.md, after Theorem 17.8. */
  @Override
  public Optional<ArcSineForm> covarianceForm(Rational q) {
    Rational below = q.add(1).reciprocal();
    Rational square = q.subtract(1);
    return Optional.of(form(q, List.of(below.add(square), square.negate()), Rational.ZERO));
  }

  @Override
  public Optional<ArcSineForm> slopeForm(Rational q) {
    Rational below = q.add(1).reciprocal();
    return Optional.of(form(q, List.of(below.negate(), Rational.of(2)), below));
  }

  /** ((1 + q) x asin x + (B_0 + B_2 x^2) (1 - x^2)^(-1/2) + e (1 - x^2)^(-3/2))/(2 pi). */
  private static ArcSineForm form(Rational q, List<Rational> even, Rational cube) {
    return new ArcSineForm(
            q.add(1).reciprocal(),
            Rational.ZERO,
            List.of(Rational.ZERO, q.add(1)),
            List.of(even.get(0), Rational.ZERO, even.get(1)),
            cube)
        .times(Rational.of(1, 2));
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
