package dev.zonal.theorem;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.spectrum.Enclosure;
import dev.zonal.spectrum.Parity;
import dev.zonal.spectrum.Progress;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.UniformTail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The proposition that two kernels have the same reproducing kernel Hilbert space with equivalent
 * norms on a sphere: 0 &lt; m &lt;= eta_k(1)/eta_k(2) &lt;= M for all k, with enclosures of the
 * best m and M (docs/theory.md, Corollary 12.6 and Theorem 13.2). The norms are then equivalent
 * with the constants sqrt m and sqrt M.
 *
 * @param verdict what came of it
 * @param reason one sentence if not proven; else empty
 * @param infimum of the quotients over all k; present if proven
 * @param supremum likewise
 * @param tails the quotients of the two uniform tails, even and odd
 * @param table the enclosures of the quotients below the tails
 */
public record Equivalence(
    Verdict verdict,
    String reason,
    Optional<Extremum> infimum,
    Optional<Extremum> supremum,
    List<QuotientTail> tails,
    Map<Long, Ball> table) {

  private static final int BITS = 80;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(BITS + 16);

  /** The tail takes over not before this frequency, so that the bounds are narrow. */
  private static final long FIRST = 200;

  /**
   * A best constant.
   *
   * @param value an enclosure
   * @param attained where: the frequency, or the limit along one parity, or what is known of it
   */
  public record Extremum(Ball value, String attained) {}

  /**
   * The quotients from k0 on for one parity.
   *
   * @param limit of the quotients
   * @param spread a ball whose upper end bounds |quotient/limit - 1| for all k from k0 on
   * @param side 1 if every quotient is above the limit, -1 if below, 0 if that is not decided
   */
  public record QuotientTail(
      UniformTail numerator, UniformTail denominator, Ball limit, Ball spread, int side) {

    static Optional<QuotientTail> of(UniformTail one, UniformTail two) {
      if (!two.relativeDistance().certainlyLess(Ball.exact(1)) || one.sign() == 0) {
        return Optional.empty();
      }
      Ball limit = OVER.divide(one.leading(), two.leading());
      Ball spread =
          OVER.divide(
              OVER.add(one.relativeDistance(), two.relativeDistance()),
              OVER.subtract(Ball.exact(1), two.relativeDistance()));
      Ball rests = OVER.add(one.rest(), two.rest());
      Ball difference = OVER.subtract(one.next(), two.next());
      int side =
          difference.certainlyGreater(rests)
              ? -1
              : OVER.negate(difference).certainlyGreater(rests) ? 1 : 0;
      return Optional.of(new QuotientTail(one, two, limit, spread, side));
    }

    Parity parity() {
      return numerator.parity();
    }

    /** All quotients of the tail and their limit. */
    Ball range() {
      return OVER.multiply(limit, OVER.add(Ball.exact(1), Ball.hull(spread, OVER.negate(spread))));
    }
  }

  /** Tries to prove the proposition. Both spectra are on the same sphere. */
  public static Equivalence prove(Spectrum one, Spectrum two, Progress progress) {
    if (one.dimension() != two.dimension()) {
      throw new IllegalArgumentException("two spectra on different spheres");
    }
    try {
      return byTails(one, two, progress);
    } catch (DomainException e) {
      return undecided("one of the kernels is no power series in the chord: " + e.getMessage());
    }
  }

  private static Equivalence byTails(Spectrum one, Spectrum two, Progress progress) {
    TreeMap<Long, Ball> quotients = new TreeMap<>();
    Optional<Equivalence> glance = quotients(one, two, frequencies(0, 12), quotients, progress);
    if (glance.isPresent()) {
      return glance.get();
    }
    List<QuotientTail> tails = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      Optional<UniformTail> first = tail(one, parity);
      Optional<UniformTail> second = tail(two, parity);
      if (first.isEmpty() != second.isEmpty() && (isEven(one) || isEven(two))) {
        return refuted(
            "one spectrum obeys a power law, the other decays faster than any power", Map.of());
      }
      if (first.isEmpty() || second.isEmpty()) {
        return undecided("no uniform tail of the " + parity + " eigenvalues from k = 2^14 on");
      }
      int s = first.get().exponent();
      if (s != second.get().exponent()) {
        int d = one.dimension();
        return refuted(
            "the "
                + parity
                + " eigenvalues decay like k^-"
                + (d - 1 + s)
                + " and k^-"
                + (d - 1 + second.get().exponent()),
            Map.of());
      }
      long from = Math.max(first.get().from(), second.get().from());
      Optional<QuotientTail> quotient =
          new SpectralTail(one.expansion(), one.dimension(), parity)
              .from(from)
              .flatMap(
                  x ->
                      new SpectralTail(two.expansion(), two.dimension(), parity)
                          .from(from)
                          .flatMap(y -> QuotientTail.of(x, y)));
      if (quotient.isEmpty()) {
        return undecided("the uniform tails of the " + parity + " eigenvalues are too wide");
      }
      if (!quotient.get().limit().isPositive()) {
        return refuted(
            "the " + parity + " eigenvalues have different signs from some k on", Map.of());
      }
      tails.add(quotient.get());
    }
    long last = tails.stream().mapToLong(t -> t.numerator().from()).max().orElseThrow();
    return quotients(one, two, frequencies(0, last), quotients, progress)
        .orElseGet(() -> proven(tails, quotients));
  }

  /** Without an odd part at either end there is no power law. */
  private static boolean isEven(Spectrum spectrum) {
    return spectrum.expansion().isEvenAtCoincidence() && spectrum.expansion().isEvenAtAntipode();
  }

  private static Optional<UniformTail> tail(Spectrum spectrum, Parity parity) {
    return new SpectralTail(spectrum.expansion(), spectrum.dimension(), parity)
        .first(tail -> tail.sign() != 0 && tail.from() >= FIRST);
  }

  private static TreeSet<Long> frequencies(long from, long to) {
    TreeSet<Long> result = new TreeSet<>();
    for (long k = from; k <= to; k++) {
      result.add(k);
    }
    return result;
  }

  /** Fills in the quotients; a verdict if one of them refutes or is missing. */
  private static Optional<Equivalence> quotients(
      Spectrum one,
      Spectrum two,
      TreeSet<Long> frequencies,
      TreeMap<Long, Ball> quotients,
      Progress progress) {
    frequencies.removeAll(quotients.keySet());
    Map<Long, Enclosure> first = one.enclose(frequencies, BITS, Optional.empty(), progress);
    Map<Long, Enclosure> second = two.enclose(frequencies, BITS, Optional.empty(), progress);
    for (long k : frequencies) {
      if (!(first.get(k) instanceof Enclosure.Certified x)) {
        return Optional.of(undecided(((Enclosure.Refused) first.get(k)).reason()));
      }
      if (!(second.get(k) instanceof Enclosure.Certified y)) {
        return Optional.of(undecided(((Enclosure.Refused) second.get(k)).reason()));
      }
      if (x.isExactZero() != y.isExactZero()) {
        return Optional.of(
            refuted("exactly one of the eigenvalues at k = " + k + " is zero", Map.of()));
      }
      if (x.isExactZero()) {
        continue;
      }
      Ball quotient = OVER.divide(x.ball(), y.ball());
      if (!quotient.isPositive()) {
        return Optional.of(
            refuted("the eigenvalues at k = " + k + " have different signs", Map.of(k, quotient)));
      }
      quotients.put(k, quotient);
    }
    return Optional.empty();
  }

  private static Equivalence proven(List<QuotientTail> tails, TreeMap<Long, Ball> quotients) {
    return new Equivalence(
        Verdict.PROVEN,
        "",
        Optional.of(extremum(tails, quotients, -1)),
        Optional.of(extremum(tails, quotients, 1)),
        List.copyOf(tails),
        quotients);
  }

  /**
   * The infimum (side -1) or the supremum (side 1) of all quotients (docs/theory.md, Theorem 13.2).
   */
  private static Extremum extremum(
      List<QuotientTail> tails, TreeMap<Long, Ball> quotients, int side) {
    List<Extremum> candidates = new ArrayList<>();
    quotients.forEach((k, ball) -> candidates.add(new Extremum(ball, "k = " + k)));
    for (QuotientTail tail : tails) {
      boolean isLimit = tail.side() == -side;
      candidates.add(
          isLimit
              ? new Extremum(tail.limit(), "limit, " + tail.parity() + " k")
              : new Extremum(
                  tail.range(),
                  "limit or an " + tail.parity() + " k from " + tail.numerator().from() + " on"));
    }
    Extremum best = candidates.get(0);
    List<Extremum> rivals = new ArrayList<>();
    for (Extremum candidate : candidates) {
      BigFraction excess =
          candidate.value().midpoint().lower().subtract(best.value().midpoint().lower());
      if (side * excess.signum() > 0) {
        best = candidate;
      }
    }
    Ball value = best.value();
    for (Extremum candidate : candidates) {
      boolean worse =
          side > 0
              ? candidate.value().certainlyLess(best.value())
              : candidate.value().certainlyGreater(best.value());
      if (candidate != best && !worse) {
        rivals.add(candidate);
        value = Ball.hull(value, candidate.value());
      }
    }
    String attained = best.attained();
    for (Extremum rival : rivals) {
      attained += " or " + rival.attained();
    }
    return new Extremum(value, rivals.size() > 3 ? best.attained() + " or near it" : attained);
  }

  private static Equivalence refuted(String reason, Map<Long, Ball> table) {
    return new Equivalence(
        Verdict.REFUTED, reason, Optional.empty(), Optional.empty(), List.of(), table);
  }

  private static Equivalence undecided(String reason) {
    return new Equivalence(
        Verdict.UNDECIDED, reason, Optional.empty(), Optional.empty(), List.of(), Map.of());
  }
}
