package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.Dual;

/**
 * The dual of an activation for inputs of one variance q, in terms of their covariance: K(u) = F(q
 * u)/F(q) and K'(u) = q F'(q u)/F(q).
 *
 * @param <T> the numbers
 */
final class GaussianDual<T> implements Dual<T> {
  private final Arithmetic<T> over;
  private final Activation activation;
  private final T q;
  private final T inverse;
  private final T slopeFactor;

  /** Of the angle asked for last: a layer asks for value and slope, and for the value again. */
  private GaussianPair<T> pair;

  private T value;

  GaussianDual(Arithmetic<T> over, Activation activation, T q, T variance) {
    this.over = over;
    this.activation = activation;
    this.q = q;
    this.inverse = over.divide(over.of(1), variance);
    this.slopeFactor = over.multiply(q, inverse);
  }

  private GaussianPair<T> pair(Angle<T> angle) {
    if (pair == null || pair.angle() != angle) {
      pair = GaussianPair.of(over, q, angle);
      value = null;
    }
    return pair;
  }

  @Override
  public T value(Angle<T> angle) {
    GaussianPair<T> here = pair(angle);
    if (value == null) {
      value = over.multiply(inverse, activation.covariance(over, here));
    }
    return value;
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
