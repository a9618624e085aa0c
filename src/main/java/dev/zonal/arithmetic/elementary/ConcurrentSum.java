package dev.zonal.arithmetic.elementary;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A hypergeometric series summed by Smith's concurrent summation: one long multiplication for every
 * few terms, one short division for every term. The sum stops at the first term that vanishes in
 * fixed point (docs/theory.md, Lemma 3.1).
 */
public final class ConcurrentSum {
  private static final BigInteger[] SMALL = new BigInteger[1024];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = BigInteger.valueOf(i);
    }
  }

  private ConcurrentSum() {}

  /**
   * The series at q = argument 2^-bits.
   *
   * @param argument in [0, 2^(bits-2)], at most one unit from the argument that is meant
   * @throws IllegalArgumentException if it is not
   */
  public static HypergeometricSum of(HypergeometricSeries series, BigInteger argument, int bits) {
    if (argument.signum() < 0 || argument.compareTo(BigInteger.ONE.shiftLeft(bits - 2)) > 0) {
      throw new IllegalArgumentException("the argument of the series is not in [0, 1/4]");
    }
    int columns = columns(argument, bits);
    BigInteger stride = argument;
    for (int i = 1; i < columns; i++) {
      stride = stride.multiply(argument).shiftRight(bits);
    }
    BigInteger[] sums = new BigInteger[columns];
    Arrays.fill(sums, BigInteger.ZERO);
    BigInteger term = BigInteger.ONE.shiftLeft(bits);
    sums[0] = term;
    long rows = 1;
    int column = 0;
    for (long j = 1; ; j++) {
      if (++column == columns) {
        column = 0;
        rows++;
        term = term.multiply(stride).shiftRight(bits);
      }
      long numerator = series.numerator(j);
      if (numerator != 1) {
        term = term.multiply(integer(numerator));
      }
      term = term.divide(integer(series.denominator(j)));
      if (term.signum() == 0) {
        break;
      }
      sums[column] =
          series.isAlternating() && (j & 1) == 1
              ? sums[column].subtract(term)
              : sums[column].add(term);
    }
    BigInteger sum = BigInteger.ZERO;
    for (int i = columns - 1; i >= 0; i--) {
      sum = sum.multiply(argument).shiftRight(bits).add(sums[i]);
    }
    return new HypergeometricSum(sum, ((rows + 1) * (2L * columns + 5) + 3) * 4 / 3 + 1);
  }

  private static BigInteger integer(long value) {
    return value < SMALL.length ? SMALL[(int) value] : BigInteger.valueOf(value);
  }

  /**
   * How many columns balance long products against short divisions; any number would be correct.
   */
  private static int columns(BigInteger argument, int bits) {
    int gain = Math.max(1, bits - argument.bitLength());
    int terms = bits / (gain + 3) + 1;
    if (terms <= 4) {
      return 1;
    }
    return (int) Math.max(1, Math.round(Math.sqrt(bits < 1000 ? terms * 0.5 : terms)));
  }
}
