package dev.zonal.kernel.spectral;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.SpectralKernel;
import dev.zonal.kernel.Structure;

/** The Poisson kernel: eta_k = rho^k, so that f(u) = (1-rho^2)/(1-2 rho u+rho^2)^(d/2). */
public record PoissonKernel(Rational rho) implements SpectralKernel {
  /**
   * @throws KernelSpecificationException unless 0 &lt; rho &lt; 1
   */
  public PoissonKernel {
    Range.RATIO.check("rho", rho);
  }

  @Override
  public Structure.Spectral structure() {
    return new Structure.Poisson(rho);
  }

  @Override
  public boolean hasPositiveEigenvalues(boolean odd) {
    return true;
  }

  @Override
  public String toString() {
    return "poisson:rho=" + rho;
  }
}
