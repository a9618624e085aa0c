package dev.zonal.kernel.layer;

import dev.zonal.kernel.angle.Angle;

/**
 * The maps of covariances by the layers of a network over one arithmetic.
 *
 * @param <T> the numbers
 */
public interface CovarianceMaps<T> {
  /** The angle that the first layer sees: biases that propagate enter it as well. */
  Angle<T> first(Angle<T> at);

  /**
   * The map by a layer.
   *
   * @param layer its number, from 1
   */
  CovarianceMap<T> layer(int layer);

  /** One map for all layers, which see the inputs as they are. */
  static <T> CovarianceMaps<T> same(CovarianceMap<T> map) {
    return new CovarianceMaps<>() {
      @Override
      public Angle<T> first(Angle<T> at) {
        return at;
      }

      @Override
      public CovarianceMap<T> layer(int layer) {
        return map;
      }
    };
  }
}
