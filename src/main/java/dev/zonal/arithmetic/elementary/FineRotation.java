package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.ball.Magnitude;
import dev.zonal.arithmetic.elementary.SineCosine.Fixed;
import java.math.BigInteger;

/**
 * Sine and cosine of the long angles of a fine grid by several tables, each 1024 times finer than
 * the one before: the turns by ten bits of the angle after another are multiplied as complex
 * numbers, and no series is summed (docs/theory.md, Lemma 3.4b).
 */
final class FineRotation {
  /** Beyond so many bits tables cost more than they save. */
  private static final int MOST_BITS = 7000;

  /** Up to here two tables are enough, from there on three. */
  private static final int FEW_BITS = 2000;

  private static final Magnitude ENTRY = Magnitude.atLeast(2, 0);

  private FineRotation() {}

  /** Whether there are tables for so many bits after the point. */
  static boolean isFor(int fraction) {
    return fraction > TableGrid.MOST_FRACTION && fraction <= MOST_BITS;
  }

  /** The points of the grid are the multiples of 2^-gridBits. */
  static int gridBits(int fraction) {
    return levels(fraction) * TableGrid.BITS;
  }

  private static int levels(int fraction) {
    return fraction <= FEW_BITS ? 2 : RotationTable.LEVELS;
  }

  /**
   * sin t and cos t for t = point 2^-gridBits in [0, 7/4], each within {@code error} units of
   * 2^-fraction.
   *
   * @param fraction that this {@link #isFor}
   */
  static Fixed fixed(long point, int fraction) {
    int levels = levels(fraction);
    Fixed turned = entry(1, point >> (levels - 1) * TableGrid.BITS, fraction);
    for (int level = 2; level <= levels; level++) {
      long digits = point >> (levels - level) * TableGrid.BITS;
      long last = digits & ((1 << TableGrid.BITS) - 1);
      turned = last == 0 ? turned : product(turned, entry(level, last, fraction), fraction);
    }
    return turned;
  }

  private static Fixed entry(int level, long j, int fraction) {
    RotationTable table = RotationTable.ofAtLeast(level, fraction);
    return new Fixed(table.sine((int) j, fraction), table.cosine((int) j, fraction), ENTRY);
  }

  /** One turn after the other: the errors add up to less than 3/2 of both, and one floor. */
  private static Fixed product(Fixed a, Fixed b, int fraction) {
    BigInteger sine = a.sine().multiply(b.cosine()).add(a.cosine().multiply(b.sine()));
    BigInteger cosine = a.cosine().multiply(b.cosine()).subtract(a.sine().multiply(b.sine()));
    Magnitude errors = a.error().plus(b.error());
    return new Fixed(
        sine.shiftRight(fraction),
        cosine.shiftRight(fraction),
        errors.plus(errors.shifted(-1)).plus(Magnitude.atLeast(1, 0)));
  }
}
