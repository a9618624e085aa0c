package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import java.util.Optional;

/**
 * A kernel that is given by its eigenvalues eta_k, as they are written, for the probability
 * measure, and never normalised: on the sphere of R^d it is the function f(u) = Sum_k eta_k N(d,k)
 * P_k(u), so that f(1) = Sum_k eta_k N(d,k). It belongs to no dimension, and so has no values of
 * its own (docs/theory.md, section 15).
 */
public interface SpectralKernel extends Kernel {
  @Override
  Structure.Spectral structure();

  /**
   * There are no values without a dimension.
   *
   * @throws KernelSpecificationException always
   */
  @Override
  default <T> T evaluate(Arithmetic<T> over, Angle<T> at) {
    throw new KernelSpecificationException(
        this
            + " is given by its eigenvalues and has values on a sphere only: see zonal kernel"
            + " --dimension, zonal spectrum and zonal derive eigenvalue");
  }

  /**
   * There is no value without a dimension.
   *
   * @throws KernelSpecificationException always
   */
  @Override
  default <T> T atCoincidence(Arithmetic<T> over) {
    return evaluate(over, null);
  }

  @Override
  default Optional<Rational> rationalValue(Rational u) {
    return Optional.empty();
  }
}
