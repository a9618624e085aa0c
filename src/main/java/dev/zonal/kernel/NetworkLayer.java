package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Parameter;
import java.util.Optional;

/** What a layer of a network does to the covariance of two inputs, whatever is trained. */
public interface NetworkLayer {
  /** The map over the numbers given. */
  <T> CovarianceMap<T> over(Arithmetic<T> over);

  /** The parameter s, if a layer multiplies the chord by sqrt(w), w = 1/(1 + s^2), near 0. */
  default Optional<Parameter> shrinking() {
    return Optional.empty();
  }
}
