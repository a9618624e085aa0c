package dev.zonal.kernel.spectral;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.SpectralKernel;
import dev.zonal.kernel.Structure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A kernel of finitely many eigenvalues eta_0, eta_1, ..., the last of which is not zero unless it
 * is the only one: a polynomial in u on every sphere.
 */
public record FiniteSpectrumKernel(List<Rational> eigenvalues) implements SpectralKernel {
  private static final int MOST = 1001;

  /**
   * @throws KernelSpecificationException if there is none, or if there are more than 1001
   */
  public FiniteSpectrumKernel {
    if (eigenvalues.isEmpty()) {
      throw new KernelSpecificationException("[]: a spectrum must have at least one eigenvalue");
    }
    int size = eigenvalues.size();
    while (size > 1 && eigenvalues.get(size - 1).isZero()) {
      size--;
    }
    if (size > MOST) {
      throw new KernelSpecificationException(
          "a spectrum of %s eigenvalues: it must have at most %s".formatted(size, MOST));
    }
    eigenvalues = List.copyOf(eigenvalues.subList(0, size));
  }

  @Override
  public Structure.Spectral structure() {
    return new Structure.FiniteSpectrum(eigenvalues);
  }

  @Override
  public boolean hasPositiveEigenvalues(boolean odd) {
    return false;
  }

  @Override
  public String toString() {
    return eigenvalues.stream()
        .map(Rational::toString)
        .collect(Collectors.joining(",", "spectrum:[", "]"));
  }
}
