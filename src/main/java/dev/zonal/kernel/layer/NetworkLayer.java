package dev.zonal.kernel.layer;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Parameter;
import java.util.Optional;

/** What the layers of a network do to the covariance of two inputs, whatever is trained. */
public interface NetworkLayer {
  /** The maps over the numbers given, for inputs on the unit sphere. */
  <T> CovarianceMaps<T> over(Arithmetic<T> over);

  /** The maps of covariances that are power series, over what is to be known of these. */
  <S> SeriesLayer<S> series(SeriesAlgebra<S> over);

  /**
   * What an input of any norm makes of the layers.
   *
   * @param square the square of its norm, positive
   * @throws DomainException if the layers are defined on the sphere only
   */
  <T> Variances<T> variances(Arithmetic<T> over, T square);

  /**
   * Whether the input 0 has the covariance 0 with every other behind every layer (docs/theory.md,
   * Lemma 19.11).
   */
  boolean keepsZero();

  /**
   * Whether the covariances of t x and z behind every layer are those of x and z times a power of
   * t, t &gt; 0: no biases, and units with phi(t s) = t^n phi(s), n = 1 beside an identity.
   */
  boolean isHomogeneous();

  /** Whether every layer has the same map, so that the depth may be a symbol. */
  default boolean isStationary() {
    return true;
  }

  /** Whether the slope of every map is 1 at u = 1. */
  default boolean hasUnitSlopes() {
    return shrinking().isEmpty();
  }

  /** The parameter s, if a layer multiplies the chord by sqrt(w), w = 1/(1 + s^2), near 0. */
  default Optional<Parameter> shrinking() {
    return Optional.empty();
  }
}
