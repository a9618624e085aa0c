package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.region.SupBound;
import dev.zonal.kernel.region.ThetaRectangle;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * The tail theorem (docs/theory.md, Theorem 11.5): for every frequency k, however large,
 *
 * <pre>
 *   eta_k = Sum_(j &lt; J) (A_(2j+1) + (-1)^k B_(2j+1)) Lambda_k(2j+1) + remainder,
 * </pre>
 *
 * <p>with a proved bound of the remainder that decreases with J up to about k times the smaller
 * radius, and at a cost that does not depend on k. The eigenvalue is that of the unit kernel for
 * the probability measure. Immutable but for its cache of coefficients, which all dimensions share.
 */
public final class TailExpansion {
  private static final long LARGEST_FREQUENCY = 1_000_000_000_000_000_000L;
  private static final int MOST_TERMS = 1 << 14;
  private static final int MANY_FACTORS = 64;
  private static final double[] HEIGHTS = {1, 0.98, 0.95, 0.9, 0.8};

  private final OddExpansion expansion;
  private final int dimension;
  private final List<TailRemainder.End> ends;
  private final SupBound<ThetaRectangle> rectangle;
  private final List<Contour> contours;
  private final FrequencyWalk lambda;
  private final FrequencyWalk binomial;

  private TailExpansion(
      OddExpansion expansion,
      int dimension,
      List<TailRemainder.End> ends,
      SupBound<ThetaRectangle> rectangle) {
    this.expansion = expansion;
    this.dimension = dimension;
    this.ends = List.copyOf(ends);
    this.rectangle = rectangle;
    double largest = rectangle.region().height();
    this.contours =
        Arrays.stream(HEIGHTS)
            .map(fraction -> fraction * largest)
            .filter(height -> ends.stream().allMatch(end -> end.reaches(height)))
            .mapToObj(height -> Contour.of(height, ends))
            .toList();
    ChordPowerSpectrum chord = ChordPowerSpectrum.of(dimension, 1);
    this.lambda = new FrequencyWalk(chord::in, (over, value, k) -> chord.next(over, value, k));
    this.binomial =
        new FrequencyWalk(
            (over, k) -> TailRemainder.binomial(dimension, k),
            (over, value, k) -> TailRemainder.nextBinomial(dimension, value, k));
  }

  /** Lambda_k(1); where it has few factors there is nothing to be gained from its neighbours. */
  private Ball lambda(BallArithmetic over, long frequency) {
    return dimension < MANY_FACTORS
        ? ChordPowerSpectrum.of(dimension, 1).in(over, frequency)
        : lambda.at(over, frequency);
  }

  private double logBinomial(long frequency) {
    return dimension < MANY_FACTORS
        ? TailRemainder.logBinomial(dimension, frequency)
        : binomial(frequency).binaryOrder();
  }

  private Ball binomial(long frequency) {
    return dimension < MANY_FACTORS
        ? TailRemainder.binomial(dimension, frequency)
        : binomial.at(Precision.BOUNDS, frequency);
  }

