package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.spectrum.value.Precision;
import java.math.BigInteger;
import java.util.List;

/**
 * The tail of a spectrum at the frequencies of one parity from one on, in multiples of Lambda_k(1):
 * the same number of terms, the same bound of what is cut off, coefficients in fixed point, and at
 * each frequency one Horner scheme of integers (docs/theory.md, Corollary 11.6 and Lemma 11.7).
 * Immutable.
 */
final class TailBlock {
  private static final BallArithmetic BOUNDS = Precision.BOUNDS;

  /**
   * Between k and 2k so many blocks begin: the last frequency of one costs little more than it
   * must.
   */
  private static final int BLOCKS_PER_OCTAVE = 8;

  private final int dimension;
  private final int fraction;
  private final BigInteger[] coefficients;
  private final BigInteger[] above;
  private final Magnitude error;

  private TailBlock(
      int dimension, int fraction, BigInteger[] coefficients, BigInteger[] above, Magnitude error) {
    this.dimension = dimension;
    this.fraction = fraction;
    this.coefficients = coefficients;
    this.above = above;
    this.error = error;
  }

  /**
   * The sum of the terms with these coefficients, from a frequency on.
   *
   * @param odd c_1, c_3, ..., c_(2J-1)
   * @param from k0, 2 k0 &gt; 2J + 1
   * @param bits of accuracy relative to the greatest term at k0
   * @param rest at least what is cut off, in multiples of |Lambda_k(1)|, at every frequency asked
   *     for
   */
  static TailBlock of(List<Ball> odd, int dimension, long from, int bits, Ball rest) {
    int terms = odd.size();
    int fraction = Math.max(bits, bits - orderOfGreatest(odd, dimension, from));
    BigInteger[] coefficients = new BigInteger[terms];
    BigInteger[] above = new BigInteger[terms];
    Magnitude error = Magnitude.ZERO;
    for (int j = terms - 1; j >= 0; j--) {
      Ball c = odd.get(j);
      coefficients[j] = c.center().floorOn(-fraction);
      above[j] =
          BigInteger.valueOf(2L * j + 3)
              .multiply(BigInteger.valueOf(2L * j + dimension))
              .shiftLeft(2);
      Magnitude own = c.radiusMagnitude().shifted(fraction).plus(Magnitude.powerOfTwo(1));
      error =
          error
              .times(Magnitude.atLeast(above[j], 0))
              .dividedBy(Magnitude.atMost(below(dimension, from, j), 0))
              .plus(own);
    }
    Magnitude whole = error.shifted(-fraction).plus(rest.upperMagnitude());
    return new TailBlock(dimension, fraction, coefficients, above, whole);
  }

  /** The k0 of k: of the same parity, and smaller by less than an eighth. */
  static long start(long frequency) {
    long length = Long.highestOneBit(frequency) / BLOCKS_PER_OCTAVE;
    return length < 2 ? frequency : frequency - frequency % length + frequency % 2;
  }

  /**
   * Whether the bound of the top segment falls at least as fast as Lambda_k(1) from k0 on, the
   * condition of Corollary 11.6.
   *
   * @param height T
   */
  static boolean topDecreases(int dimension, long from, double height) {
    Ball growth = BOUNDS.of(Rational.of(2 * from + 2L * dimension - 1, 2 * from - 1));
    Ball decay = BOUNDS.exp(BOUNDS.negate(Ball.exact(height)));
    return BOUNDS.multiply(growth, decay).certainlyLess(Ball.exact(1));
  }

  /** About log2 of the greatest of the terms, in multiples of Lambda_k(1); 0 if none is known. */
  private static int orderOfGreatest(List<Ball> odd, int dimension, long from) {
    double greatest = Double.NEGATIVE_INFINITY;
    double log = 0;
    for (int j = 0; j < odd.size(); j++) {
      Ball c = odd.get(j);
      if (!c.containsZero()) {
        greatest = Math.max(greatest, c.lowerBinaryOrder() + log);
      }
      log += TailRemainder.logRatio(dimension, from, j);
    }
    return Double.isInfinite(greatest) ? 0 : (int) Math.floor(greatest);
  }

  /** |Lambda_k(2J+1)/Lambda_k(1)|, Lemma 12.1. */
  static Ball quotient(int dimension, long frequency, int terms) {
    Ball quotient = Ball.exact(1);
    for (int j = 0; j < terms; j++) {
      quotient =
          ChordPowerSpectrum.raise(BOUNDS, quotient, dimension, frequency, Rational.of(2L * j + 1));
    }
    return quotient.abs();
  }

  /** The eigenvalue at k over Lambda_k(1), for k of the parity from k0 on. */
  Ball at(long frequency) {
    Context.checkpoint();
    int last = coefficients.length - 1;
    BigInteger sum = last < 0 ? BigInteger.ZERO : coefficients[last];
    for (int j = last - 1; j >= 0; j--) {
      BigInteger quotient = sum.multiply(above[j]).divide(below(dimension, frequency, j));
      sum = coefficients[j].subtract(quotient);
    }
    return Ball.of(sum, -fraction, error);
  }

  /** (2k - s - 2)(2k + s + 2d - 2), s = 2j + 1: positive as 2k &gt; s + 2. */
  private static BigInteger below(int dimension, long frequency, int j) {
    long less = 2 * frequency - 2L * j - 3;
    long more = 2 * frequency + 2L * j + 2L * dimension - 1;
    return BigInteger.valueOf(less).multiply(BigInteger.valueOf(more));
  }
}
