package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.Longest;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sine and cosine of the angles j/1024 up to 7/4 in fixed point, so that what remains of an angle
 * is below 1/1024 (docs/theory.md, Lemma 3.4a); and of those of finer grids up to the first angle
 * of the grid before (Lemma 3.4b). The longest tables made so far are kept.
 */
public final class RotationTable {
  private static final int LAST = 7 << (TableGrid.BITS - 2);

  /** How many grids there are, each 1024 times finer than the one before. */
  static final int LEVELS = 3;

  private static final List<Longest<RotationTable>> LONGEST =
      IntStream.rangeClosed(1, LEVELS)
          .mapToObj(level -> new Longest<>(bits -> new RotationTable(level, bits)))
          .toList();

  private final int bits;
  private final BigInteger[] cosines;
  private final BigInteger[] sines;

  private RotationTable(int level, int bits) {
    this.bits = bits;
    int last = level == 1 ? LAST : (1 << TableGrid.BITS) - 1;
    cosines = new BigInteger[last + 1];
    sines = new BigInteger[last + 1];
    int wide = TableGrid.wide(bits);
    BigInteger step = BigInteger.ONE.shiftLeft(wide - level * TableGrid.BITS);
    BigInteger square = BigInteger.ONE.shiftLeft(wide - 2 * level * TableGrid.BITS);
    BigInteger c = HypergeometricSum.of(HypergeometricSeries.COSINE, square, wide).value();
    BigInteger s =
        HypergeometricSum.of(HypergeometricSeries.SINE, square, wide)
            .value()
            .multiply(step)
            .shiftRight(wide);
    BigInteger cosine = BigInteger.ONE.shiftLeft(wide);
    BigInteger sine = BigInteger.ZERO;
    for (int j = 0; j <= last; j++) {
      cosines[j] = cosine.shiftRight(wide - bits);
      sines[j] = sine.shiftRight(wide - bits);
      BigInteger next = cosine.multiply(c).subtract(sine.multiply(s)).shiftRight(wide);
      sine = cosine.multiply(s).add(sine.multiply(c)).shiftRight(wide);
      cosine = next;
    }
  }

  /** A table of at least so many bits. */
  public static RotationTable ofAtLeast(int bits) {
    return ofAtLeast(1, bits);
  }

  /**
   * A table of at least so many bits of the multiples of 1024^-level.
   *
   * @param level 1 to {@link #LEVELS}
   */
  static RotationTable ofAtLeast(int level, int bits) {
    return LONGEST.get(level - 1).ofAtLeast(bits);
  }

  /** cos(j 1024^-level) in units of 2^-fraction, with an error of less than 2. */
  public BigInteger cosine(int j, int fraction) {
    return cosines[j].shiftRight(bits - fraction);
  }

  /** sin(j 1024^-level) in units of 2^-fraction, with an error of less than 2. */
  public BigInteger sine(int j, int fraction) {
    return sines[j].shiftRight(bits - fraction);
  }
}
