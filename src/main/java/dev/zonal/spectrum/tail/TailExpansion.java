package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Memo;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.kernel.region.SupBound;
import dev.zonal.kernel.region.ThetaRectangle;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

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
  private static final int MOST_BLOCKS = 64;
  private static final double[] HEIGHTS = {1, 0.98, 0.95, 0.9, 0.8};

  private final OddExpansion expansion;
  private final int dimension;
  private final List<TailRemainder.End> ends;
  private final SupBound<ThetaRectangle> rectangle;
  private final List<Contour> contours;
  private final FrequencyWalk lambda;
  private final FrequencyWalk binomial;
  private final Memo<Place, Optional<TailBlock>> blocks = new Memo<>(MOST_BLOCKS);

  private record Place(long from, int bits) {}

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
   * A ball that contains eta_k, of about the relative accuracy asked for. A parity whose
   * eigenvalues are much smaller than those of the other loses as many bits as the sum A + B or A -
   * B cancels. The ball depends on k and the accuracy alone, not on what was asked for before.
   *
   * @param frequency k, 1 to 10^18
   * @return empty if this accuracy is not within reach
   */
  Optional<Ball> enclose(long frequency, int relativeBits) {
    requireInRange(frequency);
    return sharedBlock(TailBlock.start(frequency), relativeBits)
        .or(() -> block(frequency, relativeBits))
        .map(block -> enclose(frequency, relativeBits, block));
  }

  /**
   * The same with the terms and the contour of a plan, whatever accuracy they give.
   *
   * @throws DomainException if 2J + 1 is not below 2k, or T above the certified height
   */
  Ball enclose(long frequency, int relativeBits, TailPlan plan) {
    return enclose(frequency, relativeBits, block(frequency, relativeBits, plan));
  }

  private Ball enclose(long frequency, int relativeBits, TailBlock block) {
    BallArithmetic over = working(relativeBits);
    return over.multiply(lambda(over, frequency), block.at(frequency));
  }

  /** The block of several frequencies, if one from k0 on holds and reaches the accuracy. */
  private Optional<TailBlock> sharedBlock(long from, int relativeBits) {
    return blocks.get(
        new Place(from, relativeBits),
        place ->
            contours.stream().allMatch(c -> TailBlock.topDecreases(dimension, from, c.height))
                ? block(from, relativeBits)
                : Optional.empty());
  }

  private Optional<TailBlock> block(long from, int relativeBits) {
    TailPlan plan = plan(from, relativeBits);
    return plan.reaches(relativeBits)
        ? Optional.of(block(from, relativeBits, plan))
        : Optional.empty();
  }

  private TailBlock block(long from, int relativeBits, TailPlan plan) {
    int terms = plan.terms();
    if (2L * terms + 1 >= 2 * from || plan.height() > rectangle.region().height()) {
      throw new DomainException("the tail theorem does not hold for " + plan);
    }
    BallArithmetic over = working(relativeBits);
    OddExpansion.Coefficients odd =
        expansion.coefficients(relativeBits + Precision.PRODUCTS, terms);
    List<Ball> coefficients =
        IntStream.range(0, terms).mapToObj(j -> coefficient(odd, j, from, over)).toList();
    BallArithmetic bounds = Precision.BOUNDS;
    Ball quotient = TailBlock.quotient(dimension, from, terms);
    Ball rest =
        bounds.divide(
            TailRemainder.top(
                dimension, from, plan.height(), rectangle.bound().get(), () -> binomial(from)),
            lambda(bounds, from).abs());
    for (TailRemainder.End end : ends) {
      rest = bounds.add(rest, end.bound(terms, quotient, plan.height()));
    }
    return TailBlock.of(coefficients, dimension, from, over.bits(), rest);
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
    requireInRange(frequency);
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

  private static void requireInRange(long frequency) {
    if (frequency < 1 || frequency > LARGEST_FREQUENCY) {
      throw new IllegalArgumentException("the tail is for frequencies from 1 to 10^18");
    }
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
      logLambda += TailRemainder.logRatio(dimension, aim.frequency(), j - 1);
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
      logLambda += TailRemainder.logRatio(dimension, frequency, j);
    }
    return greatest;
  }
}
