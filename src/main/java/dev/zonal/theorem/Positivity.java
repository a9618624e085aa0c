package dev.zonal.theorem;

import dev.zonal.arithmetic.Certification;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.tail.OddExpansion;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.FirstFrequency;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.Optional;

/**
 * The proposition that every eigenvalue of a kernel on a sphere is positive, so that the kernel is
 * strictly positive definite there: proved by the sign of the uniform tail from k0 on
 * (docs/theory.md, Corollary 12.5) and by enclosures below k0, or, where there is no such tail, by
 * the kernel being a mixture of Gaussians (Proposition 9.14) or a power series in u with infinitely
 * many positive coefficients of either parity and no negative one (Theorem 17.4a); refuted by one
 * eigenvalue that is zero or negative.
 */
public final class Positivity {
  /** By uniform tails, or none for a mixture of Gaussians, and eigenvalues below, or the first. */
  public record Proof(Findings found) implements Outcome.ProofOfOne {}

  private Positivity() {}

  /**
   * What comes of the weaker statement that no eigenvalue is negative where this one is refuted:
   * what refutes this one by a negative eigenvalue refutes that one too.
   */
  public static Outcome<Semidefinite.Proof> weaker(
      Outcome.Refuted<Proof> refuted, Context context) {
    Findings found = refuted.findings().get(0);
    boolean isZero = !found.zeros().isEmpty();
    return isZero
        ? Semidefinite.prove(found.spectrum(), context)
        : new Outcome.Refuted<>(refuted.reason(), refuted.findings());
  }

  /** Tries to prove the proposition. */
  public static Outcome<Proof> prove(Spectrum spectrum, Context context) {
    return search(spectrum, context).run(() -> tails(spectrum));
  }

  static SignSearch<Proof> search(Spectrum spectrum, Context context) {
    return new SignSearch<>(spectrum, false, Proof::new, context);
  }

  private static Certification<SignSearch.Tails> tails(Spectrum spectrum) {
    return spectrum
        .expansion()
        .because("the kernel could not be expanded in powers of the chord: ")
        .map(odd -> parity -> tail(odd, spectrum.dimension(), parity).map(Positivity::signed));
  }

  /** The tail from about the least frequency from which its sign is decided. */
  private static Optional<UniformTail> tail(OddExpansion expansion, int dimension, Parity parity) {
    return FirstFrequency.search(
        k ->
            UniformTail.of(expansion, dimension, parity, k)
                .filter(candidate -> candidate.sign() != 0));
  }

  static SignSearch.SignedTail signed(UniformTail tail) {
    return new SignSearch.SignedTail(UniformExpansion.of(tail), tail.sign());
  }
}
