package dev.zonal.theorem;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.DecayLaw;
import dev.zonal.theorem.law.FirstFrequency;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The proposition that the eigenvalues of a kernel on a sphere obey a power law along even and
 * along odd frequencies (docs/theory.md, Corollary 12.11 and Theorem 13.3): with K = k + (d-2)/2
 *
 * <pre>
 *   eta_k = C K^-E (1 + e_k),   |e_k| &lt;= B (K0/K)^q   for k &gt;= k0,
 *   c_1 k^-E &lt;= eta_k &lt;= c_2 k^-E                    for k &gt;= 1,
 * </pre>
 *
 * each parity with constants of its own; or that the eigenvalues of one parity are exactly zero. It
 * is refuted for kernels that are smooth at both ends.
 *
 * @param verdict what came of it
 * @param reason one sentence if not proven; else empty
 * @param parities the two laws; empty unless proven
 * @param table the enclosures of the eigenvalues from k = 1 to below the tails
 */
public record Decay(
    Verdict verdict,
    String reason,
    List<ParityLaw> parities,
    SortedMap<Long, Enclosure.Certified> table) {

  private static final int BITS = 64;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  /** The tails take over at about these frequencies: the next one where bounds are too wide. */
  private static final long[] FIRST = {1, 24, 48, 96, 180};

  /** The remainder at k0 that the search asks for, as a fraction of the constant. */
  private static final Rational REMAINDER = Rational.of(1, 8);

  /**
   * The law of one parity.
   *
   * @param law the power law; empty if the eigenvalues are exactly zero
   * @param least the infimum c_1 of k^E eta_k over k &gt;= 1 of the parity; present with the law
   * @param greatest the supremum c_2
   * @param zerosFrom the frequency from which on every eigenvalue is zero, if there is no law
   * @param exactConstant the constant of the law, where it is seen to be known exactly
   */
  public record ParityLaw(
      Parity parity,
      Optional<DecayLaw> law,
      Optional<Extremum> least,
      Optional<Extremum> greatest,
      Optional<Long> zerosFrom,
      Optional<PiRational> exactConstant) {

    /** The same law with its constant where that is known. */
    private ParityLaw knowing(Optional<PiRational> constant) {
      return new ParityLaw(parity, law, least, greatest, zerosFrom, constant);
    }

    /**
     * The law with its constants for all k at least 1.
     *
     * @param eigenvalues enclosures of eta_k at every k &gt;= 1 of the parity below the tail
     */
    static ParityLaw of(DecayLaw law, SortedMap<Long, Ball> eigenvalues) {
      List<Extremum.Candidate> candidates = new ArrayList<>();
      eigenvalues.forEach(
          (k, eta) ->
              candidates.add(
                  Extremum.Candidate.at(
                      k, OVER.multiply(eta, OVER.power(Ball.exact(k), law.decayExponent())))));
      return new ParityLaw(
          law.parity(),
          Optional.of(law),
          Optional.of(extremum(Extremum.Side.INFIMUM, law, candidates)),
          Optional.of(extremum(Extremum.Side.SUPREMUM, law, candidates)),
          Optional.empty(),
          Optional.empty());
    }

    private static Extremum extremum(
        Extremum.Side side, DecayLaw law, List<Extremum.Candidate> table) {
      List<Extremum.Candidate> candidates = new ArrayList<>(table);
      boolean isLimit = law.side() == (side == Extremum.Side.INFIMUM ? 1 : -1);
      candidates.add(
          isLimit
              ? new Extremum.Candidate(
                  law.constant(), List.of(new Extremum.Limit(law.parity())), true)
              : new Extremum.Candidate(
                  law.unshiftedRange(),
                  List.of(new Extremum.Tail(law.parity(), law.from())),
                  false));
      return Extremum.of(side, candidates);
    }

    static ParityLaw zero(Parity parity, long from) {
      return new ParityLaw(
          parity,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(from),
          Optional.empty());
    }
  }

  /** Tries to prove the proposition. */
  public static Decay prove(Spectrum spectrum, Context context) {
    Asymptotics asymptotics = Asymptotics.of(spectrum);
    return asymptotics.verdict() == Verdict.PROVEN
        ? byExpansions(asymptotics, context)
        : without(asymptotics.verdict(), asymptotics.refusal());
  }

  private static Decay byExpansions(Asymptotics asymptotics, Context context) {
    SortedMap<Long, Enclosure.Certified> rows = new TreeMap<>();
    Decay result = without(Verdict.UNDECIDED, "");
    for (long first : FIRST) {
      result = byExpansions(asymptotics, first, rows, context);
      if (result.verdict() != Verdict.PROVEN || result.isSettled()) {
        return result;
      }
    }
    return result;
  }

  private static Decay byExpansions(
      Asymptotics asymptotics,
      long first,
      SortedMap<Long, Enclosure.Certified> rows,
      Context context) {
    Spectrum spectrum = asymptotics.spectrum();
    List<DecayLaw> laws = new ArrayList<>();
    List<ParityLaw> parities = new ArrayList<>();
    TreeSet<Long> below = new TreeSet<>();
    for (Parity parity : Parity.values()) {
      if (spectrum.zerosFrom(parity).isPresent()) {
        long from = spectrum.zerosFrom(parity).getAsLong();
        parities.add(ParityLaw.zero(parity, from));
        addBelow(below, parity, from);
        continue;
      }
      Optional<DecayLaw> law = law(asymptotics, parity, first);
      if (law.isEmpty()) {
        return without(
            Verdict.UNDECIDED,
            "the remainder of the law is not proved to be less than the leading term for all "
                + parity
                + " k from any k up to 2^15 on");
      }
      laws.add(law.get());
      addBelow(below, parity, law.get().from());
    }
    below.removeAll(rows.keySet());
    EigenvalueTable table = EigenvalueTable.of(spectrum, below, BITS, context);
    if (table.gap().isPresent()) {
      return without(Verdict.UNDECIDED, table.gap().get());
    }
    rows.putAll(table.rows());
    for (DecayLaw law : laws) {
      parities.add(
          ParityLaw.of(law, below(rows, law.parity(), law.from()))
              .knowing(asymptotics.exactConstant(law.parity())));
    }
    parities.sort(Comparator.comparing(ParityLaw::parity));
    return new Decay(
        Verdict.PROVEN, "", parities, Collections.unmodifiableSortedMap(new TreeMap<>(rows)));
  }

  /** With a small remainder if there is one, else with one that leaves the sign certain. */
  private static Optional<DecayLaw> law(Asymptotics asymptotics, Parity parity, long first) {
    Optional<DecayLaw> any = law(asymptotics, parity, first, Ball.exact(1));
    return any.isEmpty() ? any : law(asymptotics, parity, first, OVER.of(REMAINDER)).or(() -> any);
  }

  private static Optional<DecayLaw> law(
      Asymptotics asymptotics, Parity parity, long first, Ball bound) {
    return FirstFrequency.search(
            k -> k < first ? Optional.empty() : asymptotics.proved(parity, k, bound))
        .map(DecayLaw::of);
  }

  /** Whether a later start of the tails would not make the bounds better. */
  private boolean isSettled() {
    return parities.stream()
        .allMatch(
            p ->
                p.least().map(Extremum::isDecided).orElse(true)
                    && p.greatest().map(Extremum::isDecided).orElse(true));
  }

  private static void addBelow(TreeSet<Long> frequencies, Parity parity, long from) {
    for (long k = parity.firstFrom(1); k < from; k += 2) {
      frequencies.add(k);
    }
  }

  private static SortedMap<Long, Ball> below(
      SortedMap<Long, Enclosure.Certified> rows, Parity parity, long from) {
    SortedMap<Long, Ball> balls = new TreeMap<>();
    rows.forEach(
        (k, row) -> {
          if (Parity.of(k) == parity && k < from) {
            balls.put(k, row.ball());
          }
        });
    return balls;
  }

  private static Decay without(Verdict verdict, String reason) {
    return new Decay(verdict, reason, List.of(), new TreeMap<>());
  }

  /** The infimum of k^E eta_k over all k at least 1, if both parities have the same exponent. */
  public Optional<Extremum> least() {
    return both(Extremum.Side.INFIMUM);
  }

  /** The supremum likewise. */
  public Optional<Extremum> greatest() {
    return both(Extremum.Side.SUPREMUM);
  }

  private Optional<Extremum> both(Extremum.Side side) {
    boolean sameExponent =
        parities.size() == 2
            && parities.stream().allMatch(p -> p.law().isPresent())
            && parities
                .get(0)
                .law()
                .get()
                .decayExponent()
                .equals(parities.get(1).law().get().decayExponent());
    if (!sameExponent) {
      return Optional.empty();
    }
    List<Extremum.Candidate> candidates = new ArrayList<>();
    for (ParityLaw law : parities) {
      Extremum one = (side == Extremum.Side.INFIMUM ? law.least() : law.greatest()).orElseThrow();
      candidates.add(new Extremum.Candidate(one.value(), one.places(), one.isDecided()));
    }
    return Optional.of(Extremum.of(side, candidates));
  }
}
