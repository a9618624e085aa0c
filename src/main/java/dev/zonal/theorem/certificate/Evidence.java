package dev.zonal.theorem.certificate;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.AnalyticData;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.kernel.region.Region;
import dev.zonal.kernel.region.SupBound;
import dev.zonal.spectrum.exact.ExactSpectra;
import dev.zonal.spectrum.tail.UniformTail;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.spectrum.value.Precision;
import dev.zonal.theorem.Findings;
import dev.zonal.theorem.geometric.GeometricLaw;
import dev.zonal.theorem.geometric.Singularity;
import dev.zonal.theorem.law.UniformExpansion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a certificate says about one kernel: where it is holomorphic and how large there, the
 * uniform tails that follow, and enclosures of the eigenvalues below.
 *
 * @param regions present if there are tails
 * @param tails at most one for each parity
 * @param expansions likewise, for kernels that are no power series in the chord
 * @param geometric laws, likewise
 * @param enclosures of eigenvalues, by frequency
 */
public record Evidence(
    Kernel kernel,
    Optional<Regions> regions,
    List<TailBound> tails,
    List<Expansion> expansions,
    List<Geometric> geometric,
    SortedMap<Long, Interval> enclosures) {
  private static final int TAIL_DIGITS = 25;
  private static final BallArithmetic MORE = Precision.TAILS;
  private static final MathContext UP = new MathContext(8, RoundingMode.CEILING);
  private static final MathContext DOWN = new MathContext(8, RoundingMode.FLOOR);

  /** A region with a bound of |f| there. */
  public record Bounded(BigDecimal size, BigDecimal bound) {
    private static Bounded of(double size, SupBound<? extends Region> bound) {
      return new Bounded(new BigDecimal(size), new BigDecimal(bound.bound().get()));
    }
  }

  /**
   * The regions of the tail theorem.
   *
   * @param coincidence radius and bound of a disc of chords
   * @param antipode radius and bound of a disc of antipodal chords
   * @param rectangle height and bound of a rectangle of theta
   */
  public record Regions(Bounded coincidence, Bounded antipode, Bounded rectangle) {
    static Regions of(AnalyticData data) {
      return new Regions(
          Bounded.of(data.coincidence().region().radius(), data.coincidence()),
          Bounded.of(data.antipode().region().radius(), data.antipode()),
          Bounded.of(data.rectangle().region().height(), data.rectangle()));
    }
  }

  /**
   * A uniform tail (docs/theory.md, Theorem 12.3).
   *
   * @param from the first frequency k0
   * @param exponent the power s of the chord that leads
   * @param leading the coefficient c of that power
   * @param next the coefficient of the next odd power, over c: a
   * @param rest an upper bound Y of what remains
   */
  public record TailBound(
      Parity parity, long from, int exponent, Interval leading, Interval next, BigDecimal rest) {
    static TailBound of(UniformTail tail) {
      return new TailBound(
          tail.parity(),
          tail.from(),
          tail.exponent(),
          Interval.around(tail.leading(), TAIL_DIGITS),
          Interval.around(tail.next(), TAIL_DIGITS),
          tail.rest().upperDecimal(7).round(UP));
    }

    /** The tail with the numbers of the certificate. */
    UniformTail tail(int dimension) {
      Ball upper = new Interval(rest, rest).ball();
      return new UniformTail(dimension, parity, from, exponent, leading.ball(), next.ball(), upper);
    }
  }

  /**
   * An expansion in real powers of the chord with its remainder (docs/theory.md, Proposition
   * 12.10).
   *
   * @param from the first frequency k0
   * @param terms exponents s_j and coefficients c_j
   * @param rest an upper bound Y of the relative remainder at k0
   * @param order the power p of 1/K with which the remainder decays
   */
  public record Expansion(
      Parity parity, long from, List<Term> terms, BigDecimal rest, Rational order) {
    /** What one power r^s of the chord contributes: c Lambda_k(s). */
    public record Term(Rational exponent, Interval coefficient) {}

    static Expansion of(UniformExpansion expansion) {
      return new Expansion(
          expansion.parity(),
          expansion.from(),
          expansion.terms().stream()
              .map(t -> new Term(t.exponent(), Interval.around(t.coefficient(), TAIL_DIGITS)))
              .toList(),
          expansion.rest().upperDecimal(7).round(UP),
          expansion.order());
    }

    /** The expansion with the numbers of the certificate. */
    UniformExpansion expansion(int dimension) {
      return new UniformExpansion(
          dimension,
          parity,
          from,
          terms.stream()
              .map(t -> new UniformExpansion.Term(t.exponent(), t.coefficient().ball()))
              .toList(),
          new Interval(rest, rest).ball(),
          order);
    }
  }

  /**
   * A geometric law (docs/theory.md, Theorems 17.8 and 17.9).
   *
   * @param from the first frequency k0
   * @param singularity u_*
   * @param order mu
   * @param constant C
   * @param deviation holds e_k k/k0 for every k from k0 on
   */
  public record Geometric(
      Parity parity,
      long from,
      Singularity singularity,
      Rational order,
      Interval constant,
      Interval deviation) {
    /**
     * The numbers of a law. The deviation reaches a little further out than it was found, so that a
     * bound that multiplies in another order serves as well: what that order changes is some part
     * of the whole deviation, however near to zero one of its ends may be. An end that is zero was
     * not found by multiplying.
     */
    public static Geometric of(GeometricLaw law) {
      Rational more = law.remainder().divide(64);
      Rational lower = law.least().isZero() ? law.least() : below(law.least(), more);
      Rational upper = law.greatest().isZero() ? law.greatest() : law.greatest().add(more);
      return new Geometric(
          law.parity(),
          law.from(),
          law.singularity(),
          law.order(),
          Interval.around(law.constant(), TAIL_DIGITS),
          new Interval(rounded(lower, DOWN), rounded(upper, UP)));
    }

    /** By that much, but above -1, where the law says nothing, if it was. */
    private static Rational below(Rational end, Rational much) {
      Rational limit = Rational.ONE.negate();
      Rational moved = end.subtract(much);
      boolean isCrossed = end.compareTo(limit) > 0 && moved.compareTo(limit) <= 0;
      return isCrossed ? end.add(limit).divide(2) : moved;
    }

    private static BigDecimal rounded(Rational end, MathContext outward) {
      return new BigDecimal(end.numerator()).divide(new BigDecimal(end.denominator()), outward);
    }

    /** The law with the numbers of the certificate. */
    GeometricLaw law(int dimension) {
      return new GeometricLaw(
          dimension,
          parity,
          from,
          singularity,
          order,
          constant.ball(),
          Rational.of(deviation.lower()),
          Rational.of(deviation.upper()));
    }
  }

  /** The geometric law of a parity. */
  Optional<GeometricLaw> geometric(Parity parity, int dimension) {
    return geometric.stream()
        .filter(law -> law.parity() == parity)
        .findFirst()
        .map(law -> law.law(dimension));
  }

  /**
   * What was found about a kernel, in decimals.
   *
   * @param digits of the enclosures
   */
  static Evidence of(Findings found, int digits) {
    boolean isMany = KernelBox.isMany(found.spectrum().kernel());
    List<UniformTail> tails =
        found.uniformTails().stream().map(t -> isMany ? widened(t) : t).toList();
    SortedMap<Long, Interval> enclosures = new TreeMap<>();
    found
        .table()
        .forEach(
            (k, row) -> {
              Ball ball = isMany ? widened(row.ball()) : row.ball();
              enclosures.put(k, Interval.around(ball, digits));
            });
    return new Evidence(
        found.spectrum().kernel(),
        tails.isEmpty()
            ? Optional.empty()
            : Optional.of(Regions.of(found.spectrum().expansion().get().data())),
        tails.stream().map(TailBound::of).toList(),
        found.tails().stream().filter(t -> t.origin().isEmpty()).map(Expansion::of).toList(),
        found.geometric().stream().map(Geometric::of).toList(),
        enclosures);
  }

  /**
   * Somewhat wider, so that who encloses the range of a number over an interval in another way, and
   * finds it a little wider, finds it inside.
   */
  private static Ball widened(Ball range) {
    return range.inflate(MORE.multiply(range.radius(), MORE.of(Rational.of(1, 64))));
  }

  private static UniformTail widened(UniformTail tail) {
    return new UniformTail(
        tail.dimension(),
        tail.parity(),
        tail.from(),
        tail.exponent(),
        widened(tail.leading()),
        widened(tail.next()),
        MORE.scale(tail.rest(), Rational.of(17, 16)));
  }

  /** The same without what can be found again from the kernel alone. */
  public Evidence withoutEnclosures() {
    return new Evidence(kernel, regions, tails, expansions, geometric, new TreeMap<>());
  }

  /** The expansion of a parity, from a tail or as it stands. */
  Optional<UniformExpansion> expansion(Parity parity, int dimension) {
    return tails.stream()
        .filter(t -> t.parity() == parity)
        .findFirst()
        .map(t -> UniformExpansion.of(t.tail(dimension)))
        .or(
            () ->
                expansions.stream()
                    .filter(e -> e.parity() == parity)
                    .findFirst()
                    .map(e -> e.expansion(dimension)));
  }

  /** From where on all eigenvalues of the parity are zero (Proposition 9.7, Lemmas 5.12, 9.8). */
  OptionalLong zerosFrom(Parity parity, int dimension) {
    return ExactSpectra.zerosFrom(kernel, ExactSpectra.of(kernel, dimension), parity);
  }
}
