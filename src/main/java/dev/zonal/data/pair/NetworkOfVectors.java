package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.NetworkKernel;
import dev.zonal.kernel.layer.LayerRecursion;
import dev.zonal.kernel.layer.Layers;
import dev.zonal.kernel.layer.Variances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network at inputs of any norm: the recursion of its kernel on the unit sphere with the
 * variances that each input makes, times the root of the product of the last two of them. It is 1
 * at x = z, |x| = 1 (docs/theory.md, Section 5.9).
 */
record NetworkOfVectors(NetworkKernel network) implements PairKernel<Vector> {
  @Override
  public <T> Entries<T> over(Arithmetic<T> over, List<Vector> inputs) {
    return new OverInputs<>(over, network, inputs);
  }

  private static final class OverInputs<T> implements Entries<T> {
    private final Arithmetic<T> over;
    private final NetworkKernel network;
    private final LayerRecursion recursion;
    private final List<Vector> inputs;

    /** By the squares of the norms; inputs of one norm share theirs. */
    private final Map<Rational, Variances<T>> variances = new HashMap<>();

    /** What the kernel is at x = z, |x| = 1, before it is normalised. */
    private final T scale;

    OverInputs(Arithmetic<T> over, NetworkKernel network, List<Vector> inputs) {
      this.over = over;
      this.network = network;
      this.recursion = network.recursion();
      this.inputs = inputs;
      for (Vector input : inputs) {
        variances.computeIfAbsent(input.squaredNorm(), this::variances);
      }
      T last = variances(Rational.ONE).behind(network.depth());
      this.scale = over.multiply(last, recursion.over(over).scale(network.depth()));
    }

    private Variances<T> variances(Rational square) {
      if (square.isZero()) {
        throw new DomainException("the zero vector has no direction");
      }
      return recursion.layer().variances(over, over.of(square));
    }

    @Override
    public T at(int i, int j) {
      Vector x = inputs.get(i);
      Vector z = inputs.get(j);
      Variances<T> first = variances.get(x.squaredNorm());
      Variances<T> second = variances.get(z.squaredNorm());
      Layers<T> layers = recursion.over(over, first.with(second));
      T value = layers.total(VectorAngle.between(over, x, z), network.depth());
      return over.divide(over.multiply(value, last(first, second)), scale);
    }

    private T last(Variances<T> first, Variances<T> second) {
      T a = first.behind(network.depth());
      return first == second ? a : over.sqrt(over.multiply(a, second.behind(network.depth())));
    }
  }
}
