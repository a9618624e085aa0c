package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.PolynomialPart;
import java.util.Locale;
import java.util.Optional;

/**
 * phi(x) = sin x or cos x: for variances q, q' and a covariance c, E phi(x) phi(z) is exp(-(q +
 * q')/2) times sinh c or cosh c, and E phi'(x) phi'(z) the same times the other (docs/theory.md,
 * Lemma 5.11).
 */
public enum TrigonometricActivation implements Activation {
  /** The sine, an odd function. */
  SIN,
  /** The cosine, an even function. */
  COS;

  @Override
  public boolean isEntire() {
    return true;
  }

  @Override
  public <T> T covariance(Arithmetic<T> over, GaussianPair<T> pair) {
    return damped(over, pair, this);
  }

  @Override
  public <T> T derivative(Arithmetic<T> over, GaussianPair<T> pair) {
    return damped(over, pair, this == SIN ? COS : SIN);
  }

  @Override
  public <T> T variance(Arithmetic<T> over, T q) {
    return atOne(over, q, this);
  }

  @Override
  public <T> T derivativeVariance(Arithmetic<T> over, T q) {
    return atOne(over, q, this == SIN ? COS : SIN);
  }

  /** (exp(c - m) -+ exp(-c - m))/2, m the mean of the variances. */
  private static <T> T damped(
      Arithmetic<T> over, GaussianPair<T> pair, TrigonometricActivation of) {
    T mean = over.scale(over.add(pair.first(), pair.second()), Rational.of(1, 2));
    T rising = over.exp(over.subtract(pair.covariance(), mean));
    T falling = over.exp(over.negate(over.add(pair.covariance(), mean)));
    return half(over, rising, falling, of);
  }

  /** (1 -+ exp(-2 q))/2. */
  private static <T> T atOne(Arithmetic<T> over, T q, TrigonometricActivation of) {
    return half(over, over.of(1), over.exp(over.scale(q, Rational.of(-2))), of);
  }

  private static <T> T half(Arithmetic<T> over, T rising, T falling, TrigonometricActivation of) {
    T twice = of == SIN ? over.subtract(rising, falling) : over.add(rising, falling);
    return over.scale(twice, Rational.of(1, 2));
  }

  @Override
  public Optional<PolynomialPart> polynomialPart() {
    return Optional.of(new PolynomialPart(this == COS, -1));
  }

  @Override
  public boolean vanishesAtZero() {
    return this == SIN;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
