package dev.zonal.data.pair;

/**
 * The values of a kernel between the inputs of a list. Thread-safe.
 *
 * @param <T> the numbers
 */
@FunctionalInterface
public interface Entries<T> {
  /**
   * The kernel of two inputs, symmetric.
   *
   * @param i from 0
   * @param j from 0
   */
  T at(int i, int j);
}
