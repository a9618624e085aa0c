package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.kernel.layer.Variances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network at inputs of any norm: the recursion of its kernel on the unit sphere with the
 * variances that each input makes, times the root of the product of the last two of them. It is 1
 * at x = z, |x| = 1 (docs/theory.md, Theorem 19.12).
 */
record NetworkOfVectors(NetworkKernel network) implements PairKernel<Vector> {
  @Override
  public <T> Entries<T> over(Arithmetic<T> over, List<Vector> inputs) {
    return new OverInputs<>(over, network, inputs);
  }

  /**
   * What inputs of one norm have in common.
   *
   * @param last the variance behind the last layer
   */
  private record Norm<T>(Variances<T> variances, T last) {}

  private static final class OverInputs<T> implements Entries<T> {
    private final Arithmetic<T> over;
    private final int depth;
    private final LayerRecursion recursion;
    private final List<Vector> inputs;

    /** Of the inputs; empty for those that have the covariance 0 with all others. */
    private final List<Optional<Norm<T>>> norms;

    /** Where they are the same for all norms. */
    private final Optional<Layers<T>> layers;

    /** What the kernel is at x = z, |x| = 1, before it is normalised. */
    private final T scale;

    OverInputs(Arithmetic<T> over, NetworkKernel network, List<Vector> inputs) {
      this.over = over;
      this.depth = network.depth();
      this.recursion = network.recursion();
      this.inputs = inputs;
      boolean keepsZero = recursion.layer().keepsZero();
      Map<Rational, Norm<T>> bySquares = new HashMap<>();
      this.norms =
          inputs.stream()
              .map(
                  x ->
                      keepsZero && x.isZero()
                          ? Optional.<Norm<T>>empty()
                          : Optional.of(bySquares.computeIfAbsent(x.squaredNorm(), this::norm)))
              .toList();
      Layers<T> onSphere = recursion.over(over);
      this.layers = recursion.layer().isStationary() ? Optional.of(onSphere) : Optional.empty();
      this.scale = over.multiply(norm(Rational.ONE).last(), onSphere.scale(depth));
    }

    private Norm<T> norm(Rational square) {
      Variances<T> variances = recursion.layer().variances(over, over.of(square));
      return new Norm<>(variances, variances.behind(depth));
    }

    @Override
    public T at(int i, int j) {
      if (norms.get(i).isEmpty() || norms.get(j).isEmpty()) {
        return over.of(0);
      }
      Norm<T> first = norms.get(i).get();
      Norm<T> second = norms.get(j).get();
      T value = layers(first, second).total(angle(inputs.get(i), inputs.get(j)), depth);
      return over.divide(over.multiply(value, last(first, second)), scale);
    }

    private Layers<T> layers(Norm<T> first, Norm<T> second) {
      return layers.orElseGet(
          () -> recursion.over(over, first.variances().with(second.variances())));
    }

    /** Of the vector 0 any angle will do, but that with itself must be none. */
    private Angle<T> angle(Vector x, Vector z) {
      if (x.isZero() || z.isZero()) {
        return ChordAngle.ofCosine(over, over.of(x.equals(z) ? 1 : 0));
      }
      return VectorAngle.between(over, x, z);
    }

    @SuppressWarnings("ReferenceEquality") // of one point, whose norm is not computed twice
    private T last(Norm<T> first, Norm<T> second) {
      return first.variances() == second.variances()
          ? first.last()
          : over.sqrt(over.multiply(first.last(), second.last()));
    }
  }
}
