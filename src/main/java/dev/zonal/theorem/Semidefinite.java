package dev.zonal.theorem;

import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.FirstFrequency;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
 *
 * @param verdict what came of it
 * @param reason one sentence if not proven; else empty
 * @param tails of the proof, or the one whose eigenvalues are all negative
 * @param vanishing for each parity that is zero from some frequency on, the least such that a
 *     theorem gives
 * @param table the enclosures below; if refuted by an eigenvalue, that one alone
 */
public record Semidefinite(
    Verdict verdict,
    String reason,
    List<UniformExpansion> tails,
    SortedMap<Parity, Long> vanishing,
    SortedMap<Long, Enclosure.Certified> table) {

  /** A sign needs few digits. */
  private static final int BITS = 40;

  private static final int TAIL_BITS = 192;

  /** More eigenvalues below the tails are not enclosed where the proposition is a theorem. */
  private static final int MOST_BELOW = 200;

  public Semidefinite {
    tails = List.copyOf(tails);
    vanishing = Collections.unmodifiableSortedMap(new TreeMap<>(vanishing));
    table = Collections.unmodifiableSortedMap(new TreeMap<>(table));
  }

  /** Tries to prove the proposition. */
  public static Semidefinite prove(Spectrum spectrum, Context context) {
    EigenvalueTable glance =
        EigenvalueTable.of(spectrum, EigenvalueTable.glance(spectrum), BITS, context);
    Optional<Semidefinite> early = refutation(glance);
    if (early.isPresent()) {
      return early.get();
    }
    Asymptotics asymptotics = Asymptotics.of(spectrum);
    Semidefinite byTails = byTails(spectrum, parity -> tail(asymptotics, parity, 0), context);
    return byTails.verdict() == Verdict.UNDECIDED && spectrum.kernel().isMixtureOfGaussians()
        ? proven(List.of(), new TreeMap<>(), glance)
        : byTails;
  }

  /** By tails of decided sign, where there are any. */
  static Semidefinite byTails(
      Spectrum spectrum, Function<Parity, Optional<UniformExpansion>> tailOf, Context context) {
    SortedSet<Long> below = new TreeSet<>();
    List<UniformExpansion> tails = new ArrayList<>();
    SortedMap<Parity, Long> vanishing = new TreeMap<>();
    for (Parity parity : Parity.values()) {
      OptionalLong zeros = spectrum.zerosFrom(parity);
      Optional<UniformExpansion> tail = tailOf.apply(parity);
      if (zeros.isEmpty() && tail.isEmpty()) {
        return undecided(
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
    Optional<Semidefinite> negative =
        tails.stream().filter(tail -> tail.sign() < 0).findFirst().map(Semidefinite::refuted);
    if (negative.isPresent()) {
      return negative.get();
    }
    if (below.size() > MOST_BELOW && spectrum.kernel().isMixtureOfGaussians()) {
      return undecided("the uniform tails begin late");
    }
    return of(tails, vanishing, EigenvalueTable.of(spectrum, below, BITS, context));
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
                : asymptotics.from(parity, k, TAIL_BITS).filter(tail -> tail.sign() != 0));
  }

  /** What follows from tails of positive sign, from zeros, and from the eigenvalues below. */
  static Semidefinite of(
      List<UniformExpansion> tails, SortedMap<Parity, Long> vanishing, EigenvalueTable below) {
    return refutation(below)
        .or(() -> below.gap().map(Semidefinite::undecided))
        .orElseGet(() -> proven(tails, vanishing, below));
  }

  private static Optional<Semidefinite> refutation(EigenvalueTable table) {
    return table
        .firstNegative()
        .map(
            k ->
                new Semidefinite(
                    Verdict.REFUTED,
                    table.isNegative(k),
                    List.of(),
                    new TreeMap<>(),
                    new TreeMap<>(Map.of(k, table.rows().get(k)))));
  }

  private static Semidefinite refuted(UniformExpansion tail) {
    return new Semidefinite(
        Verdict.REFUTED,
        "every " + tail.parity() + " eigenvalue from k = " + tail.from() + " on is negative",
        List.of(tail),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private static Semidefinite proven(
      List<UniformExpansion> tails, SortedMap<Parity, Long> vanishing, EigenvalueTable table) {
    return new Semidefinite(Verdict.PROVEN, "", tails, vanishing, table.rows());
  }

  private static Semidefinite undecided(String reason) {
    return new Semidefinite(Verdict.UNDECIDED, reason, List.of(), new TreeMap<>(), new TreeMap<>());
  }

  /** The frequencies of the enclosed eigenvalues that are exactly zero. */
  public SortedSet<Long> zeros() {
    SortedSet<Long> zeros = new TreeSet<>(table.keySet());
    zeros.removeIf(k -> !table.get(k).isExactZero());
    return zeros;
  }

  /** The least of the enclosed eigenvalues that are not zero. */
  public Optional<Map.Entry<Long, Enclosure.Certified>> smallest() {
    return table.entrySet().stream()
        .filter(row -> !row.getValue().isExactZero())
        .min((a, b) -> a.getValue().ball().upper().compareTo(b.getValue().ball().upper()));
  }
}
