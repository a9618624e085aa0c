package dev.zonal.kernel.layer;

import java.util.List;

/**
 * The layers of a network as power series in u, one after another, with what is carried from each
 * to the next.
 *
 * @param <S> what is known of a series
 */
public interface SeriesSteps<S> {
  /** What the first layer is given. */
  List<S> first();

  /**
   * What a layer hands on.
   *
   * @param layer from 1; of no use where every layer takes the same step
   */
  List<S> next(int layer, List<S> state);

  /** The kernel, if there are no further layers. */
  S kernel(List<S> state);
}
