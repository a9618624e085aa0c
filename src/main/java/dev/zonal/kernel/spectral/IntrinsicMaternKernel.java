package dev.zonal.kernel.spectral;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.Range;
import dev.zonal.kernel.SpectralKernel;
import dev.zonal.kernel.Structure;

/**
 * The intrinsic Matern kernel of smoothness nu: eta_k = (2 nu/length^2 + k(k+d-2))^(-nu-(d-1)/2),
 * without a factor (Borovitskiy, Terenin, Mostowsky, Deisenroth 2020).
 */
public record IntrinsicMaternKernel(Rational nu, Rational length) implements SpectralKernel {
  /**
   * @throws KernelSpecificationException if nu or the length is out of its range
   */
  public IntrinsicMaternKernel {
    Range.SMOOTHNESS.check("nu", nu);
    Range.POSITIVE.check("length", length);
  }

  @Override
  public Structure.Spectral structure() {
    return new Structure.LaplacianPower(
        nu.multiply(2).divide(length.pow(2)), nu, Rational.of(1, 2));
  }

  @Override
  public boolean hasPositiveEigenvalues(boolean odd) {
    return true;
  }

  @Override
  public String toString() {
    return "intrinsicmatern:nu=" + nu + (length.equals(Rational.ONE) ? "" : ",length=" + length);
  }
}
