package dev.zonal.spectrum;

import dev.zonal.spectrum.value.Eigenvalue;
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
  public record Failure(long frequency, Cause cause, String reason) {}

  /** The kinds of failures. */
  public enum Cause {
    /** No enclosure was certified. */
    NOT_CERTIFIED,
    /** No enclosure that was tried decides how the eigenvalue rounds. */
    ROUNDING_UNDECIDED
  }
}
