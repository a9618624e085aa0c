package dev.zonal.kernel.layer;

import dev.zonal.kernel.angle.Angle;

/**
 * What an activation makes of the cosine u between two inputs of one variance, K(u) = E phi(x)
 * phi(z)/E phi(x)^2, which is 1 at u = 1.
 *
 * @param <T> the numbers
 */
public interface Dual<T> {
  /** K(u). */
  T value(Angle<T> angle);

  /** K'(u). */
  T slope(Angle<T> angle);

  /** K'(1). */
  T slopeAtOne();

  /**
   * The angle after a layer.
   *
   * @param map the layer, whose dual this is
   */
  Angle<T> through(Angle<T> angle, CovarianceMap<T> map);
}
