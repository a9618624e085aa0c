package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.SeriesAlgebra;
import java.util.List;
import java.util.Optional;

/**
 * A kernel of a network of L layers: a {@link LayerRecursion}, unrolled. It is normalised so that
 * f(1) = 1.
 */
public interface NetworkKernel extends Kernel {
  /** The number L of layers, 1 to 10^6. */
  int depth();

  /** The step from layer to layer, which is the same for every depth. */
  LayerRecursion recursion();

  /** The same network with another number of layers. */
  NetworkKernel withDepth(int other);

  /** The terms of the kernel, if it has one layer and is a sum of functions of u; else none. */
  List<OneLayerTerm> oneLayerTerms();

  @Override
  default Optional<NetworkKernel> network() {
    return Optional.of(this);
  }

  @Override
  default Structure structure() {
    List<OneLayerTerm> terms = depth() == 1 ? oneLayerTerms() : List.of();
    return terms.isEmpty()
        ? new Structure.Layered(recursion(), depth())
        : new Structure.OneLayer(terms);
  }

  /** One layer at the antipode, where kappa_0 and kappa_1 vanish, is known besides f(1) = 1. */
  @Override
  default Optional<Rational> rationalValue(Rational u) {
    return u.equals(Rational.ONE.negate()) && structure() instanceof Structure.OneLayer layer
        ? OneLayerTerm.atAntipode(layer.terms())
        : Kernel.super.rationalValue(u);
  }

  @Override
  default <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return recursion().over(over).value(at, depth());
  }

  @Override
  default <S> Optional<S> series(SeriesAlgebra<S> over) {
    return Optional.of(recursion().series(over, depth()));
  }

  /** Sums and products of covariances of networks, each of which is a dual of an activation. */
  @Override
  default boolean hasNonNegativeSeries() {
    return true;
  }
}
