package dev.zonal.theorem;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.QuotientTail;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The proposition that two kernels have the same reproducing kernel Hilbert space with equivalent
 * norms on a sphere: both are positive semidefinite, which such a space needs, and 0 &lt; m &lt;=
 * eta_k(1)/eta_k(2) &lt;= M for all k where not both eigenvalues are zero, with enclosures of the
 * best m and M (docs/theory.md, Corollary 12.12 and Theorem 13.2). The norms are then equivalent
 * with the constants sqrt m and sqrt M.
 *
 * @param verdict what came of it
 * @param reason one sentence if not proven; else empty
 * @param infimum of the quotients over all k; present if proven; 1 if there are none
 * @param supremum likewise
 * @param tails the quotients of the two uniform tails, even and odd
 * @param table the enclosures of the quotients below the tails
 * @param last the last frequency up to which the eigenvalues of both were enclosed
 * @param itself for a kernel against itself the proof that it is positive semidefinite, which is
 *     all there is to prove
 * @param counterexample what refutes it; present if refuted
 */
public record Equivalence(
    Verdict verdict,
    String reason,
    Optional<Extremum> infimum,
    Optional<Extremum> supremum,
    List<QuotientTail> tails,
    SortedMap<Long, Ball> table,
    long last,
    Optional<Semidefinite> itself,
    Optional<Counterexample> counterexample) {

  /**
   * What tells two kernels apart, or shows that one of them has no Hilbert space: a frequency, or
   * the tails of one parity, of which one is missing where a kernel is smooth.
   */
  public record Counterexample(
      Optional<Long> frequency,
      Optional<UniformExpansion> first,
      Optional<UniformExpansion> second) {
    /** The kernels themselves. */
    private static final Counterexample NONE = of(Optional.empty(), Optional.empty());

    private static Counterexample at(long k) {
      return new Counterexample(Optional.of(k), Optional.empty(), Optional.empty());
    }

    private static Counterexample of(
        Optional<UniformExpansion> first, Optional<UniformExpansion> second) {
      return new Counterexample(Optional.empty(), first, second);
    }
  }

  private static final String NO_SPACE = "there is no Hilbert space: ";
  private static final int BITS = 64;
  private static final int TAIL_BITS = 192;

  private static final BallArithmetic OVER = BallArithmetic.ofBits(BITS + 16);

  /** The tails take over at about these frequencies: the next one where bounds are too wide. */
  private static final long[] FIRST = {12, 24, 48, 96, 180};

  /** Tries to prove the proposition. Both spectra are on the same sphere. */
  public static Equivalence prove(Spectrum one, Spectrum two, Context context) {
    if (one.dimension() != two.dimension()) {
      throw new IllegalArgumentException("two spectra on different spheres");
    }
    if (one.kernel().normalForm().equals(two.kernel().normalForm())) {
      return ofItself(Semidefinite.prove(one, context));
    }
    return Refutation.areUnlikeGaussians(one.kernel(), two.kernel())
        ? refuted(
            "the quotients of two Gaussians behave like (c/c')^k: they tend to zero or to infinity",
            Counterexample.NONE)
        : byTails(Asymptotics.of(one), Asymptotics.of(two), context);
  }

  /** A kernel is equivalent to itself if it has a Hilbert space; every quotient is 1. */
  static Equivalence ofItself(Semidefinite itself) {
    Optional<Extremum> one = Optional.of(Extremum.ONE);
    return switch (itself.verdict()) {
      case PROVEN ->
          new Equivalence(
              Verdict.PROVEN,
              "",
              one,
              one,
              List.of(),
              new TreeMap<>(),
              0,
              Optional.of(itself),
              Optional.empty());
      case REFUTED ->
          refuted(
              NO_SPACE + itself.reason(),
              itself.tails().isEmpty()
                  ? Counterexample.at(itself.table().firstKey())
                  : Counterexample.of(
                      itself.tails().stream().findFirst(), itself.tails().stream().findFirst()));
      case UNDECIDED -> undecided(itself.reason());
    };
  }

  private static Equivalence byTails(Asymptotics one, Asymptotics two, Context context) {
    TreeMap<Long, Ball> quotients = new TreeMap<>();
    Optional<Equivalence> glance = quotients(one, two, glance(one, two), quotients, context);
    if (glance.isPresent()) {
      return glance.get();
    }
    Equivalence result = undecided("");
    for (long first : FIRST) {
      result = byTails(one, two, first, quotients, context);
      boolean isSettled =
          result.infimum().map(Extremum::isDecided).orElse(true)
              && result.supremum().map(Extremum::isDecided).orElse(true);
      if (result.verdict() != Verdict.PROVEN || isSettled) {
        return result;
      }
    }
    return result;
  }

  /** The first frequencies, and those where a spectrum begins to be zero. */
  private static TreeSet<Long> glance(Asymptotics one, Asymptotics two) {
    TreeSet<Long> frequencies = EigenvalueTable.glance(one.spectrum());
    frequencies.addAll(EigenvalueTable.glance(two.spectrum()));
    return frequencies;
  }

  private static Equivalence byTails(
      Asymptotics one,
      Asymptotics two,
      long first,
      TreeMap<Long, Ball> quotients,
      Context context) {
    List<QuotientTail> tails = new ArrayList<>();
    long last = EigenvalueTable.GLANCE;
    for (Parity parity : Parity.values()) {
      if (one.vanishes(parity) && two.vanishes(parity)) {
        last = Math.max(last, one.spectrum().zerosFrom(parity).getAsLong());
        last = Math.max(last, two.spectrum().zerosFrom(parity).getAsLong());
        continue;
      }
      Optional<UniformExpansion> numerator = Semidefinite.tail(one, parity, first);
      Optional<UniformExpansion> denominator = Semidefinite.tail(two, parity, first);
      if (isNegative(numerator) || isNegative(denominator)) {
        return refuted(
            NO_SPACE
                + "the "
                + parity
                + " eigenvalues of "
                + (isNegative(numerator) ? one : two).spectrum().kernel()
                + " are negative from some k on",
            Counterexample.of(numerator, denominator));
      }
      if (numerator.isEmpty() != denominator.isEmpty()
          && one.verdict() != two.verdict()
          && (one.verdict() == Verdict.REFUTED || two.verdict() == Verdict.REFUTED)) {
        return refuted(
            "one spectrum obeys a power law, the other decays faster than any power",
            Counterexample.of(numerator, denominator));
      }
      if (numerator.isEmpty() || denominator.isEmpty()) {
        return undecided("no uniform tail of the " + parity + " eigenvalues from k = 2^15 on");
      }
      if (!numerator.get().decayExponent().equals(denominator.get().decayExponent())) {
        return refuted(
            "the "
                + parity
                + " eigenvalues decay like k^-"
                + shown(numerator.get())
                + " and k^-"
                + shown(denominator.get()),
            Counterexample.of(numerator, denominator));
      }
      Optional<QuotientTail> quotient =
          quotient(one, two, parity, Math.max(numerator.get().from(), denominator.get().from()));
      if (quotient.isEmpty()) {
        return undecided("the uniform tails of the " + parity + " eigenvalues are too wide");
      }
      tails.add(quotient.get());
      last = Math.max(last, quotient.get().from());
    }
    long below = last;
    return quotients(one, two, EigenvalueTable.upTo(below), quotients, context)
        .orElseGet(() -> proven(tails, quotients, below));
  }

  private static boolean isNegative(Optional<UniformExpansion> tail) {
    return tail.filter(t -> t.sign() < 0).isPresent();
  }

  private static String shown(UniformExpansion tail) {
    String exponent = tail.decayExponent().toString();
    return exponent.contains("/") ? "(" + exponent + ")" : exponent;
  }

  private static Optional<QuotientTail> quotient(
      Asymptotics one, Asymptotics two, Parity parity, long from) {
    return one.from(parity, from, TAIL_BITS)
        .flatMap(x -> two.from(parity, from, TAIL_BITS).flatMap(y -> QuotientTail.of(x, y)));
  }

  /** Fills in the quotients at some frequencies; a verdict if one of them refutes or is missing. */
  private static Optional<Equivalence> quotients(
      Asymptotics asymptotics,
      Asymptotics other,
      TreeSet<Long> frequencies,
      TreeMap<Long, Ball> quotients,
      Context context) {
    frequencies.removeAll(quotients.keySet());
    if (frequencies.isEmpty()) {
      return Optional.empty();
    }
    Spectrum one = asymptotics.spectrum();
    Spectrum two = other.spectrum();
    EigenvalueTable first = EigenvalueTable.of(one, frequencies, BITS, context);
    EigenvalueTable second = EigenvalueTable.of(two, frequencies, BITS, context);
    return negative(one, first)
        .or(() -> negative(two, second))
        .or(() -> quotients(one, two, first, second, quotients));
  }

  private static Optional<Equivalence> negative(Spectrum spectrum, EigenvalueTable table) {
    return table
        .firstNegative()
        .map(
            k ->
                refuted(
                    NO_SPACE + "of " + spectrum.kernel() + " " + table.isNegative(k),
                    Counterexample.at(k)));
  }

  /** The quotients of two tables without negative eigenvalues. */
  static Optional<Equivalence> quotients(
      Spectrum one,
      Spectrum two,
      EigenvalueTable first,
      EigenvalueTable second,
      SortedMap<Long, Ball> quotients) {
    Optional<String> gap = first.gap().or(second::gap);
    if (gap.isPresent()) {
      return Optional.of(undecided(gap.get()));
    }
    for (long k : first.rows().keySet()) {
      Enclosure.Certified x = first.rows().get(k);
      Enclosure.Certified y = second.rows().get(k);
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
      if (!x.isExactZero()) {
        quotients.put(k, OVER.divide(x.ball(), y.ball()));
      }
    }
    return Optional.empty();
  }

  private static Equivalence proven(
      List<QuotientTail> tails, TreeMap<Long, Ball> quotients, long last) {
    return new Equivalence(
        Verdict.PROVEN,
        "",
        Optional.of(extremum(Extremum.Side.INFIMUM, tails, quotients)),
        Optional.of(extremum(Extremum.Side.SUPREMUM, tails, quotients)),
        List.copyOf(tails),
        Collections.unmodifiableSortedMap(new TreeMap<>(quotients)),
        last,
        Optional.empty(),
        Optional.empty());
  }

  /** The quotient of two eigenvalues, if it is certainly positive. */
  static Optional<Ball> quotient(Ball one, Ball two) {
    return two.containsZero()
        ? Optional.empty()
        : Optional.of(OVER.divide(one, two)).filter(Ball::isPositive);
  }

  /**
   * The infimum or the supremum of all quotients (docs/theory.md, Theorem 13.2); 1 if there are
   * none, as both spaces are {0} then.
   */
  static Extremum extremum(
      Extremum.Side side, List<QuotientTail> tails, SortedMap<Long, Ball> quotients) {
    List<Extremum.Candidate> candidates = new ArrayList<>();
    quotients.forEach((k, ball) -> candidates.add(Extremum.Candidate.at(k, ball)));
    int inward = side == Extremum.Side.INFIMUM ? 1 : -1;
    for (QuotientTail tail : tails) {
      candidates.add(
          tail.side() == inward
              ? new Extremum.Candidate(
                  tail.limit(), List.of(new Extremum.Limit(tail.parity())), true)
              : new Extremum.Candidate(
                  tail.range(), List.of(new Extremum.Tail(tail.parity(), tail.from())), false));
    }
    return candidates.isEmpty() ? Extremum.ONE : Extremum.of(side, candidates);
  }

  private static Equivalence refuted(String reason, Counterexample counterexample) {
    return new Equivalence(
        Verdict.REFUTED,
        reason,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new TreeMap<>(),
        0,
        Optional.empty(),
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
        0,
        Optional.empty(),
        Optional.empty());
  }
}
