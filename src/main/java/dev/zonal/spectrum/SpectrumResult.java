package dev.zonal.spectrum;

import java.util.List;

/**
 * The eigenvalues that were certified and the frequencies that were not, each in ascending order of
 * k.
 *
 * @param eigenvalues what was proved
 * @param failures what was not, and why
 */
public record SpectrumResult(List<Eigenvalue> eigenvalues, List<Failure> failures) {

  /** A frequency whose eigenvalue could not be certified, with the reason in one line. */
  public record Failure(long frequency, String reason) {}
}
