package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.convolution.Digits;
import java.math.BigInteger;

/**
 * A hypergeometric series summed by Horner's scheme in short digits. What is multiplied by q^j
 * afterwards is kept to as many digits fewer, so that most products are short; there is no
 * division, as the coefficients are kept (docs/theory.md, Lemma 3.1a).
 */
public final class HornerSum {
  /** q &lt; 2^-LEAST_GAIN. */
  public static final int LEAST_GAIN = 10;

  /** Beyond so many bits products of digits cost more than they save. */
  private static final int MOST_BITS = 1024;

  /** The lemma needs 14. */
  private static final int GUARD = 14;

  private HornerSum() {}

  /** Whether the scheme is for such an argument. */
  public static boolean reaches(BigInteger argument, int bits) {
    return bits <= MOST_BITS && argument.bitLength() <= bits - LEAST_GAIN;
  }

  /** How many digits after the point give a sum of so many bits. */
  static int digits(int bits) {
    return Digits.count(bits + GUARD);
  }

  /**
   * The series at q = argument 2^-bits.
   *
   * @param argument not negative and within {@link #reaches}, at most one unit from the argument
   *     that is meant
   */
  public static HypergeometricSum of(HypergeometricSeries series, BigInteger argument, int bits) {
    int count = digits(bits);
    int wide = count * Digits.BITS;
    int gain = bits - argument.bitLength();
    HornerCoefficients coefficients = series.coefficients(wide);
    long[] q = Digits.of(argument.shiftLeft(wide - bits), count);
    int leading = gain / Digits.BITS;
    int sign = series.isAlternating() ? -1 : 1;
    long[] sum = new long[count + 1];
    long[] next = new long[count + 1];
    int known = 0;
    for (int j = coefficients.terms(gain, wide) - 1; j >= 0; j--) {
      int kept = count - gain * j / Digits.BITS;
      step(coefficients.digits(j), sign, q, leading, sum, known, next, kept);
      known = kept;
      long[] spare = sum;
      sum = next;
      next = spare;
    }
    return new HypergeometricSum(Digits.integer(sum, count).shiftRight(wide - bits), 4);
  }

  /**
   * The next sum: c + sign q sum, without products that stand more than one digit behind those
   * kept. Digits 0 to {@code leading} of q are zero.
   */
  private static void step(
      long[] c, int sign, long[] q, int leading, long[] sum, int known, long[] next, int kept) {
    long carry = sign * (column(q, leading, sum, known, kept + 1) >> Digits.BITS);
    for (int k = kept; k >= 0; k--) {
      carry += c[k] + sign * column(q, leading, sum, known, k);
      next[k] = carry & Digits.MASK;
      carry >>= Digits.BITS;
    }
  }

  /** Digit k of a product before carries: the sum of q[k-l] sum[l]. */
  private static long column(long[] q, int leading, long[] sum, int known, int k) {
    long column = 0;
    for (int l = Math.max(0, k - q.length + 1), last = Math.min(known, k - leading - 1);
        l <= last;
        l++) {
      column += q[k - l] * sum[l];
    }
    return column;
  }
}
