package dev.zonal.theorem;

import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.FirstFrequency;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The proposition that no eigenvalue of a kernel on a sphere is negative, so that the kernel is
 * positive semidefinite there and has a reproducing kernel Hilbert space; with the eigenvalues that
 * are exactly zero (docs/theory.md, Theorem 13.1a). Each parity has a uniform tail of positive
 * sign, or is zero from some frequency on by a theorem, with enclosures below; or the kernel is a
 * mixture of Gaussians (Proposition 9.14). One negative eigenvalue, or a tail of them, refutes.
 */
public final class Semidefinite {

  /** More eigenvalues below the tails are not enclosed where the proposition is a theorem. */
  private static final int MOST_BELOW = 200;

  /**
   * By tails of positive sign and by zeros, with the eigenvalues below.
   *
   * @param vanishing for each parity that is zero from some frequency on, the least such that a
   *     theorem gives
   */
  public record Proof(Findings found, SortedMap<Parity, Long> vanishing) implements Outcome.Proof {
    public Proof {
      vanishing = Collections.unmodifiableSortedMap(new TreeMap<>(vanishing));
    }

    @Override
    public List<Findings> findings() {
      return List.of(found);
    }
  }

  private Semidefinite() {}

  /** Tries to prove the proposition. */
  public static Outcome<Proof> prove(Spectrum spectrum, Context context) {
    EigenvalueTable glance =
        EigenvalueTable.of(spectrum, EigenvalueTable.glance(spectrum), Precision.SIGN, context);
    Optional<Outcome<Proof>> early = refutation(spectrum, glance);
    if (early.isPresent()) {
      return early.get();
    }
    Asymptotics asymptotics = Asymptotics.of(spectrum);
    Outcome<Proof> byTails = byTails(spectrum, parity -> tail(asymptotics, parity, 0), context);
    return byTails.verdict() == Verdict.UNDECIDED && spectrum.kernel().isMixtureOfGaussians()
        ? proven(spectrum, List.of(), new TreeMap<>(), glance)
        : byTails;
  }

  /** By tails of decided sign, where there are any. */
  static Outcome<Proof> byTails(
      Spectrum spectrum, Function<Parity, Optional<UniformExpansion>> tailOf, Context context) {
    SortedSet<Long> below = new TreeSet<>();
    List<UniformExpansion> tails = new ArrayList<>();
    SortedMap<Parity, Long> vanishing = new TreeMap<>();
    for (Parity parity : Parity.values()) {
      OptionalLong zeros = spectrum.zerosFrom(parity);
      Optional<UniformExpansion> tail = tailOf.apply(parity);
      if (zeros.isEmpty() && tail.isEmpty()) {
        return new Outcome.Undecided<>(
            "no uniform tail decides the sign of the "
                + parity
                + " eigenvalues from any frequency up to 2^15 on");
      }
      zeros.ifPresent(k -> vanishing.put(parity, k));
      tail.ifPresent(tails::add);
      long end = zeros.orElseGet(() -> tail.get().from());
      for (long k = parity.firstFrom(0); k < end; k += 2) {
        below.add(k);
      }
    }
    Optional<UniformExpansion> negative =
        tails.stream().filter(tail -> tail.sign() < 0).findFirst();
    if (negative.isPresent()) {
      return refuted(spectrum, negative.get());
    }
    if (below.size() > MOST_BELOW && spectrum.kernel().isMixtureOfGaussians()) {
      return new Outcome.Undecided<>("the uniform tails begin late");
    }
    return of(
        spectrum, tails, vanishing, EigenvalueTable.of(spectrum, below, Precision.SIGN, context));
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

  /** What follows from tails of positive sign, from zeros, and from the eigenvalues below. */
  static Outcome<Proof> of(
      Spectrum spectrum,
      List<UniformExpansion> tails,
      SortedMap<Parity, Long> vanishing,
      EigenvalueTable below) {
    return refutation(spectrum, below)
        .or(() -> below.gap().map(Outcome.Undecided::new))
        .orElseGet(() -> proven(spectrum, tails, vanishing, below));
  }

  private static Optional<Outcome<Proof>> refutation(Spectrum spectrum, EigenvalueTable table) {
    return table
        .firstNegative()
        .map(
            k ->
                new Outcome.Refuted<>(
                    table.isNegative(k), List.of(Findings.of(spectrum, table, k))));
  }

  private static Outcome<Proof> refuted(Spectrum spectrum, UniformExpansion tail) {
    return new Outcome.Refuted<>(
        "every " + tail.parity() + " eigenvalue from k = " + tail.from() + " on is negative",
        List.of(Findings.of(spectrum, tail)));
  }

  private static Outcome<Proof> proven(
      Spectrum spectrum,
      List<UniformExpansion> tails,
      SortedMap<Parity, Long> vanishing,
      EigenvalueTable table) {
    return new Outcome.Proven<>(new Proof(new Findings(spectrum, tails, table.rows()), vanishing));
  }
}
