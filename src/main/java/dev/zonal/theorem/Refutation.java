package dev.zonal.theorem;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.List;
import java.util.Map;
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
  /** Both kernels are Gaussians, and their quotients behave like a power (c/c')^k. */
  RATE;

  /**
   * What the numbers of a certificate refute the statement by, taken to be true.
   *
   * @return empty if they do not refute it
   */
  static Optional<Refutation> of(Certificate.Kind kind, int dimension, List<Evidence> evidence) {
    return switch (kind) {
      case POSITIVITY -> ofPositivity(dimension, evidence.get(0));
      case SEMIDEFINITE -> ofSign(dimension, evidence.get(0));
      case DECAY -> isSmooth(dimension, evidence.get(0)) ? Optional.of(SMOOTH) : Optional.empty();
      case EQUIVALENCE -> ofEquivalence(dimension, evidence.get(0), evidence.get(1));
    };
  }

  private static Optional<Refutation> ofPositivity(int dimension, Evidence evidence) {
    boolean isZero = evidence.enclosures().values().stream().anyMatch(Interval::isZero);
    return isZero ? Optional.of(ZERO) : ofSign(dimension, evidence);
  }

  /** An eigenvalue is negative, or all of a tail are. */
  private static Optional<Refutation> ofSign(int dimension, Evidence evidence) {
    boolean isNegative =
        evidence.enclosures().values().stream().anyMatch(interval -> interval.sign() < 0);
    for (Parity parity : Parity.values()) {
      isNegative |= evidence.expansion(parity, dimension).filter(e -> e.sign() < 0).isPresent();
    }
    return isNegative ? Optional.of(NEGATIVE) : Optional.empty();
  }

  private static Optional<Refutation> ofEquivalence(int dimension, Evidence one, Evidence two) {
    Optional<Refutation> negative = ofSign(dimension, one).or(() -> ofSign(dimension, two));
    if (negative.isPresent()) {
      return negative;
    }
    for (Map.Entry<Long, Interval> row : one.enclosures().entrySet()) {
      Interval first = row.getValue();
      Interval second = two.enclosures().get(row.getKey());
      if (second == null) {
        continue;
      }
      if (first.isZero() && second.sign() != 0 || second.isZero() && first.sign() != 0) {
        return Optional.of(ZERO);
      }
    }
    if (areUnlikeGaussians(one.kernel(), two.kernel())) {
      return Optional.of(RATE);
    }
    for (Parity parity : Parity.values()) {
      Optional<UniformExpansion> first = one.expansion(parity, dimension);
      Optional<UniformExpansion> second = two.expansion(parity, dimension);
      if (first.isPresent() && second.isPresent()) {
        Optional<Refutation> refutation = ofTails(first.get(), second.get());
        if (refutation.isPresent()) {
          return refutation;
        }
      }
      boolean isLaw = first.isPresent() || second.isPresent();
      Evidence other = first.isPresent() ? two : one;
      if (isLaw && isSmooth(dimension, other)) {
        return Optional.of(SMOOTH);
      }
    }
    return Optional.empty();
  }

  private static Optional<Refutation> ofTails(UniformExpansion one, UniformExpansion two) {
    if (one.leading().containsZero() || two.leading().containsZero()) {
      return Optional.empty();
    }
    return one.decayExponent().equals(two.decayExponent())
        ? Optional.empty()
        : Optional.of(EXPONENT);
  }

  /** Whether both are Gaussians, of different widths (docs/theory.md, Corollary 9.11a). */
  static boolean areUnlikeGaussians(Kernel one, Kernel two) {
    return one.structure() instanceof Structure.Radial first
        && two.structure() instanceof Structure.Radial second
        && first.isGaussian()
        && second.isGaussian()
        && !first.equals(second);
  }

  private static boolean isSmooth(int dimension, Evidence evidence) {
    Spectrum spectrum = Spectrum.of(evidence.kernel(), dimension);
    return Asymptotics.of(spectrum).verdict() == Verdict.REFUTED;
  }
}
