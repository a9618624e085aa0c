package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import java.util.List;

/**
 * A kernel of two inputs.
 *
 * @param <X> the inputs, which are exact
 */
public interface PairKernel<X> {
  /**
   * The kernel between the inputs of a list over one arithmetic. What it takes for one input alone
   * is computed once.
   *
   * @throws DomainException if the kernel is not defined at one of them
   */
  <T> Entries<T> over(Arithmetic<T> over, List<X> inputs);

  /** The kernel of two inputs. */
  default <T> T value(Arithmetic<T> over, X first, X second) {
    return over(over, List.of(first, second)).at(0, 1);
  }
}
