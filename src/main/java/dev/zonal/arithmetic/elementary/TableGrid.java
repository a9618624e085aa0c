package dev.zonal.arithmetic.elementary;

import java.math.BigInteger;

/**
 * The multiples of 1/1024, at which the exponential, sine and cosine are kept in tables
 * (docs/theory.md, Lemma 3.4a).
 */
public final class TableGrid {
  /** The points are the multiples of 2^-BITS. */
  public static final int BITS = 10;

  /** Beyond so many bits a table costs more than it saves. */
  public static final int MOST_FRACTION = 1024;

  /** Up to here a longer series at a point of the grid is cheaper than a function beside it. */
  private static final int FEW_BITS = 400;

  private static final int GUARD = 32;

  private TableGrid() {}

  /** In how many bits a table of so many is made, for the errors of the steps to its last point. */
  public static int wide(int bits) {
    return bits + GUARD;
  }

  /** The number of the greatest point that is at most the argument; 0 where no table is used. */
  static int index(BigInteger argument, int fraction) {
    return fraction > MOST_FRACTION ? 0 : argument.shiftRight(fraction - BITS).intValue();
  }

  /** What remains of the argument beyond point j. */
  static BigInteger rest(BigInteger argument, int j, int fraction) {
    return argument.subtract(BigInteger.valueOf(j).shiftLeft(fraction - BITS));
  }

  /** An approximation as a start at so many bits: the nearest point where these are few. */
  static double start(double approximation, int fraction) {
    return fraction <= FEW_BITS
        ? Math.scalb(Math.rint(Math.scalb(approximation, BITS)), -BITS)
        : approximation;
  }
}
