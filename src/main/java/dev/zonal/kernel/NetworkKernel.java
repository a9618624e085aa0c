package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import java.util.List;
import java.util.Optional;

/**
 * A kernel of a network of L layers: a {@link LayerRecursion}, unrolled. It is normalised so that
 * f(1) = 1.
 */
public abstract class NetworkKernel implements Kernel {
  private final int depth;
  private final LayerRecursion recursion;

  /**
   * @param depth the number L of layers, 1 to 10^6
   * @throws KernelSpecificationException if the depth is out of its range
   */
  protected NetworkKernel(int depth, LayerRecursion recursion) {
    this.depth = Range.DEPTH.check("L", depth);
    this.recursion = recursion;
  }

  /** The number L of layers. */
  public final int depth() {
    return depth;
  }

  /** The step from layer to layer, which is the same for every depth. */
  public LayerRecursion recursion() {
    return recursion;
  }

  /** The same network with another number of layers. */
  public abstract NetworkKernel withDepth(int other);

  /** The terms of the kernel, if it has one layer and is a sum of functions of u; else none. */
  protected abstract List<OneLayerTerm> oneLayerTerms();

  @Override
  public final Optional<NetworkKernel> network() {
    return Optional.of(this);
  }

  @Override
  public final Structure structure() {
    List<OneLayerTerm> terms = depth == 1 ? oneLayerTerms() : List.of();
    return terms.isEmpty()
        ? new Structure.Layered(recursion, depth)
        : new Structure.OneLayer(terms);
  }

  @Override
  public final <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    return recursion.over(over).value(at, depth);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof NetworkKernel that
        && depth == that.depth
        && recursion.equals(that.recursion);
  }

  @Override
  public final int hashCode() {
    return 31 * depth + recursion.hashCode();
  }
}
