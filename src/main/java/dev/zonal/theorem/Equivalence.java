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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

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
 * @param counterexample what refutes it; present if refuted
 */
public record Equivalence(
    Verdict verdict,
    String reason,
    Optional<Extremum> infimum,
    Optional<Extremum> supremum,
    List<QuotientTail> tails,
    SortedMap<Long, Ball> table,
    Optional<Counterexample> counterexample) {

  /**
   * What tells two kernels apart: a frequency, or the tails of one parity, of which one is missing
   * where a kernel is smooth.
   */
  public record Counterexample(
      Optional<Long> frequency, Optional<UniformTail> first, Optional<UniformTail> second) {
    private static Counterexample at(long k) {
      return new Counterexample(Optional.of(k), Optional.empty(), Optional.empty());
    }

    private static Counterexample of(Optional<UniformTail> first, Optional<UniformTail> second) {
      return new Counterexample(Optional.empty(), first, second);
    }
  }

  private static final int BITS = 64;

  /** Where a refutation is looked for first. */
  private static final long GLANCE = 12;

  private static final BallArithmetic OVER = BallArithmetic.ofBits(BITS + 16);

  /** The tails take over at about these frequencies: the next one where bounds are too wide. */
  private static final long[] FIRST = {12, 24, 48, 96, 180};

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

    /** The parity of the frequencies. */
    public Parity parity() {
      return numerator.parity();
    }

    /** The first frequency. */
    public long from() {
      return numerator.from();
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
    Optional<Equivalence> glance = quotients(one, two, GLANCE, quotients, progress);
    if (glance.isPresent()) {
      return glance.get();
    }
    Equivalence result = undecided("");
    for (long first : FIRST) {
      result = byTails(one, two, first, quotients, progress);
      boolean isSettled =
          result.infimum().map(Extremum::isDecided).orElse(true)
              && result.supremum().map(Extremum::isDecided).orElse(true);
      if (result.verdict() != Verdict.PROVEN || isSettled) {
        return result;
      }
    }
    return result;
  }

  private static Equivalence byTails(
      Spectrum one, Spectrum two, long first, TreeMap<Long, Ball> quotients, Progress progress) {
    List<QuotientTail> tails = new ArrayList<>();
    long last = GLANCE;
    for (Parity parity : Parity.values()) {
      if (one.zerosFrom(parity).isPresent() && two.zerosFrom(parity).isPresent()) {
        last = Math.max(last, one.zerosFrom(parity).getAsLong());
        continue;
      }
      Optional<UniformTail> numerator = tail(one, parity, first);
      Optional<UniformTail> denominator = tail(two, parity, first);
      if (numerator.isEmpty() != denominator.isEmpty() && isEven(one) != isEven(two)) {
        return refuted(
            "one spectrum obeys a power law, the other decays faster than any power",
            Counterexample.of(numerator, denominator));
      }
      if (numerator.isEmpty() || denominator.isEmpty()) {
        return undecided("no uniform tail of the " + parity + " eigenvalues from k = 2^14 on");
      }
      if (numerator.get().exponent() != denominator.get().exponent()) {
        return refuted(
            "the "
                + parity
                + " eigenvalues decay like k^-"
                + (one.dimension() - 1 + numerator.get().exponent())
                + " and k^-"
                + (two.dimension() - 1 + denominator.get().exponent()),
            Counterexample.of(numerator, denominator));
      }
      Optional<QuotientTail> quotient =
          quotient(one, two, parity, Math.max(numerator.get().from(), denominator.get().from()));
      if (quotient.isEmpty()) {
        return undecided("the uniform tails of the " + parity + " eigenvalues are too wide");
      }
      if (!quotient.get().limit().isPositive()) {
        return refuted(
            "the " + parity + " eigenvalues have different signs from some k on",
            Counterexample.of(numerator, denominator));
      }
      tails.add(quotient.get());
      last = Math.max(last, quotient.get().from());
    }
    return quotients(one, two, last, quotients, progress).orElseGet(() -> proven(tails, quotients));
  }

  private static Optional<QuotientTail> quotient(
      Spectrum one, Spectrum two, Parity parity, long from) {
    return new SpectralTail(one.expansion(), one.dimension(), parity)
        .from(from)
        .flatMap(
            x ->
                new SpectralTail(two.expansion(), two.dimension(), parity)
                    .from(from)
                    .flatMap(y -> QuotientTail.of(x, y)));
  }

  /** Without an odd part at either end there is no power law. */
  private static boolean isEven(Spectrum spectrum) {
    return spectrum.expansion().isEvenAtCoincidence() && spectrum.expansion().isEvenAtAntipode();
  }

  private static Optional<UniformTail> tail(Spectrum spectrum, Parity parity, long first) {
    return new SpectralTail(spectrum.expansion(), spectrum.dimension(), parity)
        .first(tail -> tail.sign() != 0 && tail.from() >= first);
  }

  /** Fills in the quotients up to a frequency; a verdict if one of them refutes or is missing. */
  private static Optional<Equivalence> quotients(
      Spectrum one, Spectrum two, long last, TreeMap<Long, Ball> quotients, Progress progress) {
    TreeSet<Long> frequencies =
        LongStream.rangeClosed(0, last)
            .filter(k -> !quotients.containsKey(k))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    if (frequencies.isEmpty()) {
      return Optional.empty();
    }
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
            refuted(
                "exactly one of the eigenvalues at k = "
                    + k
                    + " is zero: that of "
                    + (x.isExactZero() ? one : two).kernel()
                    + ExactZero.reason(x.isExactZero() ? one : two, k),
                Counterexample.at(k)));
      }
      if (x.isExactZero()) {
        continue;
      }
      Ball quotient = OVER.divide(x.ball(), y.ball());
      if (!quotient.isPositive()) {
        return Optional.of(
            refuted("the eigenvalues at k = " + k + " have different signs", Counterexample.at(k)));
      }
      quotients.put(k, quotient);
    }
    return Optional.empty();
  }

  private static Equivalence proven(List<QuotientTail> tails, TreeMap<Long, Ball> quotients) {
    return new Equivalence(
        Verdict.PROVEN,
        "",
        Optional.of(extremum(Extremum.Side.INFIMUM, tails, quotients)),
        Optional.of(extremum(Extremum.Side.SUPREMUM, tails, quotients)),
        List.copyOf(tails),
        Collections.unmodifiableSortedMap(new TreeMap<>(quotients)),
        Optional.empty());
  }

  /** The quotient of two eigenvalues, if it is certainly positive. */
  static Optional<Ball> quotient(Ball one, Ball two) {
    return two.containsZero()
        ? Optional.empty()
        : Optional.of(OVER.divide(one, two)).filter(Ball::isPositive);
  }

  /** The last frequency that the tails do not need to cover. */
  long lastOfTable() {
    long first = tails.stream().mapToLong(QuotientTail::from).max().orElseThrow();
    return Math.max(first, GLANCE);
  }

  /** The infimum or the supremum of all quotients (docs/theory.md, Theorem 13.2). */
  static Extremum extremum(
      Extremum.Side side, List<QuotientTail> tails, SortedMap<Long, Ball> quotients) {
    List<Extremum.Candidate> candidates = new ArrayList<>();
    quotients.forEach((k, ball) -> candidates.add(Extremum.Candidate.at(k, ball)));
    int inward = side == Extremum.Side.INFIMUM ? 1 : -1;
    for (QuotientTail tail : tails) {
      candidates.add(
          tail.side() == inward
              ? new Extremum.Candidate(tail.limit(), "limit, " + tail.parity() + " k", true)
              : new Extremum.Candidate(
                  tail.range(),
                  "limit or an " + tail.parity() + " k from " + tail.from() + " on",
                  false));
    }
    return Extremum.of(side, candidates);
  }

  private static Equivalence refuted(String reason, Counterexample counterexample) {
    return new Equivalence(
        Verdict.REFUTED,
        reason,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new TreeMap<>(),
        Optional.of(counterexample));
  }

  private static Equivalence undecided(String reason) {
    return new Equivalence(
        Verdict.UNDECIDED,
        reason,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new TreeMap<>(),
        Optional.empty());
  }
}
