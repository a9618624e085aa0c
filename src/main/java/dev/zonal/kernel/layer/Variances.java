package dev.zonal.kernel.layer;

/**
 * The variances of the pre-activations of a network for one input of any norm, layer by layer.
 *
 * @param <T> the numbers
 */
public interface Variances<T> {
  /**
   * The variance behind so many layers.
   *
   * @param layers 0 for what the units of the first layer see
   */
  T behind(int layers);

  /**
   * The maps of the covariance of this input and another one of the same network: the cosine is
   * that covariance over the root of the product of both variances, the first one the cosine
   * between the inputs themselves.
   */
  CovarianceMaps<T> with(Variances<T> other);
}
