package dev.zonal.kernel.spectral;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.SpectralKernel;
import dev.zonal.kernel.Structure;

/** The heat kernel at time t: eta_k = exp(-t k(k+d-2)), so that its mean over the sphere is 1. */
public record HeatKernel(Rational t) implements SpectralKernel {
  /**
   * @throws KernelSpecificationException if t is not positive
   */
  public HeatKernel {
    Range.POSITIVE.check("t", t);
  }

  @Override
  public Structure.Spectral structure() {
    return new Structure.Heat(t);
  }

  @Override
  public boolean hasPositiveEigenvalues(boolean odd) {
    return true;
  }

  @Override
  public String toString() {
    return "heat:t=" + t;
  }
}