  /**
   * The tail of the kernel on the sphere S^(d-1), or why the theorem does not apply to the kernel.
   *
   * @param dimension d, at least 2
   */
  public static Certification<TailExpansion> of(OddExpansion expansion, int dimension) {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension " + dimension + " is below 2");
    }
    if (expansion.isEven()) {
      return Certification.refused(
          "the kernel has no odd part at either end: its spectrum has no power law");
    }
    return expansion
        .oddEnds()
        .flatMap(
            ends -> {
              SupBound<ThetaRectangle> rectangle = expansion.data().rectangle();
              return rectangle
                  .bound()
                  .map(bound -> new TailExpansion(expansion, dimension, ends, rectangle));
            });
  }

  /** Whether a relative accuracy of so many bits is to be expected at the frequency. */
  public boolean canDeliver(long frequency, int relativeBits) {
    return plan(frequency, relativeBits).reaches(relativeBits);
  }

  /**
   * The least frequency from which on {@link #canDeliver} holds for both parities, found by
   * bisection; empty if there is none up to 10^18.
   */
  public OptionalLong firstFrequency(int relativeBits) {
    long high = 1;
    while (!deliversPair(high, relativeBits)) {
      if (high > LARGEST_FREQUENCY / 4) {
        return OptionalLong.empty();
      }
      high *= 2;
    }
    long low = high / 2;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (deliversPair(middle, relativeBits)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalLong.of(high);
  }

  private boolean deliversPair(long frequency, int relativeBits) {
    return canDeliver(frequency, relativeBits) && canDeliver(frequency + 1, relativeBits);
  }

  /**
   * A ball that contains eta_k, of about the relative accuracy asked for where that is within
   * reach, and of the best there is where it is not. A parity whose eigenvalues are much smaller
   * than those of the other loses as many bits as the sum A + B or A - B cancels.
   *
   * @param frequency k, 1 to 10^18
   * @param plan how many terms, and the height of the contour; {@link #plan} makes a good one
   * @throws DomainException if 2J + 1 is not below 2k, or T above the certified height
   */
  Ball enclose(long frequency, int relativeBits, TailPlan plan) {
    if (2L * plan.terms() + 1 >= 2 * frequency || plan.height() > rectangle.region().height()) {
      throw new DomainException("the tail theorem does not hold for " + plan);
    }
    BallArithmetic over = working(relativeBits);
    OddExpansion.Coefficients odd =
        expansion.coefficients(relativeBits + Precision.PRODUCTS, plan.terms());
    Ball lambda = lambda(over, frequency);
    Ball sum = over.of(0);
    for (int j = 0; j < plan.terms(); j++) {
      Context.checkpoint();
      sum = over.add(sum, over.multiply(coefficient(odd, j, frequency, over), lambda));
      lambda =
          ChordPowerSpectrum.raise(over, lambda, dimension, frequency, Rational.of(2L * j + 1));
    }
    for (TailRemainder.End end : ends) {
      sum = sum.inflate(end.bound(plan.terms(), lambda, plan.height()));
    }
    double bound = rectangle.bound().get();
    return sum.inflate(
        TailRemainder.top(dimension, frequency, plan.height(), bound, () -> binomial(frequency)));
  }

  private static BallArithmetic working(int relativeBits) {
    return BallArithmetic.ofBits(relativeBits + 2 * Precision.PRODUCTS);
  }

  private static Ball coefficient(
      OddExpansion.Coefficients odd, int j, long frequency, BallArithmetic over) {
    Ball a = odd.atCoincidence().get(j);
    Ball b = odd.atAntipode().get(j);
    return frequency % 2 == 0 ? over.add(a, b) : over.subtract(a, b);
  }

  TailPlan plan(long frequency, int relativeBits) {
    if (frequency < 1 || frequency > LARGEST_FREQUENCY) {
      throw new IllegalArgumentException("the tail is for frequencies from 1 to 10^18");
    }
    double logLambda = lambda(working(relativeBits), frequency).binaryOrder();
    Aim aim = new Aim(frequency, logLambda, logLeading(frequency, logLambda), relativeBits + 4.0);
    double logBinomial = logBinomial(frequency);
    TailPlan best = new TailPlan(0, rectangle.region().height(), Double.NEGATIVE_INFINITY);
    for (Contour contour : contours) {
      Context.checkpoint();
      double top =
          TailRemainder.topEstimate(dimension, frequency, contour.height, rectangle.bound().get())
              - logBinomial;
      best = best.better(plan(aim, contour, top), aim.accuracy());
    }
    return new TailPlan(best.terms(), best.height(), best.accuracyBits() - 4);
  }

  /**
   * What a plan is to reach.
   *
   * @param logLambda log2 of Lambda_k(1)
   * @param leading log2 of the eigenvalue
   * @param accuracy the relative accuracy wanted, in bits
   */
  private record Aim(long frequency, double logLambda, double leading, double accuracy) {}

  /** A height of the contour within reach of all ends, and how their bounds grow there. */
  private record Contour(double height, List<TailRemainder.Growth> growths) {
    static Contour of(double height, List<TailRemainder.End> ends) {
      return new Contour(height, ends.stream().map(end -> end.growth(height)).toList());
    }
  }

  /** The fewest terms that reach the aim with this contour, or as many as are best. */
  private TailPlan plan(Aim aim, Contour contour, double top) {
    TailPlan best = new TailPlan(0, contour.height, Double.NEGATIVE_INFINITY);
    double logLambda = aim.logLambda();
    for (int j = 1; j <= MOST_TERMS && 2L * j + 1 < 2 * aim.frequency(); j++) {
      logLambda += logRatio(aim.frequency(), j - 1);
      double remainder = top;
      for (TailRemainder.Growth growth : contour.growths) {
        remainder = Math.max(remainder, growth.estimate(j, logLambda));
      }
      double accuracy = aim.leading() - remainder - 2;
      if (accuracy <= best.accuracyBits()) {
        return best;
      }
      best = new TailPlan(j, contour.height, accuracy);
      if (accuracy >= aim.accuracy()) {
        return best;
      }
    }
    return best;
  }

  /** log2 of the greatest of the first terms: an estimate of the eigenvalue. */
  private double logLeading(long frequency, double first) {
    OddExpansion.Coefficients odd = expansion.coefficients(1, 1);
    BallArithmetic over = BallArithmetic.ofBits(odd.bits());
    double logLambda = first;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < 4; j++) {
      Ball coefficient = coefficient(odd, j, frequency, over);
      if (!coefficient.containsZero()) {
        greatest = Math.max(greatest, coefficient.binaryOrder() - 1 + logLambda);
      }
      logLambda += logRatio(frequency, j);
    }
    return greatest;
  }

  private double logRatio(long frequency, int j) {
    double s = 2.0 * j + 1;
    double above = 4 * (s + 2) * (s + dimension - 1);
    double below = (2.0 * frequency - s - 2) * (2.0 * frequency + s + 2.0 * dimension - 2);
    return TailRemainder.log2(Math.abs(above / below));
  }
}
