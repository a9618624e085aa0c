package dev.zonal.arithmetic.elementary;

import java.math.BigInteger;

/**
 * A hypergeometric series summed by rows, from the last term to the first: one long multiplication
 * for every row, and one short division for every group of terms whose denominators fit into a word
 * together (docs/theory.md, Lemma 3.1).
 */
public final class GroupedSum {
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
    for (int j = terms - 1; j > 0; j--) {
      int column = j % columns;
      BigInteger term = powers[column].multiply(BigInteger.valueOf(groups.numerator(j)));
      sum = series.isAlternating() && (j & 1) == 1 ? sum.subtract(term) : sum.add(term);
      if (j == groups.start(group)) {
        sum = sum.divide(BigInteger.valueOf(groups.below(group)));
        group--;
        if (group >= 0 && groups.above(group) != 1) {
          sum = sum.multiply(BigInteger.valueOf(groups.above(group)));
        }
      }
      if (column == 0) {
        sum = sum.multiply(powers[columns]).shiftRight(bits);
      }
    }
    long rows = terms / columns + 1L;
    return new HypergeometricSum(sum.add(powers[0]), 3L * terms + 4 * rows + 2);
  }

  /** 1, q, q^2, ... to q^count, each within two units. */
  private static BigInteger[] powers(BigInteger argument, int count, int bits) {
    BigInteger[] powers = new BigInteger[count + 1];
    powers[0] = BigInteger.ONE.shiftLeft(bits);
    powers[1] = argument;
    for (int i = 2; i <= count; i++) {
      powers[i] = powers[i - 1].multiply(argument).shiftRight(bits);
    }
    return powers;
  }
}
