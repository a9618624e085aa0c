package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.Dual;

/**
 * The dual of an activation for inputs of one variance q, in terms of their covariance: K(u) =
 * F(q u)/F(q) and K'(u) = q F'(q u)/F(q).
 *
 * @param <T> the numbers
 */
final class GaussianDual<T> implements Dual<T> {
  private final Arithmetic<T> over;
  private final Activation activation;
  private final T q;
  private final T inverse;
  private final T slopeFactor;

  GaussianDual(Arithmetic<T> over, Activation activation, T q) {
    this.over = over;
    this.activation = activation;
    this.q = q;
    this.inverse = over.divide(over.of(1), activation.variance(over, q));
    this.slopeFactor = over.multiply(q, inverse);
  }

  private GaussianPair<T> pair(Angle<T> angle) {
    return GaussianPair.of(over, q, angle);
  }

  @Override
  public T value(Angle<T> angle) {
    return over.multiply(inverse, activation.covariance(over, pair(angle)));
  }

  @Override
  public T slope(Angle<T> angle) {
    return over.multiply(slopeFactor, activation.derivative(over, pair(angle)));
  }

  @Override
  public T slopeAtOne() {
    return over.multiply(slopeFactor, activation.derivativeVariance(over, q));
  }

  @Override
  public Angle<T> through(Angle<T> angle, CovarianceMap<T> map) {
    return angle.withCosine(map.cosine(angle));
  }
}
