package dev.zonal.theorem;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.spectrum.Spectrum;
import dev.zonal.spectrum.value.Enclosure;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.QuotientTail;
import dev.zonal.theorem.law.UniformExpansion;
import dev.zonal.theorem.law.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * The proposition that two kernels have the same reproducing kernel Hilbert space with equivalent
 * norms on a sphere: both are positive semidefinite, which such a space needs, and 0 &lt; m &lt;=
 * eta_k(1)/eta_k(2) &lt;= M for all k where not both eigenvalues are zero, with enclosures of the
 * best m and M (docs/theory.md, Corollary 12.12 and Theorem 13.2). The norms are then equivalent
 * with the constants sqrt m and sqrt M.
 */
public final class Equivalence {
  /**
   * The best constants, by the quotients of the two uniform tails and by those below.
   *
   * @param infimum of the quotients over all k; 1 if there are none
   * @param supremum likewise
   * @param tails the quotients of the two uniform tails, even and odd
   * @param quotients enclosures of the quotients below the tails, and perhaps of more
   * @param isOfItself whether the kernels are the same, so that it is positive semidefinite is all
   *     there is to prove
   * @param findings about both kernels, with every eigenvalue below the tails
   */
  public record Proof(
      Extremum infimum,
      Extremum supremum,
      List<QuotientTail> tails,
      SortedMap<Long, Ball> quotients,
      boolean isOfItself,
      List<Findings> findings)
      implements Outcome.Proof {
    public Proof {
      tails = List.copyOf(tails);
      quotients = Collections.unmodifiableSortedMap(new TreeMap<>(quotients));
      findings = List.copyOf(findings);
    }

    private boolean isSettled() {
      return infimum.isDecided() && supremum.isDecided();
    }

    /** Whether tails that begin later would add little to what is known of many kernels at once. */
    private boolean isNarrow() {
      return infimum.isNarrow() && supremum.isNarrow();
    }
  }

  private static final String NO_SPACE = "there is no Hilbert space: ";

  private static final BallArithmetic OVER =
      BallArithmetic.ofBits(Precision.QUOTIENT + Precision.PRODUCTS);

  /** The tails take over at about these frequencies: the next one where bounds are too wide. */
  private static final long[] FIRST = {12, 24, 48, 96, 180};

  /** Of many kernels at once the tails begin later. */
  private static final long[] FIRST_OF_MANY = {12, 24, 48, 96, 192, 288, 432};

  private Equivalence() {}

  /** Tries to prove the proposition. Both spectra are on the same sphere. */
  public static Outcome<Proof> prove(Spectrum one, Spectrum two, Context context) {
    if (one.dimension() != two.dimension()) {
      throw new IllegalArgumentException("two spectra on different spheres");
    }
    if (areTheSame(one.kernel(), two.kernel())) {
      return ofItself(two, Semidefinite.prove(one, context));
    }
    return haveUnlikeRates(one.kernel(), two.kernel())
        ? refuted(
            unlikeRates(one.kernel()), Findings.of(one, List.of()), Findings.of(two, List.of()))
        : new Search(Asymptotics.of(one), Asymptotics.of(two), context).run();
  }

  /** Whether both are one function; two that stand for many stand for different ones. */
  public static boolean areTheSame(Kernel one, Kernel two) {
    return one.normalForm().equals(two.normalForm()) && !KernelBox.isMany(one);
  }

  /**
   * A kernel is equivalent to itself if it has a Hilbert space; every quotient is 1.
   *
   * @param other the spectrum of the kernel as it is written the second time
   */
  static Outcome<Proof> ofItself(Spectrum other, Outcome<Semidefinite.Proof> itself) {
    return switch (itself.verdict()) {
      case PROVEN ->
          new Outcome.Proven<>(
              new Proof(
                  Extremum.ONE,
                  Extremum.ONE,
                  List.of(),
                  new TreeMap<>(),
                  true,
                  ofBoth(itself.findings().get(0), other)));
      case REFUTED ->
          new Outcome.Refuted<>(
              NO_SPACE + itself.reason(), ofBoth(itself.findings().get(0), other));
      case UNDECIDED -> new Outcome.Undecided<>(itself.reason());
    };
  }

  /** The same about both: they are one function, and its regions are those of its normal form. */
  private static List<Findings> ofBoth(Findings one, Spectrum two) {
    return List.of(one, new Findings(two, one.tails(), one.table()));
  }

  /** What is known of two different kernels while the tails are made to begin later and later. */
  private static final class Search {
    private final Asymptotics one;
    private final Asymptotics two;
    private final Context context;

    /** Whether a kernel has an interval for a parameter. */
    private final boolean areMany;

