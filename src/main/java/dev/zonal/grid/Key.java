package dev.zonal.grid;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.SpectrumRequest.Normalization;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.Optional;

/** All that a number depends on. */
public sealed interface Key {
  Kernel kernel();

  /** Significant decimal digits, 1 to 10,000. */
  int digits();

  Scale scale();

  /**
   * An eigenvalue on the unit sphere of R^dimension.
   *
   * @param k the frequency, 0 to 10^18
   * @param normalization the measure on the sphere
   */
  record Eigenvalue(
      Kernel kernel, int dimension, long k, int digits, Normalization normalization, Scale scale)
      implements Key {}

  /**
   * A value f(u).
   *
   * @param dimension of the space that the sphere is in, for a kernel that is given by its
   *     eigenvalues; empty for all others, which have the same values on every sphere
   * @param u from -1 to 1
   */
  record Value(Kernel kernel, Optional<Integer> dimension, Rational u, int digits, Scale scale)
      implements Key {}

  /**
   * A coefficient b_n of f(u) = sum of b_n u^n at u = 0.
   *
   * @param n from 0 on
   */
  record Coefficient(Kernel kernel, int n, int digits, Scale scale) implements Key {}
}
