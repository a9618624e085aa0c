package dev.zonal.theorem;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.DecayLaw;
import dev.zonal.theorem.law.FirstFrequency;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

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
 */
public final class Decay {
  private static final BallArithmetic OVER = Precision.CONSTANTS;

  /** The tails take over at about these frequencies: the next one where bounds are too wide. */
  private static final long[] FIRST = {1, 24, 48, 96, 180};

  /** The remainder at k0 that the search asks for, as a fraction of the constant. */
  private static final Rational REMAINDER = Rational.of(1, 8);

  /** What is proved of one parity. */
  public sealed interface ParityLaw {
    Parity parity();
  }

  /**
   * The eigenvalues of the parity are exactly zero.
   *
   * @param from the frequency from which on every one is
   */
  public record Vanishing(Parity parity, long from) implements ParityLaw {}

  /**
   * The eigenvalues of the parity obey a power law.
   *
   * @param least the infimum c_1 of k^E eta_k over k &gt;= 1 of the parity
   * @param greatest the supremum c_2
   * @param exactConstant the constant of the law, where it is seen to be known exactly
   */
  public record PowerLaw(
      DecayLaw law, Extremum least, Extremum greatest, Optional<PiRational> exactConstant)
      implements ParityLaw {
    /**
     * The law with its constants for all k at least 1.
     *
     * @param eigenvalues enclosures of eta_k, at every k &gt;= 1 of the parity below the tail too
     */
    public static PowerLaw of(
        DecayLaw law, SortedMap<Long, Ball> eigenvalues, Optional<PiRational> exactConstant) {
      List<Extremum> parts = new ArrayList<>();
      eigenvalues.forEach(
          (k, eta) -> {
            if (k >= 1 && k < law.from() && Parity.of(k) == law.parity()) {
              Ball power = OVER.power(Ball.exact(k), law.decayExponent());
              parts.add(Extremum.at(k, OVER.multiply(eta, power)));
            }
          });
      return new PowerLaw(
          law,
          extremum(Extremum.Side.INFIMUM, law, parts),
          extremum(Extremum.Side.SUPREMUM, law, parts),
          exactConstant);
    }

    private static Extremum extremum(Extremum.Side side, DecayLaw law, List<Extremum> table) {
      List<Extremum> parts = new ArrayList<>(table);
      parts.add(
          law.side() == side.inward()
              ? Extremum.limit(law.parity(), law.constant())
              : Extremum.tail(law.parity(), law.from(), law.unshiftedRange()));
      return Extremum.of(side, parts);
    }

    @Override
    public Parity parity() {
      return law.parity();
    }
  }

  /**
   * The laws of both parities.
   *
   * @param parities even, then odd
   * @param found the expansions, and the eigenvalues from k = 1 to below them
   */
  public record Proof(List<ParityLaw> parities, Findings found) implements Outcome.ProofOfOne {
    public Proof {
      parities = List.copyOf(parities);
    }

    /** The power laws: of both parities, of one, or none. */
    public List<PowerLaw> laws() {
      return parities.stream()
          .filter(law -> law instanceof PowerLaw)
          .map(law -> (PowerLaw) law)
          .toList();
    }

    /** The infimum of k^E eta_k over all k at least 1, if both parities have the same exponent. */
    public Optional<Extremum> least() {
      return both(Extremum.Side.INFIMUM, PowerLaw::least);
    }

    /** The supremum likewise. */
    public Optional<Extremum> greatest() {
      return both(Extremum.Side.SUPREMUM, PowerLaw::greatest);
    }

    private Optional<Extremum> both(Extremum.Side side, Function<PowerLaw, Extremum> ofParity) {
      List<PowerLaw> laws = laws();
      long exponents = laws.stream().map(law -> law.law().decayExponent()).distinct().count();
      return laws.size() == 2 && exponents == 1
          ? Optional.of(Extremum.of(side, laws.stream().map(ofParity).toList()))
          : Optional.empty();
    }

    /** Whether a later start of the tails would not make the bounds better. */
    private boolean isSettled() {
      return laws().stream().allMatch(p -> p.least().isDecided() && p.greatest().isDecided());
    }
  }

  private Decay() {}

  /** Tries to prove the proposition. */
  public static Outcome<Proof> prove(Spectrum spectrum, Context context) {
    Asymptotics asymptotics = Asymptotics.of(spectrum);
    return switch (asymptotics.verdict()) {
      case PROVEN -> byExpansions(asymptotics, context);
      case REFUTED ->
          new Outcome.Refuted<>(
              asymptotics.refusal().get(), List.of(Findings.of(spectrum, List.of())));
      case UNDECIDED -> new Outcome.Undecided<>(asymptotics.refusal().get());
    };
  }

  private static Outcome<Proof> byExpansions(Asymptotics asymptotics, Context context) {
    SortedMap<Long, Enclosure> rows = new TreeMap<>();
    return Outcome.settled(
        FIRST, first -> byExpansions(asymptotics, first, rows, context), Proof::isSettled);
  }

  private static Outcome<Proof> byExpansions(
      Asymptotics asymptotics, long first, SortedMap<Long, Enclosure> rows, Context context) {
    Spectrum spectrum = asymptotics.spectrum();
    List<DecayLaw> laws = new ArrayList<>();
    List<ParityLaw> parities = new ArrayList<>();
    TreeSet<Long> below = new TreeSet<>();
    for (Parity parity : Parity.values()) {
      if (spectrum.zerosFrom(parity).isPresent()) {
        long from = spectrum.zerosFrom(parity).getAsLong();
        parities.add(new Vanishing(parity, from));
        addBelow(below, parity, from);
        continue;
      }
      Optional<DecayLaw> law = law(asymptotics, parity, first);
      if (law.isEmpty()) {
        return new Outcome.Undecided<>(
            ("the remainder of the law is not proved to be less than the leading term"
                    + " for all %s k from any k up to 2^15 on")
                .formatted(parity));
      }
      laws.add(law.get());
      addBelow(below, parity, law.get().from());
    }
    below.removeAll(rows.keySet());
    EigenvalueTable table = EigenvalueTable.of(spectrum, below, Precision.QUOTIENT, context);
    if (table.gap().isPresent()) {
      return new Outcome.Undecided<>(table.gap().get());
    }
    rows.putAll(table.rows());
    SortedMap<Long, Ball> balls = new TreeMap<>();
    rows.forEach((k, row) -> balls.put(k, row.ball()));
    for (DecayLaw law : laws) {
      parities.add(PowerLaw.of(law, balls, asymptotics.exactConstant(law.parity())));
    }
    parities.sort(Comparator.comparing(ParityLaw::parity));
    List<UniformExpansion> tails = laws.stream().map(DecayLaw::expansion).toList();
    return new Outcome.Proven<>(new Proof(parities, new Findings(spectrum, tails, rows)));
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

  private static void addBelow(SortedSet<Long> frequencies, Parity parity, long from) {
    for (long k = parity.firstFrom(1); k < from; k += 2) {
      frequencies.add(k);
    }
  }
}
