package dev.zonal.data.pair;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * K(x,z)/sqrt(K(x,x) K(z,z)), the cosine of the angle between the features of x and of z: 1 at x =
 * z, and positive semidefinite with K.
 *
 * @param kernel K
 * @param <X> the inputs
 */
public record NormalisedKernel<X>(PairKernel<X> kernel) implements PairKernel<X> {
  /**
   * The kernel between the inputs.
   *
   * @throws DomainException if K(x,x) is not known to be positive at one of them
   */
  @Override
  public <T> Entries<T> over(Arithmetic<T> over, List<X> inputs) {
    Entries<T> entries = kernel.over(over, inputs);
    List<T> inverseNorms =
        IntStream.range(0, inputs.size())
            .mapToObj(i -> inverseNorm(over, entries.at(i, i)))
            .toList();
    T one = over.of(1);
    return (i, j) ->
        i == j || inputs.get(i).equals(inputs.get(j))
            ? one
            : over.multiply(
                entries.at(i, j), over.multiply(inverseNorms.get(i), inverseNorms.get(j)));
  }

  private static <T> T inverseNorm(Arithmetic<T> over, T square) {
    try {
      return over.divide(over.of(1), over.sqrt(square));
    } catch (DomainException zero) {
      throw new DomainException(
          "the kernel is not positive at x = z = this point, and cannot be normalised");
    }
  }
}
