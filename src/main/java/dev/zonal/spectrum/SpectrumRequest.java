package dev.zonal.spectrum;

import dev.zonal.kernel.Kernel;
import dev.zonal.spectrum.value.Eigenvalue;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What to compute: the eigenvalues of a kernel on the unit sphere of R^dimension.
 *
 * @param kernel the kernel
 * @param dimension d, at least 2
 * @param frequencies the k wanted, each from 0 to 10^18
 * @param digits significant decimal digits to prove, 1 to 10,000
 * @param method a method to force, or empty to let the engine choose for each k
 * @param normalization the measure on the sphere
 * @param scale the multiple of the kernel
 */
public record SpectrumRequest(
    Kernel kernel,
    int dimension,
    SortedSet<Long> frequencies,
    int digits,
    Optional<Eigenvalue.Method> method,
    Normalization normalization,
    Scale scale) {
  /** The largest frequency: 10^18. */
  public static final long MAX_FREQUENCY = 1_000_000_000_000_000_000L;

  /** The largest number of digits. */
  public static final int MAX_DIGITS = 10_000;

  public SpectrumRequest {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension must be at least 2, not " + dimension);
    }
    if (digits < 1 || digits > MAX_DIGITS) {
      throw new IllegalArgumentException("digits must be 1 to " + MAX_DIGITS + ", not " + digits);
    }
    if (frequencies.isEmpty()) {
      throw new IllegalArgumentException("no frequencies");
    }
    if (frequencies.first() < 0 || frequencies.last() > MAX_FREQUENCY) {
      throw new IllegalArgumentException("frequencies must be 0 to 10^18");
    }
  }

  /** The measure that the integral operator integrates over. */
  public enum Normalization {
    /** The uniform probability measure. */
    PROBABILITY,
    /** The surface measure: eigenvalues are larger by the area of the sphere. */
    SURFACE
  }

  /** The multiple of the kernel. */
  public enum Scale {
    /** f(1) = 1. */
    UNIT,
    /** The unnormalised kernel of the literature. */
    PAPER
  }
}
