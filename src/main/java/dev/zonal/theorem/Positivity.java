package dev.zonal.theorem;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Enclosure;
import dev.zonal.spectrum.Parity;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.UniformTail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

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
 */
public record Positivity(
    Verdict verdict, String reason, List<UniformTail> tails, Map<Long, Enclosure.Certified> table) {

  /** A sign needs few digits. */
  private static final int BITS = 40;

  /** Where a refutation is looked for first. */
  private static final long GLANCE = 12;

  /** More eigenvalues below the tails are not enclosed where the proposition is a theorem. */
  private static final int MOST_BELOW = 200;

  /** Tries to prove the proposition. */
  public static Positivity prove(Spectrum spectrum, Context context) {
    Table glance = Table.of(spectrum, glance(spectrum), BITS, context);
    Optional<Positivity> early = glance.counterexample(spectrum);
    if (early.isPresent()) {
      return early.get();
    }
    Positivity byTails = tryTails(spectrum, context);
    return byTails.verdict() == Verdict.UNDECIDED && spectrum.kernel().isMixtureOfGaussians()
        ? new Positivity(Verdict.PROVEN, "", List.of(), glance.rows())
        : byTails;
  }

  private static Collection<Long> glance(Spectrum spectrum) {
    Collection<Long> first = new TreeSet<>(LongStream.rangeClosed(0, GLANCE).boxed().toList());
    for (Parity parity : Parity.values()) {
      spectrum.zerosFrom(parity).ifPresent(first::add);
    }
    return first;
  }

  private static Positivity tryTails(Spectrum spectrum, Context context) {
    try {
      return byTails(spectrum, context);
    } catch (DomainException e) {
      return undecided(
          "the kernel could not be expanded in powers of the chord: " + e.getMessage());
    }
  }

  private static Positivity byTails(Spectrum spectrum, Context context) {
    SortedSet<Long> below = new TreeSet<>();
    List<UniformTail> tails = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      Optional<UniformTail> tail =
          new SpectralTail(spectrum.expansion(), spectrum.dimension(), parity)
              .first(candidate -> candidate.sign() != 0);
      if (tail.isEmpty()) {
        return undecided(
            "no uniform tail decides the sign of the "
                + parity
                + " eigenvalues from any frequency up to 2^15 on");
      }
      if (tail.get().sign() < 0) {
        return new Positivity(
            Verdict.REFUTED,
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
    Table table = Table.of(spectrum, below, BITS, context);
    return table
        .counterexample(spectrum)
        .or(table::gap)
        .orElseGet(() -> new Positivity(Verdict.PROVEN, "", tails, table.rows()));
  }

  private static Positivity undecided(String reason) {
    return new Positivity(Verdict.UNDECIDED, reason, List.of(), Map.of());
  }

  /** The least eigenvalue of the table: its frequency and enclosure. */
  public Optional<Map.Entry<Long, Enclosure.Certified>> smallest() {
    return table.entrySet().stream()
        .min((a, b) -> a.getValue().ball().upper().subtract(b.getValue().ball().upper()).signum());
  }

  /** Enclosures of finitely many eigenvalues. */
  private record Table(Map<Long, Enclosure> enclosures) {

    static Table of(Spectrum spectrum, Collection<Long> frequencies, int bits, Context context) {
      return new Table(
          spectrum.enclose(new TreeSet<>(frequencies), bits, Optional.empty(), context));
    }

    Map<Long, Enclosure.Certified> rows() {
      Map<Long, Enclosure.Certified> rows = new TreeMap<>();
      enclosures.forEach(
          (k, enclosure) -> {
            if (enclosure instanceof Enclosure.Certified certified) {
              rows.put(k, certified);
            }
          });
      return rows;
    }

    Optional<Positivity> counterexample(Spectrum spectrum) {
      return rows().entrySet().stream()
          .filter(row -> row.getValue().isExactZero() || row.getValue().ball().isNegative())
          .findFirst()
          .map(row -> refuted(spectrum, row.getKey(), row.getValue()));
    }

    private static Positivity refuted(Spectrum spectrum, long k, Enclosure.Certified value) {
      Ball ball = value.ball();
      String reason =
          value.isExactZero()
              ? "the eigenvalue at k = " + k + " is exactly zero" + ExactZero.reason(spectrum, k)
              : "the eigenvalue at k = " + k + " is negative: at most " + ball.upperDecimal(6);
      return new Positivity(Verdict.REFUTED, reason, List.of(), Map.of(k, value));
    }

    Optional<Positivity> gap() {
      return enclosures.entrySet().stream()
          .filter(row -> row.getValue() instanceof Enclosure.Refused)
          .findFirst()
          .map(
              row ->
                  undecided(
                      "the eigenvalue at k = "
                          + row.getKey()
                          + " was not certified: "
                          + ((Enclosure.Refused) row.getValue()).reason()));
    }
  }
}
