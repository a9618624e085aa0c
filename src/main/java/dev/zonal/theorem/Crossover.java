package dev.zonal.theorem;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.spectrum.value.Sphere;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.FirstFrequency;
import dev.zonal.theorem.law.UniformExpansion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * That the eigenvalues of one kernel are below another's at every frequency beyond some k*
 * (docs/theory.md, Theorem 23.7 and Corollary 23.8): by tails from some k0 on, and by enclosures
 * below.
 */
public final class Crossover {
  private static final BallArithmetic OVER =
      BallArithmetic.ofBits(Precision.QUOTIENT + Precision.PRODUCTS);

  /** The eigenvalues are enclosed at least up to here. */
  private static final long FEWEST = 8;

  private Crossover() {}

  /** How two eigenvalues compare. */
  public enum Side {
    BELOW,
    ABOVE,
    BOTH_ZERO
  }

  /**
   * What is known at one frequency.
   *
   * @param one the eigenvalue of the first kernel
   * @param two that of the second
   * @param masses Sum_{j &gt; k} N(d,j) eta_j of both, where it is proved that all levels of both
   *     kernels add up
   */
  public record Row(long k, Enclosure one, Enclosure two, Side side, Optional<Masses> masses) {}

  /** The parts of f(1) beyond a frequency. */
  public record Masses(Ball one, Ball two) {
    /** Whether the first kernel has less there. */
    public boolean isBelow() {
      return one.certainlyLess(two);
    }
  }

  /**
   * The proof.
   *
   * @param crossover k*: the last frequency at which the first eigenvalue is above the second; -1
   *     if there is none
   * @param tails of both parities
   * @param rows all frequencies below those of the tails, and a few more
   * @param lighterFrom the least K such that beyond every K' from K on the first kernel has less of
   *     f(1); empty where no sums are proved, or where the enclosures do not decide it
   */
  public record Proof(
      long crossover,
      List<TailBelow> tails,
      List<Row> rows,
      Optional<Long> lighterFrom,
      List<Findings> findings)
      implements Outcome.Proof {
    public Proof {
      tails = List.copyOf(tails);
      rows = List.copyOf(rows);
      findings = List.copyOf(findings);
    }
  }

