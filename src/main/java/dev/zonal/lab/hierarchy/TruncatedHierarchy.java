package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.flow.VectorField;
import java.util.ArrayList;
import java.util.List;

/**
 * The hierarchy cut off at order p: f and K_2 to K_(p-1) move, K_p keeps its value. A state is all
 * of their entries, f first; what does not move has the derivative 0.
 *
 * @param size n
 * @param order p, at least 2
 * @param targets y, n of them
 */
public record TruncatedHierarchy(int size, int order, List<Rational> targets)
    implements VectorField {
  public TruncatedHierarchy {
    targets = List.copyOf(targets);
    if (order < 2 || targets.size() != size) {
      throw new IllegalArgumentException("a hierarchy cut off at order " + order);
    }
  }

  /** The state that these kernels make, K_1 to K_p. */
  public static <T> List<T> state(List<Tensor<T>> kernels) {
    return kernels.stream().flatMap(kernel -> kernel.entries().stream()).toList();
  }

  /** The entries of K_r, r from 1, in a state. */
  public <T> Tensor<T> kernel(List<T> state, int r) {
    int start = 0;
    for (int s = 1; s < r; s++) {
      start += entries(s);
    }
    return new Tensor<>(size, r, state.subList(start, start + entries(r)));
  }

  private int entries(int r) {
    int count = 1;
    for (int i = 0; i < r; i++) {
      count = Math.multiplyExact(count, size);
    }
    return count;
  }

  @Override
  public int dimension() {
    int count = 0;
    for (int r = 1; r <= order; r++) {
      count = Math.addExact(count, entries(r));
    }
    return count;
  }

  @Override
  public <T> List<T> at(Arithmetic<T> over, List<T> state) {
    List<T> residuals = new ArrayList<>();
    for (int b = 0; b < size; b++) {
      T residual = over.subtract(state.get(b), over.of(targets.get(b)));
      residuals.add(over.scale(residual, Rational.of(-1, size)));
    }
    List<T> slopes = new ArrayList<>();
    int moving = dimension() - entries(order);
    // The entry i of K_r is followed in K_(r+1) by the entries n i to n i + n - 1.
    int next = size;
    for (int i = 0; i < moving; i++) {
      T sum = null;
      for (int b = 0; b < size; b++) {
        T part = over.multiply(state.get(next++), residuals.get(b));
        sum = sum == null ? part : over.add(sum, part);
      }
      slopes.add(sum);
    }
    for (int i = moving; i < dimension(); i++) {
      slopes.add(over.of(0));
    }
    return slopes;
  }
}
