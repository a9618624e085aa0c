package dev.zonal.theorem;

import dev.zonal.arithmetic.Certification;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.FirstFrequency;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The proposition that no eigenvalue of a kernel on a sphere is negative, so that the kernel is
 * positive semidefinite there and has a reproducing kernel Hilbert space; with the eigenvalues that
 * are exactly zero (docs/theory.md, Theorem 13.1a). Each parity has a uniform tail of positive
 * sign, or is zero from some frequency on by a theorem, with enclosures below; or the kernel is a
 * mixture of Gaussians (Proposition 9.14) or a power series in u without negative coefficients
 * (Theorem 17.4a). One negative eigenvalue, or a tail of them, refutes.
 */
public final class Semidefinite {
  /** By tails of positive sign and by zeros, with the eigenvalues below. */
  public record Proof(Findings found) implements Outcome.ProofOfOne {
    /** For each parity that is zero from some frequency on, the least such that a theorem gives. */
    public SortedMap<Parity, Long> vanishing() {
      SortedMap<Parity, Long> vanishing = new TreeMap<>();
      for (Parity parity : Parity.values()) {
        found.spectrum().zerosFrom(parity).ifPresent(k -> vanishing.put(parity, k));
      }
      return vanishing;
    }
  }

  private Semidefinite() {}

  /** Tries to prove the proposition. */
  public static Outcome<Proof> prove(Spectrum spectrum, Context context) {
    return search(spectrum, context).run(() -> Certification.certified(tails(spectrum)));
  }

  static SignSearch<Proof> search(Spectrum spectrum, Context context) {
    return new SignSearch<>(spectrum, true, Proof::new, context);
  }

  private static SignSearch.Tails tails(Spectrum spectrum) {
    Asymptotics asymptotics = Asymptotics.of(spectrum);
    return parity -> tail(asymptotics, parity, 0).map(Semidefinite::signed);
  }

  /**
   * The uniform tail of a parity from about the least frequency, from a given one on, from which
   * its sign is decided. None where the eigenvalues vanish.
   */
  static Optional<UniformExpansion> tail(Asymptotics asymptotics, Parity parity, long first) {
    return FirstFrequency.search(
        k ->
            k < first
                ? Optional.empty()
                : asymptotics.from(parity, k, Precision.TAIL).filter(tail -> tail.sign() != 0));
  }

  static SignSearch.SignedTail signed(UniformExpansion tail) {
    return new SignSearch.SignedTail(tail, tail.sign());
  }
}
