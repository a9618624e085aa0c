package dev.zonal.theorem.certificate;

import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.Verdict;
import java.util.Optional;

/** Why a statement about all eigenvalues is false (docs/theory.md, section 13). */
public enum Refutation {
  /** An eigenvalue is exactly zero: the kernel's, or that of one of two kernels only. */
  ZERO,
  /** An eigenvalue, or all of one parity from some k on, is negative: the kernel's, or of one. */
  NEGATIVE,
  /** The eigenvalues of two kernels decay with different exponents. */
  EXPONENT,
  /** A kernel is smooth at both ends: its eigenvalues obey no power law, those of the other do. */
  SMOOTH,
  /**
   * Both kernels are Gaussians, or heat or Poisson kernels, and their quotients tend to zero or to
   * infinity.
   */
  RATE;

  /** An eigenvalue is negative, or all of a tail are. */
  static Optional<Refutation> ofSign(int dimension, Evidence evidence) {
    boolean isNegative =
        evidence.enclosures().values().stream().anyMatch(interval -> interval.sign() < 0);
    for (Parity parity : Parity.values()) {
      isNegative |= evidence.expansion(parity, dimension).filter(e -> e.sign() < 0).isPresent();
    }
    return isNegative ? Optional.of(NEGATIVE) : Optional.empty();
  }

  /** Whether the kernel obeys no power law, by a theorem. */
  static boolean isSmooth(int dimension, Evidence evidence) {
    Spectrum spectrum = Spectrum.of(evidence.kernel(), dimension);
    return Asymptotics.of(spectrum).verdict() == Verdict.REFUTED;
  }
}