    private final SortedMap<Long, Enclosure> first = new TreeMap<>();
    private final SortedMap<Long, Enclosure> second = new TreeMap<>();
    private final SortedMap<Long, Ball> quotients = new TreeMap<>();

    Search(Asymptotics one, Asymptotics two, Context context) {
      this.areMany =
          KernelBox.isMany(one.spectrum().kernel()) || KernelBox.isMany(two.spectrum().kernel());
      this.one = one;
      this.two = two;
      this.context = context;
    }

    Outcome<Proof> run() {
      TreeSet<Long> glance = EigenvalueTable.glance(one.spectrum());
      glance.addAll(EigenvalueTable.glance(two.spectrum()));
      return enclose(glance)
          .orElseGet(
              () ->
                  Outcome.settled(
                      areMany ? FIRST_OF_MANY : FIRST,
                      this::byTails,
                      proof -> areMany ? proof.isNarrow() : proof.isSettled()));
    }

    private Outcome<Proof> byTails(long start) {
      List<QuotientTail> tails = new ArrayList<>();
      long last = EigenvalueTable.GLANCE;
      for (Parity parity : Parity.values()) {
        if (one.vanishes(parity) && two.vanishes(parity)) {
          last = Math.max(last, one.spectrum().zerosFrom(parity).getAsLong());
          last = Math.max(last, two.spectrum().zerosFrom(parity).getAsLong());
          continue;
        }
        Optional<UniformExpansion> numerator = Semidefinite.tail(one, parity, start);
        Optional<UniformExpansion> denominator = Semidefinite.tail(two, parity, start);
        Optional<String> refutation = refutation(parity, numerator, denominator);
        if (refutation.isPresent()) {
          return refuted(
              refutation.get(),
              Findings.of(one.spectrum(), numerator.stream().toList()),
              Findings.of(two.spectrum(), denominator.stream().toList()));
        }
        if (numerator.isEmpty() || denominator.isEmpty()) {
          return new Outcome.Undecided<>(
              "no uniform tail of the " + parity + " eigenvalues from k = 2^15 on");
        }
        Optional<QuotientTail> quotient =
            quotient(one, two, parity, Math.max(numerator.get().from(), denominator.get().from()));
        if (quotient.isEmpty()) {
          return new Outcome.Undecided<>(
              "the uniform tails of the " + parity + " eigenvalues are too wide");
        }
        tails.add(quotient.get());
        last = Math.max(last, quotient.get().from());
      }
      long below = last;
      return enclose(EigenvalueTable.upTo(below)).orElseGet(() -> proven(tails, below));
    }

    /** Why the tails of a parity, or that one of them is missing, refute the proposition. */
    private Optional<String> refutation(
        Parity parity,
        Optional<UniformExpansion> numerator,
        Optional<UniformExpansion> denominator) {
      if (isNegative(numerator) || isNegative(denominator)) {
        Spectrum negative = (isNegative(numerator) ? one : two).spectrum();
        return Optional.of(
            (NO_SPACE + "the %s eigenvalues of %s are negative from some k on")
                .formatted(parity, negative.kernel()));
      }
      if (numerator.isPresent() && denominator.isPresent()) {
        return numerator.get().decayExponent().equals(denominator.get().decayExponent())
            ? Optional.empty()
            : Optional.of(
                "the %s eigenvalues decay like k^-%s and k^-%s"
                    .formatted(parity, shown(numerator.get()), shown(denominator.get())));
      }
      boolean isLaw = numerator.isPresent() || denominator.isPresent();
      return isLaw && (one.verdict() == Verdict.REFUTED) != (two.verdict() == Verdict.REFUTED)
          ? Optional.of("one spectrum obeys a power law, the other decays faster than any power")
          : Optional.empty();
    }

    /** Fills in the quotients; an outcome if an eigenvalue refutes or is missing. */
    private Optional<Outcome<Proof>> enclose(SortedSet<Long> frequencies) {
      frequencies.removeAll(first.keySet());
      if (frequencies.isEmpty()) {
        return Optional.empty();
      }
      EigenvalueTable some =
          EigenvalueTable.of(one.spectrum(), frequencies, Precision.QUOTIENT, context);
      EigenvalueTable others =
          EigenvalueTable.of(two.spectrum(), frequencies, Precision.QUOTIENT, context);
      first.putAll(some.rows());
      second.putAll(others.rows());
      return Equivalence.quotients(one.spectrum(), two.spectrum(), some, others, quotients);
    }

