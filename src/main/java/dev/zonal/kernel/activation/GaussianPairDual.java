package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.Dual;

/**
 * The dual of an activation between inputs of two variances q and q', in terms of their
 * correlation: K(u) = F(sqrt(q q') u)/M and K'(u) = sqrt(q q') F'/M, M the root of the product of
 * both moments. K(1) is below 1 where the variances differ.
 *
 * @param <T> the numbers
 */
final class GaussianPairDual<T> implements Dual<T> {
  private final Arithmetic<T> over;
  private final Activation activation;
  private final T first;
  private final T second;
  private final T moment;

  /** Of the angle asked for last, by the value and by the slope. */
  private GaussianPair<T> pair;

  GaussianPairDual(Arithmetic<T> over, Activation activation, T first, T second, T moment) {
    this.over = over;
    this.activation = activation;
    this.first = first;
    this.second = second;
    this.moment = moment;
  }

  private GaussianPair<T> pair(Angle<T> angle) {
    if (pair == null || pair.angle() != angle) {
      pair = GaussianPair.of(over, first, second, angle);
    }
    return pair;
  }

  @Override
  public T value(Angle<T> angle) {
    return over.divide(activation.covariance(over, pair(angle)), moment);
  }

  @Override
  public T slope(Angle<T> angle) {
    GaussianPair<T> here = pair(angle);
    T slope = over.multiply(here.scale(), activation.derivative(over, here));
    return over.divide(slope, moment);
  }

  /** Nothing is normalised by it between inputs of two variances. */
  @Override
  public T slopeAtOne() {
    throw new UnsupportedOperationException("a slope at u = 1 between two variances");
  }

  @Override
  public Angle<T> through(Angle<T> angle, CovarianceMap<T> map) {
    return angle.withCosine(map.cosine(angle));
  }
}
