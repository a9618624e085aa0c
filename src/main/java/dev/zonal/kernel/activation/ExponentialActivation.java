package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;

/**
 * phi(x) = exp(x) = phi'(x): E phi(x) phi(z) = exp((q + q')/2 + c) for variances q, q' and a
 * covariance c, the mean of a log-normal law.
 */
public record ExponentialActivation() implements Activation {
  @Override
  public boolean isEntire() {
    return true;
  }

  @Override
  public <T> T covariance(Arithmetic<T> over, GaussianPair<T> pair) {
    T mean = over.scale(over.add(pair.first(), pair.second()), Rational.of(1, 2));
    return over.exp(over.add(mean, pair.covariance()));
  }

  @Override
  public <T> T derivative(Arithmetic<T> over, GaussianPair<T> pair) {
    return covariance(over, pair);
  }

  @Override
  public <T> T variance(Arithmetic<T> over, T q) {
    return over.exp(over.scale(q, Rational.of(2)));
  }

  @Override
  public <T> T derivativeVariance(Arithmetic<T> over, T q) {
    return variance(over, q);
  }

  @Override
  public boolean vanishesAtZero() {
    return false;
  }

  @Override
  public String toString() {
    return "exp";
  }
}
