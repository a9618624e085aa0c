package dev.zonal.theorem;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.tail.OddExpansion;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.SpectralTail;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The proposition that every eigenvalue of a kernel on a sphere is positive, so that the kernel is
 * strictly positive definite there: proved by the sign of the uniform tail from k0 on
 * (docs/theory.md, Corollary 12.5) and by enclosures below k0, or, where there is no such tail, by
 * the kernel being a mixture of Gaussians (Proposition 9.14); refuted by one eigenvalue that is
 * zero or negative.
 *
 * @param verdict what came of it
 * @param reason one sentence: the refuting eigenvalue, or what would be needed; empty if proven
 * @param tails the uniform tails of the proof, even and odd; empty unless proven by them
 * @param table the enclosures of the eigenvalues below the tails
 * @param semidefinite what came of the weaker statement that no eigenvalue is negative; present if
 *     this one is refuted
 */
public record Positivity(
    Verdict verdict,
    String reason,
    List<UniformTail> tails,
    Map<Long, Enclosure.Certified> table,
    Optional<Semidefinite> semidefinite) {

  /** A sign needs few digits. */
  private static final int BITS = 40;

  /** More eigenvalues below the tails are not enclosed where the proposition is a theorem. */
  private static final int MOST_BELOW = 200;

  /** Tries to prove the proposition, and the weaker one if it is refuted. */
  public static Positivity prove(Spectrum spectrum, Context context) {
    Positivity strict = proveStrictly(spectrum, context);
    return strict.verdict() == Verdict.REFUTED
        ? new Positivity(
            strict.verdict(),
            strict.reason(),
            strict.tails(),
            strict.table(),
            Optional.of(strict.weaker(spectrum, context)))
        : strict;
  }

  /** What refutes the strict statement by a negative eigenvalue refutes the weaker one too. */
  private Semidefinite weaker(Spectrum spectrum, Context context) {
    boolean isZero = table.values().stream().anyMatch(Enclosure.Certified::isExactZero);
    return isZero
        ? Semidefinite.prove(spectrum, context)
        : new Semidefinite(
            Verdict.REFUTED,
            reason,
            tails.stream().map(UniformExpansion::of).toList(),
            new TreeMap<>(),
            new TreeMap<>(table));
  }

  private static Positivity proveStrictly(Spectrum spectrum, Context context) {
    EigenvalueTable glance =
        EigenvalueTable.of(spectrum, EigenvalueTable.glance(spectrum), BITS, context);
    Optional<Positivity> early = counterexample(spectrum, glance);
    if (early.isPresent()) {
      return early.get();
    }
    Positivity byTails = tryTails(spectrum, context);
    return byTails.verdict() == Verdict.UNDECIDED && spectrum.kernel().isMixtureOfGaussians()
        ? proven(List.of(), glance)
        : byTails;
  }

  private static Positivity tryTails(Spectrum spectrum, Context context) {
    try {
      OddExpansion expansion = spectrum.expansion();
      return byTails(
          spectrum,
          parity ->
              new SpectralTail(expansion, spectrum.dimension(), parity)
                  .first(candidate -> candidate.sign() != 0),
          context);
    } catch (DomainException e) {
      return undecided(
          "the kernel could not be expanded in powers of the chord: " + e.getMessage());
    }
  }

  /** By tails of decided sign, where there are any. */
  static Positivity byTails(
      Spectrum spectrum, Function<Parity, Optional<UniformTail>> tailOf, Context context) {
    SortedSet<Long> below = new TreeSet<>();
    List<UniformTail> tails = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      Optional<UniformTail> tail = tailOf.apply(parity);
      if (tail.isEmpty()) {
        return undecided(
            "no uniform tail decides the sign of the "
                + parity
                + " eigenvalues from any frequency up to 2^15 on");
      }
      if (tail.get().sign() < 0) {
        return refuted(
            "every " + parity + " eigenvalue from k = " + tail.get().from() + " on is negative",
            List.of(tail.get()),
            Map.of());
      }
      tails.add(tail.get());
      for (long k = parity.firstFrom(0); k < tail.get().from(); k += 2) {
        below.add(k);
      }
    }
    if (below.size() > MOST_BELOW && spectrum.kernel().isMixtureOfGaussians()) {
      return undecided("the uniform tails begin late");
    }
    return of(spectrum, tails, EigenvalueTable.of(spectrum, below, BITS, context));
  }

  /** What follows from tails of positive sign and from the eigenvalues below. */
  static Positivity of(Spectrum spectrum, List<UniformTail> tails, EigenvalueTable below) {
    return counterexample(spectrum, below)
        .or(() -> below.gap().map(Positivity::undecided))
        .orElseGet(() -> proven(tails, below));
  }

  private static Optional<Positivity> counterexample(Spectrum spectrum, EigenvalueTable table) {
    Optional<Long> zero = table.firstZero();
    Optional<Long> negative = table.firstNegative();
    return negative
        .map(k -> refuted(table.isNegative(k), List.of(), Map.of(k, table.rows().get(k))))
        .or(
            () ->
                zero.map(
                    k ->
                        refuted(
                            "the eigenvalue at k = "
                                + k
                                + " is exactly zero"
                                + ExactZero.reason(spectrum, k),
                            List.of(),
                            Map.of(k, table.rows().get(k)))));
  }

  private static Positivity proven(List<UniformTail> tails, EigenvalueTable table) {
    return new Positivity(Verdict.PROVEN, "", tails, table.rows(), Optional.empty());
  }

  private static Positivity refuted(
      String reason, List<UniformTail> tails, Map<Long, Enclosure.Certified> table) {
    return new Positivity(Verdict.REFUTED, reason, tails, table, Optional.empty());
  }

  private static Positivity undecided(String reason) {
    return new Positivity(Verdict.UNDECIDED, reason, List.of(), Map.of(), Optional.empty());
  }

  /** The least eigenvalue of the table: its frequency and enclosure. */
  public Optional<Map.Entry<Long, Enclosure.Certified>> smallest() {
    return table.entrySet().stream()
        .min((a, b) -> a.getValue().ball().upper().compareTo(b.getValue().ball().upper()));
  }
}
