package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.series.FixedPoint;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The sums of W_i cos(m t_i) over weighted points, for m = 0, 1, ..., in fixed point: the numbers
 * v_m = W cos(m t) of one point obey v_{m+1} = 2 cos(t) v_m - v_{m-1}, one product for each
 * (docs/theory.md, Theorem 8.1, bounds the error).
 *
 * <p>Mutable: points are added one by one, by one thread; moments of parts of the points are added
 * up.
 */
final class CosineMoments {
  private final int bits;
  private final BigInteger[] sums;
  private long points;
  private BigInteger weightErrors = BigInteger.ZERO;
  private BigInteger shiftedWeights = BigInteger.ZERO;

  /**
   * No points yet.
   *
   * @param last the largest m, at least 0
   * @param bits the bits after the binary point that the sums are formed with
   */
  CosineMoments(int last, int bits) {
    this.bits = bits;
    this.sums = new BigInteger[last + 1];
    Arrays.fill(sums, BigInteger.ZERO);
  }

  /**
   * The bits after the point with which sums over so many points of total weight at most 2 have
   * errors of about 2^-accuracy.
   */
  static int bitsFor(int accuracy, long last, long points) {
    int size = Long.SIZE - Long.numberOfLeadingZeros(last + 1);
    return accuracy + 2 * size + Long.SIZE - Long.numberOfLeadingZeros(points) + 4;
  }

  /**
   * Adds a point of the given weight W and the given cos t, which is at most 1 in absolute value.
   */
  void add(Ball weight, Ball cosine) {
    BigInteger one = BigInteger.ONE.shiftLeft(bits);
    BigInteger u = FixedPoint.midpoint(cosine, bits).min(one).max(one.negate());
    BigInteger v = FixedPoint.midpoint(weight, bits);
    points++;
    weightErrors = weightErrors.add(FixedPoint.error(weight, bits));
    shiftedWeights = shiftedWeights.add(v.abs().multiply(FixedPoint.error(cosine, bits)));
    BigInteger previous = v.multiply(u).shiftRight(bits);
    for (int m = 0; m < sums.length; m++) {
      sums[m] = sums[m].add(v);
      BigInteger next = v.multiply(u).shiftRight(bits - 1).subtract(previous);
      previous = v;
      v = next;
    }
  }

  /** Adds the moments of other points, formed with the same number of bits. */
  void add(CosineMoments other) {
    for (int m = 0; m < sums.length; m++) {
      sums[m] = sums[m].add(other.sums[m]);
    }
    points += other.points;
    weightErrors = weightErrors.add(other.weightErrors);
    shiftedWeights = shiftedWeights.add(other.shiftedWeights);
  }

  /** A ball that contains the sum of W_i cos(m t_i). */
  Ball moment(int m) {
    BigInteger rounding = BigInteger.valueOf(points).multiply(BigInteger.valueOf(m * (m + 1L) / 2));
    BigInteger shift = shiftedWeights.multiply(BigInteger.valueOf((long) m * m)).shiftRight(bits);
    return FixedPoint.ball(
        sums[m], rounding.add(shift).add(weightErrors).add(BigInteger.ONE), bits);
  }
}
