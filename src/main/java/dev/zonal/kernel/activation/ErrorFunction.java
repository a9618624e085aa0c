package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.kernel.PolynomialPart;
import java.util.List;
import java.util.Optional;

/**
 * phi(x) = erf(x): with p = (1 + 2 q)(1 + 2 q') for variances q, q' and a covariance c,
 *
 * <pre>
 *   E phi(x) phi(z) = (2/pi) asin(2 c/sqrt(p)),   E phi'(x) phi'(z) = (4/pi)/sqrt(p - 4 c^2).
 * </pre>
 *
 * <p>Source: Williams 1997; docs/theory.md, Lemma 5.9.
 */
public record ErrorFunction() implements Activation {
  private static final Rational TWO = Rational.of(2);

  @Override
  public <T> T covariance(Arithmetic<T> over, GaussianPair<T> pair) {
    return twoOverPi(over, over.asin(sine(over, pair)));
  }

  @Override
  public <T> T derivative(Arithmetic<T> over, GaussianPair<T> pair) {
    T slope = over.scale(over.asinSlope(sine(over, pair)), TWO);
    return twoOverPi(over, over.divide(slope, root(over, pair)));
  }

  /** 2 c/sqrt(p). */
  private static <T> T sine(Arithmetic<T> over, GaussianPair<T> pair) {
    return pair.sine(() -> over.divide(over.scale(pair.covariance(), TWO), root(over, pair)));
  }

  @Override
  public <T> T variance(Arithmetic<T> over, T q) {
    T twice = over.scale(q, TWO);
    return twoOverPi(over, over.asin(over.divide(twice, over.add(over.of(1), twice))));
  }

  @Override
  public <T> T derivativeVariance(Arithmetic<T> over, T q) {
    T below = over.add(over.of(1), over.scale(q, Rational.of(4)));
    return twoOverPi(over, over.divide(over.of(2), over.sqrt(below)));
  }

  /** sqrt((1 + 2 q)(1 + 2 q')). */
  private static <T> T root(Arithmetic<T> over, GaussianPair<T> pair) {
    return pair.root(over, q -> over.add(over.of(1), over.scale(q, TWO)));
  }

  private static <T> T twoOverPi(Arithmetic<T> over, T value) {
    return over.divide(over.scale(value, TWO), over.pi());
  }

  /** (2/pi) asin x, x = 2 c/(1 + 2 q). */
  @Override
  public Optional<ArcSineForm> covarianceForm(Rational q) {
    return Optional.of(form(q, TWO, Rational.ZERO));
  }

  /** (2/pi) x (1 - x^2)^(-1/2). */
  @Override
  public Optional<ArcSineForm> slopeForm(Rational q) {
    return Optional.of(form(q, Rational.ZERO, TWO));
  }

  private static ArcSineForm form(Rational q, Rational arc, Rational root) {
    return new ArcSineForm(
        TWO.divide(q.multiply(2).add(1)),
        Rational.ZERO,
        List.of(arc, Rational.ZERO),
        List.of(Rational.ZERO, root, Rational.ZERO),
        Rational.ZERO);
  }

  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return Optional.of(new PolynomialPart(false, -1));
  }

  @Override
  public String toString() {
    return "erf";
  }
}
