package dev.zonal.kernel.layer;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.context.Context;
import java.util.List;
import java.util.Optional;

/**
 * A kernel of a network as one step from layer to layer, which is its definition: values, series,
 * formulas, constants and limits of depth are this recursion, unrolled over the numbers that each
 * of them needs.
 */
public interface LayerRecursion {
  /** What a layer does to the angle. */
  NetworkLayer layer();

  /** Whether every layer takes the same step, so that the depth may be a symbol. */
  default boolean isStationary() {
    return layer().isStationary();
  }

  /** The letters of the numbers that are carried from layer to layer beside the angle. */
  List<String> names();

  /**
   * The parameter s with w = 1/(1 + s^2), where powers w^l of such a w, l the layer, enter these
   * numbers.
   */
  Optional<Parameter> decaying();

  /** 1/(1 - w) = 1 + 1/s^2, where powers of w enter these numbers; 0, for no use, elsewhere. */
  default <T> T decaySum(Arithmetic<T> over) {
    return decaying()
        .map(s -> over.divide(over.of(1), s.in(over)))
        .map(inverse -> over.add(over.of(1), over.multiply(inverse, inverse)))
        .orElseGet(() -> over.of(0));
  }

  /**
   * Whether the kernel is defined for inputs of any norm: not where biases are given by their
   * weight beside inputs of norm 1.
   */
  default boolean isOfAnyNorm() {
    return true;
  }

  /** The layers as power series in u, over what is to be known of them. */
  <S> SeriesSteps<S> series(SeriesAlgebra<S> over);

  /** Whether every layer of a network of any depth takes the same one of these steps. */
  default boolean hasOneSeriesStep() {
    return true;
  }

  /** The kernel of so many layers as such a series. */
  default <S> S series(SeriesAlgebra<S> over, int depth) {
    SeriesSteps<S> steps = series(over);
    List<S> state = steps.first();
    for (int l = 1; l <= depth; l++) {
      Context.checkpoint();
      state = steps.next(l, state);
    }
    return steps.kernel(state);
  }

  /** The recursion over the numbers given, for inputs on the unit sphere. */
  default <T> Layers<T> over(Arithmetic<T> over) {
    return over(over, layer().over(over));
  }

  /** The same for what the layers do to the covariances of two other inputs. */
  <T> Layers<T> over(Arithmetic<T> over, CovarianceMaps<T> maps);
}
