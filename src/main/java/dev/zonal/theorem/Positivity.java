package dev.zonal.theorem;

import dev.zonal.arithmetic.Certification;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.tail.OddExpansion;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.law.FirstFrequency;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The proposition that every eigenvalue of a kernel on a sphere is positive, so that the kernel is
 * strictly positive definite there: proved by the sign of the uniform tail from k0 on
 * (docs/theory.md, Corollary 12.5) and by enclosures below k0, or, where there is no such tail, by
 * the kernel being a mixture of Gaussians (Proposition 9.14); refuted by one eigenvalue that is
 * zero or negative.
 */
public final class Positivity {

  /** More eigenvalues below the tails are not enclosed where the proposition is a theorem. */
  private static final int MOST_BELOW = 200;

  /** By uniform tails, or none for a mixture of Gaussians, and eigenvalues below, or the first. */
  public record Proof(Findings found) implements Outcome.Proof {
    @Override
    public List<Findings> findings() {
      return List.of(found);
    }
  }

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
    EigenvalueTable glance =
        EigenvalueTable.of(spectrum, EigenvalueTable.glance(spectrum), Precision.SIGN, context);
    Optional<Outcome<Proof>> early = counterexample(spectrum, glance);
    if (early.isPresent()) {
      return early.get();
    }
    Outcome<Proof> byTails = tryTails(spectrum, context);
    return byTails.verdict() == Verdict.UNDECIDED && spectrum.kernel().isMixtureOfGaussians()
        ? proven(spectrum, List.of(), glance)
        : byTails;
  }

  private static Outcome<Proof> tryTails(Spectrum spectrum, Context context) {
    Certification<OddExpansion> expansion =
        spectrum.expansion().because("the kernel could not be expanded in powers of the chord: ");
    return expansion
        .map(odd -> byTails(spectrum, parity -> tail(odd, spectrum.dimension(), parity), context))
        .value()
        .orElseGet(() -> new Outcome.Undecided<>(expansion.refusal().get()));
  }

  /** The tail from about the least frequency from which its sign is decided. */
  private static Optional<UniformTail> tail(OddExpansion expansion, int dimension, Parity parity) {
    return FirstFrequency.search(
        k ->
            UniformTail.of(expansion, dimension, parity, k)
                .filter(candidate -> candidate.sign() != 0));
  }

  /** By tails of decided sign, where there are any. */
  static Outcome<Proof> byTails(
      Spectrum spectrum, Function<Parity, Optional<UniformTail>> tailOf, Context context) {
    SortedSet<Long> below = new TreeSet<>();
    List<UniformTail> tails = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      Optional<UniformTail> tail = tailOf.apply(parity);
      if (tail.isEmpty()) {
        return new Outcome.Undecided<>(
            "no uniform tail decides the sign of the "
                + parity
                + " eigenvalues from any frequency up to 2^15 on");
      }
      if (tail.get().sign() < 0) {
        return refuted(
            "every " + parity + " eigenvalue from k = " + tail.get().from() + " on is negative",
            Findings.of(spectrum, UniformExpansion.of(tail.get())));
      }
      tails.add(tail.get());
      for (long k = parity.firstFrom(0); k < tail.get().from(); k += 2) {
        below.add(k);
      }
    }
    if (below.size() > MOST_BELOW && spectrum.kernel().isMixtureOfGaussians()) {
      return new Outcome.Undecided<>("the uniform tails begin late");
    }
    return of(spectrum, tails, EigenvalueTable.of(spectrum, below, Precision.SIGN, context));
  }

  /** What follows from tails of positive sign and from the eigenvalues below. */
  static Outcome<Proof> of(Spectrum spectrum, List<UniformTail> tails, EigenvalueTable below) {
    return counterexample(spectrum, below)
        .or(() -> below.gap().map(Outcome.Undecided::new))
        .orElseGet(() -> proven(spectrum, tails, below));
  }

  private static Optional<Outcome<Proof>> counterexample(Spectrum spectrum, EigenvalueTable table) {
    Optional<Long> zero = table.firstZero();
    Optional<Long> negative = table.firstNegative();
    return negative
        .map(k -> refuted(table.isNegative(k), Findings.of(spectrum, table, k)))
        .or(
            () ->
                zero.map(
                    k ->
                        refuted(
                            "the eigenvalue at k = "
                                + k
                                + " is exactly zero"
                                + ExactZero.reason(spectrum, k),
                            Findings.of(spectrum, table, k))));
  }

  private static Outcome<Proof> proven(
      Spectrum spectrum, List<UniformTail> tails, EigenvalueTable table) {
    List<UniformExpansion> expansions = tails.stream().map(UniformExpansion::of).toList();
    return new Outcome.Proven<>(new Proof(new Findings(spectrum, expansions, table.rows())));
  }

  private static Outcome<Proof> refuted(String reason, Findings found) {
    return new Outcome.Refuted<>(reason, List.of(found));
  }
}
