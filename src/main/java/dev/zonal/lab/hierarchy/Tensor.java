package dev.zonal.lab.hierarchy;

import dev.zonal.arithmetic.Arithmetic;
import java.util.List;

/**
 * A kernel of r arguments between n inputs.
 *
 * @param size n
 * @param order r, at least 1
 * @param entries n^r of them, the last index the fastest
 * @param <T> the numbers
 */
public record Tensor<T>(int size, int order, List<T> entries) {
  public Tensor {
    entries = List.copyOf(entries);
    if (entries.size() != Math.round(Math.pow(size, order))) {
      throw new IllegalArgumentException(entries.size() + " entries of a kernel of order " + order);
    }
  }

  /** The Frobenius norm of the difference from another kernel. */
  public T distance(Arithmetic<T> over, Tensor<T> other) {
    T sum = over.of(0);
    for (int i = 0; i < entries.size(); i++) {
      sum = over.add(sum, over.square(over.subtract(entries.get(i), other.entries.get(i))));
    }
    return over.sqrt(sum);
  }

  /** The entry at indices from 0, as many as the order. */
  public T at(int... indices) {
    int place = 0;
    for (int index : indices) {
      place = place * size + index;
    }
    return entries.get(place);
  }
}
