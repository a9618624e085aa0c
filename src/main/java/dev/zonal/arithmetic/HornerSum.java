package dev.zonal.arithmetic;

import java.math.BigInteger;

/**
 * A hypergeometric series summed by Horner's scheme in words of 32 bits. What is multiplied by q^j
 * afterwards is kept to as many words fewer, so that most products are short; there is no division,
 * as the coefficients are kept (docs/theory.md, Lemma 3.1a).
 */
final class HornerSum {
  /** q < 2^-LEAST_GAIN. */
  static final int LEAST_GAIN = 10;

  /** Beyond so many bits products of words cost more than they save. */
  private static final int MOST_BITS = 1024;

  /** The lemma needs 14. */
  private static final int GUARD = 14;

  private static final long WORD = 0xFFFF_FFFFL;

  private HornerSum() {}

  /** Whether the scheme is for such an argument. */
  static boolean reaches(BigInteger argument, int bits) {
    return bits <= MOST_BITS && argument.bitLength() <= bits - LEAST_GAIN;
  }

  /**
   * The series at q = argument 2^-bits.
   *
   * @param argument not negative and within {@link #reaches}, at most one unit from the argument
   *     that is meant
   */
  static HypergeometricSum of(HypergeometricSeries series, BigInteger argument, int bits) {
    int count = (bits + GUARD + Integer.SIZE - 1) / Integer.SIZE;
    int wide = count * Integer.SIZE;
    int gain = bits - argument.bitLength();
    HornerCoefficients coefficients = series.coefficients(wide);
    int terms = coefficients.terms(gain, wide);
    int[] q = Words.of(argument.shiftLeft(wide - bits), count);
    int leading = gain / Integer.SIZE;
    int[] sum = new int[count + 1];
    int[] product = new int[count + 2];
    int known = 0;
    for (int j = terms - 1; j >= 0; j--) {
      int kept = count - gain * j / Integer.SIZE;
      multiply(q, leading, sum, known, product, kept);
      if (series.isAlternating()) {
        subtract(coefficients.words(j), product, sum, kept);
      } else {
        add(coefficients.words(j), product, sum, kept);
      }
      known = kept;
    }
    return new HypergeometricSum(Words.integer(sum, count).shiftRight(wide - bits), 4);
  }

  /**
   * The product of q and a sum of so many words, but for what is below one word beyond those kept.
   *
   * @param leading so many words of q after the point are zero, and word 0
   */
  private static void multiply(
      int[] q, int leading, int[] sum, int known, int[] product, int kept) {
    for (int i = 0; i <= kept + 1; i++) {
      product[i] = 0;
    }
    for (int l = known; l >= 0; l--) {
      long factor = sum[l] & WORD;
      long carry = 0;
      for (int i = Math.min(kept, kept + 1 - l); i > leading; i--) {
        carry += (q[i] & WORD) * factor + (product[i + l] & WORD);
        product[i + l] = (int) carry;
        carry >>>= Integer.SIZE;
      }
      product[leading + l] = (int) carry;
    }
  }

  private static void add(int[] a, int[] b, int[] sum, int kept) {
    long carry = 0;
    for (int i = kept; i >= 0; i--) {
      carry += (a[i] & WORD) + (b[i] & WORD);
      sum[i] = (int) carry;
      carry >>>= Integer.SIZE;
    }
  }

  private static void subtract(int[] a, int[] b, int[] difference, int kept) {
    long borrow = 0;
    for (int i = kept; i >= 0; i--) {
      borrow += (a[i] & WORD) - (b[i] & WORD);
      difference[i] = (int) borrow;
      borrow >>= Integer.SIZE;
    }
  }
}
