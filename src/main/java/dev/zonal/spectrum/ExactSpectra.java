package dev.zonal.spectrum;

import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.ArcCosineKernel;
import dev.zonal.kernel.ChordPowerKernel;
import dev.zonal.kernel.FullyConnectedGaussianProcessKernel;
import dev.zonal.kernel.FullyConnectedTangentKernel;
import dev.zonal.kernel.GammaExponentialKernel;
import dev.zonal.kernel.GaussianKernel;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.LaplaceKernel;
import dev.zonal.kernel.MaternKernel;
import dev.zonal.kernel.PolynomialKernel;
import dev.zonal.kernel.ResidualGaussianProcessKernel;
import dev.zonal.kernel.ResidualTangentKernel;
import java.util.Optional;

/** Which kernels have their eigenvalues in closed form or as a convergent series. */
public final class ExactSpectra {
  /** The series of the exponential has about 4ec terms and needs 3c bits. */
  private static final Rational LARGEST_RATE = Rational.of(5000);

  private ExactSpectra() {}

  /**
   * The spectrum of a kernel on the sphere S^(d-1), where docs/theory.md, section 9, gives it and
   * its cost is moderate.
   *
   * @param dimension d, at least 2
   * @throws NotIntegrableException if the kernel is not integrable on that sphere; a kernel that is
   *     integrable and not square integrable, as r^s for -(d-1) &lt; s &lt;= -(d-1)/2, does have
   *     eigenvalues
   */
  public static Optional<ExactSpectrum> of(Kernel named, int dimension) {
    Kernel kernel = named.normalForm();
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension " + dimension + " is below 2");
    }
    if (kernel instanceof ArcCosineKernel arcCosine) {
      return Optional.of(OneLayerSpectrum.of(arcCosine, dimension));
    }
    if (kernel instanceof ResidualTangentKernel residual) {
      return OneLayerSpectrum.of(residual, dimension);
    }
    if (kernel instanceof ResidualGaussianProcessKernel residual) {
      return OneLayerSpectrum.of(residual, dimension);
    }
    if (kernel instanceof FullyConnectedTangentKernel connected) {
      return OneLayerSpectrum.of(connected, dimension);
    }
    if (kernel instanceof FullyConnectedGaussianProcessKernel connected) {
      return OneLayerSpectrum.of(connected, dimension);
    }
    if (kernel instanceof PolynomialKernel polynomial) {
      return Optional.of(new PolynomialSpectrum(dimension, polynomial.coefficients()));
    }
    if (kernel instanceof ChordPowerKernel power) {
      return Optional.of(ChordPowerSpectrum.of(dimension, power.s()));
    }
    if (kernel instanceof GaussianKernel gaussian) {
      return Optional.of(gaussian)
          .filter(g -> isModerate(g.c()))
          .map(g -> GaussianSpectrum.of(g, dimension));
    }
    if (kernel instanceof GammaExponentialKernel exponential) {
      return of(exponential, dimension);
    }
    if (kernel instanceof LaplaceKernel laplace) {
      return isModerate(laplace.c())
          ? Optional.of(MaternSpectrum.of(laplace, dimension))
          : BesselProductSpectrum.of(laplace, dimension);
    }
    if (kernel instanceof MaternKernel matern) {
      return isModerate(matern.c())
          ? Optional.of(MaternSpectrum.of(matern, dimension))
          : BesselProductSpectrum.of(matern, dimension);
    }
    return Optional.empty();
  }

  private static Optional<ExactSpectrum> of(GammaExponentialKernel kernel, int dimension) {
    boolean moderate = isModerate(kernel.c()) && kernel.gamma().denominator().bitLength() < 30;
    return moderate
        ? Optional.of(GammaExponentialSpectrum.of(kernel, dimension))
        : Optional.empty();
  }

  private static boolean isModerate(Parameter rate) {
    return rate.in(BallArithmetic.ofBits(64)).upper().compareTo(LARGEST_RATE) <= 0;
  }
}
