package dev.zonal.arithmetic.elementary;

import java.math.BigInteger;

/**
 * A hypergeometric series summed by rows, from the last term to the first: one long multiplication
 * for every row, and one short division for every group of terms whose denominators fit into a word
 * together. What is multiplied by a power of the argument afterwards is kept to as many bits fewer
 * (docs/theory.md, Lemma 3.1).
 */
public final class GroupedSum {
  /** No row is kept to fewer bits. */
  private static final int LEAST_BITS = 64;

  private GroupedSum() {}

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
    int gain = Math.max(2, bits - argument.add(BigInteger.ONE).bitLength());
    TermGroups groups = series.groups(bits / gain + 1);
    int last = groups.last(gain, bits);
    int terms = groups.end(last);
    int columns = Math.max(1, (int) Math.round(Math.sqrt(terms)));
    BigInteger[] powers = powers(argument, columns, bits);
    BigInteger sum = BigInteger.ZERO;
    int group = last;
    int kept = kept(bits, gain, terms - 1, columns);
    for (int j = terms - 1; j > 0; j--) {
      int column = j % columns;
      BigInteger power = powers[column].shiftRight(bits - kept);
      BigInteger term = power.multiply(BigInteger.valueOf(groups.numerator(j)));
      sum = series.isAlternating() && (j & 1) == 1 ? sum.subtract(term) : sum.add(term);
      if (j == groups.start(group)) {
        sum = sum.divide(BigInteger.valueOf(groups.below(group)));
        group--;
        if (group >= 0 && groups.above(group) != 1) {
          sum = sum.multiply(BigInteger.valueOf(groups.above(group)));
        }
      }
      if (column == 0) {
        int next = kept(bits, gain, j - 1, columns);
        sum = sum.multiply(powers[columns].shiftRight(bits - next)).shiftRight(kept);
        kept = next;
      }
    }
    long rows = terms / columns + 1L;
    return new HypergeometricSum(sum.add(powers[0]), 3L * terms + 4 * rows + 2);
  }

  /** How many bits after the point are kept of the row of a term. */
  private static int kept(int bits, int gain, int j, int columns) {
    long behind = (long) gain * (j / columns) * columns;
    return (int) Math.min(bits, Math.max(LEAST_BITS, bits - behind));
  }

  /** 1, q, q^2, ... to q^count, each within 5/3 of a unit. */
  private static BigInteger[] powers(BigInteger argument, int count, int bits) {
    BigInteger[] powers = new BigInteger[count + 1];
    powers[0] = BigInteger.ONE.shiftLeft(bits);
    powers[1] = argument;
    for (int i = 2; i <= count; i++) {
      BigInteger other = i % 2 == 0 ? powers[i / 2] : argument;
      powers[i] = (i % 2 == 0 ? other : powers[i - 1]).multiply(other).shiftRight(bits);
    }
    return powers;
  }
}
