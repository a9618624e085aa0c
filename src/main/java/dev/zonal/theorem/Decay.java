package dev.zonal.theorem;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.DecayLaw;
import dev.zonal.theorem.law.FirstFrequency;
import dev.zonal.theorem.law.TailLaw;
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
import java.util.function.LongFunction;

/**
 * The proposition that the eigenvalues of a kernel on a sphere obey a power law along even and
 * along odd frequencies (docs/theory.md, Corollary 12.11 and Theorem 13.3): with K = k + (d-2)/2
 *
 * <pre>
 *   eta_k = C K^-E (1 + e_k),   |e_k| &lt;= B (K0/K)^q   for k &gt;= k0,
 *   c_1 k^-E &lt;= eta_k &lt;= c_2 k^-E                    for k &gt;= 1,
 * </pre>
 *
 * each parity with constants of its own; or a geometric law C rho^k k^s in place of C K^-E
 * (Theorems 17.8 and 17.9); or that the eigenvalues of one parity are exactly zero. It is refuted
 * for kernels that are smooth at both ends and of which no geometric law is known.
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

  /** The eigenvalues of the parity obey a law with bounds for all k at least 1. */
  public sealed interface Bounded extends ParityLaw {
    TailLaw law();

    /**
     * The infimum c_1 over k &gt;= 1 of the parity of the eigenvalues over what they decay like.
     */
    Extremum least();

    /** The supremum c_2. */
    Extremum greatest();

    @Override
    default Parity parity() {
      return law().parity();
    }

    /**
     * An end of all the quotients.
     *
     * @param eigenvalues enclosures of eta_k, at every k &gt;= 1 of the parity below the tail too
     */
    private static Extremum extremum(
        Extremum.Side side, TailLaw law, SortedMap<Long, Ball> eigenvalues) {
      List<Extremum> parts = new ArrayList<>();
      eigenvalues.forEach(
          (k, eta) -> {
            if (k >= 1 && k < law.from() && Parity.of(k) == law.parity()) {
              parts.add(Extremum.at(k, law.scaled(k, eta)));
            }
          });
      parts.add(
          law.side() == side.inward()
              ? Extremum.limit(law.parity(), law.constant())
              : Extremum.tail(law.parity(), law.from(), law.tail()));
      return Extremum.of(side, parts);
    }
  }

  /**
   * The eigenvalues of the parity obey a geometric law (docs/theory.md, Theorems 17.8 and 17.9).
   *
   * @param least the infimum c_1 of rho^-k k^-s eta_k over k &gt;= 1 of the parity
   * @param greatest the supremum c_2
   */
  public record Geometric(GeometricLaw law, Extremum least, Extremum greatest) implements Bounded {
    /** The law with its constants for all k at least 1. */
    public static Geometric of(GeometricLaw law, SortedMap<Long, Ball> eigenvalues) {
      return new Geometric(
          law,
          Bounded.extremum(Extremum.Side.INFIMUM, law, eigenvalues),
          Bounded.extremum(Extremum.Side.SUPREMUM, law, eigenvalues));
    }
  }

  /**
   * The eigenvalues of the parity obey a power law.
   *
   * @param least the infimum c_1 of k^E eta_k over k &gt;= 1 of the parity
   * @param greatest the supremum c_2
   * @param exactConstant the constant of the law, where it is seen to be known exactly
   */
  public record PowerLaw(
      DecayLaw law, Extremum least, Extremum greatest, Optional<PiRational> exactConstant)
      implements Bounded {
    /** The law with its constants for all k at least 1. */
    public static PowerLaw of(
        DecayLaw law, SortedMap<Long, Ball> eigenvalues, Optional<PiRational> exactConstant) {
      return new PowerLaw(
          law,
          Bounded.extremum(Extremum.Side.INFIMUM, law, eigenvalues),
          Bounded.extremum(Extremum.Side.SUPREMUM, law, eigenvalues),
          exactConstant);
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

    /** The geometric law of a parity, if it has one. */
    public Optional<Geometric> geometric(Parity parity) {
      return parities.stream()
          .filter(law -> law instanceof Geometric && law.parity() == parity)
          .map(law -> (Geometric) law)
          .findFirst();
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
      return parities.stream().allMatch(Proof::isSettled);
    }

    private static boolean isSettled(ParityLaw parity) {
      return !(parity instanceof Bounded bounded)
          || bounded.least().isDecided() && bounded.greatest().isDecided();
    }

    /** Whether tails that begin later would add little to what is known of many kernels at once. */
    private boolean isNarrow() {
      return parities.stream()
          .allMatch(
              parity ->
                  !(parity instanceof Bounded bounded)
                      || bounded.least().isNarrow() && bounded.greatest().isNarrow());
    }
  }

  private Decay() {}

  /** Tries to prove the proposition. */
  public static Outcome<Proof> prove(Spectrum spectrum, Context context) {
    if (GeometricLaw.isFor(spectrum.kernel())) {
      Optional<String> refusal = GeometricLaw.refusal(spectrum.kernel());
      if (refusal.isPresent()) {
        return new Outcome.Undecided<>("no geometric law is proved: " + refusal.get());
      }
      return byLaws(spectrum, first -> parity -> geometric(spectrum, parity, first), context);
    }
    Asymptotics asymptotics = Asymptotics.of(spectrum);
    return switch (asymptotics.verdict()) {
      case PROVEN ->
          byLaws(spectrum, first -> parity -> power(asymptotics, parity, first), context);
      case REFUTED ->
          new Outcome.Refuted<>(
              asymptotics.refusal().get(), List.of(Findings.of(spectrum, List.of())));
      case UNDECIDED -> new Outcome.Undecided<>(asymptotics.refusal().get());
    };
  }

  /** Where a law is still without what the eigenvalues below its tail say. */
  @FunctionalInterface
  private interface Laws {
    /** The law of a parity, if one is proved. */
    Optional<Unbounded> of(Parity parity);
  }

  /**
   * A law of a parity.
   *
   * @param bounded the law with its bounds, by the eigenvalues below
   */
  private record Unbounded(TailLaw law, Function<SortedMap<Long, Ball>, Bounded> bounded) {}

  private static Outcome<Proof> byLaws(
      Spectrum spectrum, LongFunction<Laws> laws, Context context) {
    SortedMap<Long, Enclosure> rows = new TreeMap<>();
    return Outcome.settled(
        FIRST,
        first -> byLaws(spectrum, laws.apply(first), rows, context),
        KernelBox.isMany(spectrum.kernel()) ? Proof::isNarrow : Proof::isSettled);
  }

  private static Outcome<Proof> byLaws(
      Spectrum spectrum, Laws source, SortedMap<Long, Enclosure> rows, Context context) {
    List<Unbounded> laws = new ArrayList<>();
    List<ParityLaw> parities = new ArrayList<>();
    TreeSet<Long> below = new TreeSet<>();
    for (Parity parity : Parity.values()) {
      if (spectrum.zerosFrom(parity).isPresent()) {
        long from = spectrum.zerosFrom(parity).getAsLong();
        parities.add(new Vanishing(parity, from));
        addBelow(below, parity, from);
        continue;
      }
      Optional<Unbounded> law = source.of(parity);
      if (law.isEmpty()) {
        return new Outcome.Undecided<>(
            ("the remainder of the law is not proved to be less than the leading term"
                    + " for all %s k from any k up to 2^15 on")
                .formatted(parity));
      }
      laws.add(law.get());
      addBelow(below, parity, law.get().law().from());
    }
    below.removeAll(rows.keySet());
    EigenvalueTable table = EigenvalueTable.of(spectrum, below, Precision.QUOTIENT, context);
    if (table.gap().isPresent()) {
      return new Outcome.Undecided<>(table.gap().get());
    }
    rows.putAll(table.rows());
    SortedMap<Long, Ball> balls = new TreeMap<>();
    rows.forEach((k, row) -> balls.put(k, row.ball()));
    laws.forEach(law -> parities.add(law.bounded().apply(balls)));
    parities.sort(Comparator.comparing(ParityLaw::parity));
    List<TailLaw> all = laws.stream().map(Unbounded::law).toList();
    List<UniformExpansion> tails =
        all.stream()
            .filter(law -> law instanceof DecayLaw)
            .map(law -> ((DecayLaw) law).expansion())
            .toList();
    List<GeometricLaw> geometric =
        all.stream()
            .filter(law -> law instanceof GeometricLaw)
            .map(law -> (GeometricLaw) law)
            .toList();
    return new Outcome.Proven<>(
        new Proof(parities, new Findings(spectrum, tails, geometric, rows)));
  }

  private static Optional<Unbounded> power(Asymptotics asymptotics, Parity parity, long first) {
    return smallest(
            first, (k, bound) -> asymptotics.proved(parity, k, OVER.of(bound)).map(DecayLaw::of))
        .map(
            law ->
                new Unbounded(
                    law, rows -> PowerLaw.of(law, rows, asymptotics.exactConstant(parity))));
  }

  private static Optional<Unbounded> geometric(Spectrum spectrum, Parity parity, long first) {
    return smallest(
            first,
            (k, bound) ->
                GeometricLaw.of(
                        spectrum.kernel(), spectrum.dimension(), parity, parity.firstFrom(k))
                    .filter(law -> law.remainder().compareTo(bound) < 0))
        .map(law -> new Unbounded(law, rows -> Geometric.of(law, rows)));
  }

  /** A law with a relative remainder below a bound, from some k on. */
  @FunctionalInterface
  private interface Proved<L> {
    Optional<L> from(long k, Rational bound);
  }

  /** With a small remainder if there is one, else with one that leaves the sign certain. */
  private static <L> Optional<L> smallest(long first, Proved<L> proved) {
    Optional<L> any = from(first, Rational.ONE, proved);
    return any.isEmpty() ? any : from(first, REMAINDER, proved).or(() -> any);
  }

  private static <L> Optional<L> from(long first, Rational bound, Proved<L> proved) {
    return FirstFrequency.search(k -> k < first ? Optional.empty() : proved.from(k, bound));
  }

  private static void addBelow(SortedSet<Long> frequencies, Parity parity, long from) {
    for (long k = parity.firstFrom(1); k < from; k += 2) {
      frequencies.add(k);
    }
  }
}
