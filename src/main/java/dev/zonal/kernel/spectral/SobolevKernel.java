package dev.zonal.kernel.spectral;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.SpectralKernel;
import dev.zonal.kernel.Structure;

/**
 * The kernel of the Sobolev space H^s: eta_k = (1 + k(k+d-2))^-s. On the sphere of R^d it is a
 * kernel for s &gt; (d-1)/2, and its reproducing kernel Hilbert space is H^s(S^(d-1)) with the norm
 * of (1 - Laplacian)^(s/2).
 */
public record SobolevKernel(Rational s) implements SpectralKernel {
  /**
   * @throws KernelSpecificationException if s is not positive, or above 1000
   */
  public SobolevKernel {
    Range.ORDER.check("s", s);
  }

  @Override
  public Structure.Spectral structure() {
    return new Structure.LaplacianPower(Rational.ONE, s, Rational.ZERO);
  }

  @Override
  public boolean hasPositiveEigenvalues(boolean odd) {
    return true;
  }

  @Override
  public String toString() {
    return "sobolev:s=" + s;
  }
}
