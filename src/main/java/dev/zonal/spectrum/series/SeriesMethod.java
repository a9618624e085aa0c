package dev.zonal.spectrum.series;

import dev.zonal.arithmetic.Certification;
import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.value.Enclosure;
import java.util.Optional;

/** Eigenvalues from a power series in u whose coefficients are not negative. */
public interface SeriesMethod {
  /**
   * Encloses one eigenvalue.
   *
   * @param frequency k
   * @param last the largest k that will be asked for, to share a series with it
   * @param bits the relative accuracy wanted
   * @return refused if the series is not seen to be good enough, or too many terms are needed
   */
  Certification<Enclosure> enclose(long frequency, long last, int bits);

  /** The method for a kernel that is known to be such a power series. */
  static Optional<SeriesMethod> of(Kernel kernel, int dimension) {
    if (kernel.isComposedOfAnalyticDuals()) {
      return Optional.of(new SeriesSpectrum(kernel, dimension));
    }
    return kernel.isRootExponential()
        ? Optional.of(new MinorantSpectrum(kernel, dimension))
        : Optional.empty();
  }
}