    private Outcome<Proof> proven(List<QuotientTail> tails, long last) {
      return new Outcome.Proven<>(
          new Proof(
              extremum(Extremum.Side.INFIMUM, tails, quotients),
              extremum(Extremum.Side.SUPREMUM, tails, quotients),
              tails,
              quotients,
              false,
              List.of(
                  new Findings(
                      one.spectrum(),
                      tails.stream().map(QuotientTail::numerator).toList(),
                      first.headMap(last + 1)),
                  new Findings(
                      two.spectrum(),
                      tails.stream().map(QuotientTail::denominator).toList(),
                      second.headMap(last + 1)))));
    }
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
    return one.from(parity, from, Precision.TAIL)
        .flatMap(x -> two.from(parity, from, Precision.TAIL).flatMap(y -> QuotientTail.of(x, y)));
  }

  /**
   * Adds the quotients of two tables; an outcome if one of the eigenvalues refutes or is missing.
   */
  static Optional<Outcome<Proof>> quotients(
      Spectrum one,
      Spectrum two,
      EigenvalueTable first,
      EigenvalueTable second,
      SortedMap<Long, Ball> quotients) {
    LongFunction<List<Findings>> at =
        k -> List.of(Findings.of(one, first, k), Findings.of(two, second, k));
    Optional<Outcome<Proof>> early =
        negative(one, first, at)
            .or(() -> negative(two, second, at))
            .or(() -> first.gap().or(second::gap).map(Outcome.Undecided::new));
    if (early.isPresent()) {
      return early;
    }
    for (long k : first.rows().keySet()) {
      Enclosure x = first.rows().get(k);
      Enclosure y = second.rows().get(k);
      if (x.isExactZero() != y.isExactZero()) {
        Spectrum zero = x.isExactZero() ? one : two;
        return Optional.of(
            new Outcome.Refuted<>(
                "exactly one of the eigenvalues at k = %s is zero: that of %s%s"
                    .formatted(k, zero.kernel(), EigenvalueTable.whyZero(zero, k)),
                at.apply(k)));
      }
      if (!x.isExactZero()) {
        quotients.put(k, OVER.divide(x.ball(), y.ball()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Outcome<Proof>> negative(
      Spectrum spectrum, EigenvalueTable table, LongFunction<List<Findings>> at) {
    return table
        .firstNegative()
        .map(
            k ->
                new Outcome.Refuted<>(
                    NO_SPACE + "of " + spectrum.kernel() + " " + table.isNegative(k), at.apply(k)));
  }

  /**
   * Whether the quotients of the eigenvalues tend to zero or to infinity by a theorem: of two
   * Gaussians of different widths (docs/theory.md, Corollary 9.11a), of two different heat or
   * Poisson kernels (Lemma 15.2).
   */
  public static boolean haveUnlikeRates(Kernel one, Kernel two) {
    return areUnlike(one.structure(), two.structure());
  }

  private static boolean areUnlike(Structure one, Structure two) {
    boolean areGaussians = isGaussian(one) && isGaussian(two);
    return (areGaussians || isGeometric(one) && isGeometric(two)) && !one.equals(two);
  }

  private static boolean isGaussian(Structure structure) {
    return structure instanceof Structure.Radial radial && radial.isGaussian();
  }

  private static boolean isGeometric(Structure structure) {
    return structure instanceof Structure.Heat || structure instanceof Structure.Poisson;
  }

  private static String unlikeRates(Kernel kernel) {
    return isGaussian(kernel.structure())
        ? "the quotients of two Gaussians behave like (c/c')^k: they tend to zero or to infinity"
        : "the quotients of two heat or Poisson kernels that differ tend to zero or to infinity";
  }

  /** The quotient of two eigenvalues, if it is certainly positive. */
  public static Optional<Ball> quotient(Ball one, Ball two) {
    return two.containsZero()
        ? Optional.empty()
        : Optional.of(OVER.divide(one, two)).filter(Ball::isPositive);
  }

  /**
   * The infimum or the supremum of all quotients (docs/theory.md, Theorem 13.2); 1 if there are
   * none, as both spaces are {0} then.
   */
  public static Extremum extremum(
      Extremum.Side side, List<QuotientTail> tails, SortedMap<Long, Ball> quotients) {
    List<Extremum> parts = new ArrayList<>();
    quotients.forEach((k, ball) -> parts.add(Extremum.at(k, ball)));
    for (QuotientTail tail : tails) {
      parts.add(
          tail.side() == side.inward()
              ? Extremum.limit(tail.parity(), tail.limit())
              : Extremum.tail(tail.parity(), tail.from(), tail.range()));
    }
    return parts.isEmpty() ? Extremum.ONE : Extremum.of(side, parts);
  }

  private static Outcome<Proof> refuted(String reason, Findings one, Findings two) {
    return new Outcome.Refuted<>(reason, List.of(one, two));
  }
}
