package dev.zonal.claim;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import java.util.Optional;

/** What a claim is about. */
public sealed interface Subject {
  Kernel kernel();

  /**
   * A number of level k on the unit sphere of R^dimension.
   *
   * @param k the frequency, 0 to 10^18
   */
  record Eigenvalue(Kernel kernel, int dimension, long k, Convention convention)
      implements Subject {}

  /**
   * A value f(u).
   *
   * @param dimension of the space that the sphere is in; kernels need it that are given by their
   *     eigenvalues, others have the same values on every sphere
   * @param u from -1 to 1
   */
  record Value(Kernel kernel, Optional<Integer> dimension, Rational u) implements Subject {}
}