  /** Tries to prove the proposition. Both spectra are on the same sphere. */
  public static Outcome<Proof> prove(Spectrum one, Spectrum two, Context context) {
    if (one.dimension() != two.dimension()) {
      throw new IllegalArgumentException("two spectra on different spheres");
    }
    if (one.kernel().normalForm().equals(two.kernel().normalForm())) {
      return new Outcome.Refuted<>("both are the same kernel", List.of());
    }
    Asymptotics first = Asymptotics.of(one);
    Asymptotics second = Asymptotics.of(two);
    List<TailBelow> tails = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      Optional<TailBelow> tail = search(first, second, parity);
      if (tail.isEmpty()) {
        return withoutTail(first, second, parity);
      }
      tails.add(tail.get());
    }
    return byTails(one, two, tails, context);
  }

  private static Optional<TailBelow> search(Asymptotics one, Asymptotics two, Parity parity) {
    return FirstFrequency.search(k -> TailBelow.of(one, two, parity, k));
  }

  private static Outcome<Proof> withoutTail(Asymptotics one, Asymptotics two, Parity parity) {
    return search(/* one= */ two, /* two= */ one, parity)
        .filter(tail -> !tail.isZero())
        .<Outcome<Proof>>map(
            above ->
                new Outcome.Refuted<>(
                    "eta_k(1) > eta_k(2) for every %s k from %s on".formatted(parity, above.from()),
                    List.of(
                        Findings.of(one.spectrum(), above.larger().stream().toList()),
                        Findings.of(two.spectrum(), above.smaller().stream().toList()))))
        .orElseGet(() -> new Outcome.Undecided<>(undecided(one, two, parity)));
  }

  private static String undecided(Asymptotics one, Asymptotics two, Parity parity) {
    return Stream.of(one, two)
        .filter(asymptotics -> !asymptotics.vanishes(parity))
        .flatMap(
            asymptotics ->
                asymptotics
                    .refusal(parity)
                    .map(why -> "no power law of " + asymptotics.spectrum().kernel() + ": " + why)
                    .stream())
        .findFirst()
        .orElse("no uniform tails up to k = 2^15 tell the %s eigenvalues apart".formatted(parity));
  }

  private static Outcome<Proof> byTails(
      Spectrum one, Spectrum two, List<TailBelow> tails, Context context) {
    long last = tails.stream().mapToLong(TailBelow::from).max().orElse(0);
    var frequencies = EigenvalueTable.upTo(Math.max(FEWEST, last));
    EigenvalueTable some = EigenvalueTable.of(one, frequencies, Precision.QUOTIENT, context);
    EigenvalueTable others = EigenvalueTable.of(two, frequencies, Precision.QUOTIENT, context);
    Optional<String> gap = some.gap().or(others::gap);
    if (gap.isPresent()) {
      return new Outcome.Undecided<>(gap.get());
    }
    SortedMap<Long, Side> sides = new TreeMap<>();
    for (long k : frequencies) {
      Optional<Side> side = side(some.rows().get(k), others.rows().get(k));
      if (side.isEmpty()) {
        return new Outcome.Undecided<>("the eigenvalues at k = " + k + " are not told apart");
      }
      sides.put(k, side.get());
    }
    long crossover =
        sides.keySet().stream()
            .filter(k -> sides.get(k) == Side.ABOVE)
            .mapToLong(Long::longValue)
            .max()
            .orElse(-1);
    Masses whole = null;
    if (one.kernel().hasNonNegativeSeries() && two.kernel().hasNonNegativeSeries()) {
      whole = new Masses(one.kernel().atCoincidence(OVER), two.kernel().atCoincidence(OVER));
    }
    List<Row> rows = new ArrayList<>();
    for (long k : frequencies) {
      Enclosure x = some.rows().get(k);
      Enclosure y = others.rows().get(k);
      if (whole != null) {
        Ball dimensions = new Sphere(one.dimension()).multiplicity(k, OVER);
        whole = new Masses(rest(whole.one(), dimensions, x), rest(whole.two(), dimensions, y));
      }
      rows.add(new Row(k, x, y, sides.get(k), Optional.ofNullable(whole)));
    }
    return new Outcome.Proven<>(
        new Proof(
            crossover,
            tails,
            rows,
            lighterFrom(crossover, rows, tails),
            List.of(
                new Findings(one, expansions(tails, TailBelow::smaller), some.rows()),
                new Findings(two, expansions(tails, TailBelow::larger), others.rows()))));
  }

  private static List<UniformExpansion> expansions(
      List<TailBelow> tails, Function<TailBelow, Optional<UniformExpansion>> which) {
    return tails.stream().flatMap(tail -> which.apply(tail).stream()).toList();
  }

  /** How they compare; empty if the enclosures do not tell. */
  private static Optional<Side> side(Enclosure one, Enclosure two) {
    if (one.isExactZero() && two.isExactZero()) {
      return Optional.of(Side.BOTH_ZERO);
    }
    if (one.ball().certainlyLess(two.ball())) {
      return Optional.of(Side.BELOW);
    }
    return one.ball().certainlyGreater(two.ball()) ? Optional.of(Side.ABOVE) : Optional.empty();
  }

  private static Ball rest(Ball mass, Ball dimensions, Enclosure eigenvalue) {
    return OVER.subtract(mass, OVER.multiply(dimensions, eigenvalue.ball()));
  }

  /**
   * From k* on the masses compare as the eigenvalues do, term by term; before it they are looked at
   * one by one. Beyond k* some eigenvalue is below, so that less is meant strictly, unless all are
   * zero.
   */
  private static Optional<Long> lighterFrom(long crossover, List<Row> rows, List<TailBelow> tails) {
    if (rows.get(0).masses().isEmpty() || tails.stream().allMatch(TailBelow::isZero)) {
      return Optional.empty();
    }
    long least = Math.max(0, crossover);
    while (least > 0 && rows.get((int) least - 1).masses().orElseThrow().isBelow()) {
      least--;
    }
    return Optional.of(least);
  }
}
