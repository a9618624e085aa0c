package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.Longest;
import java.math.BigInteger;

/**
 * Sine and cosine of the angles j/1024 up to 7/4 in fixed point, so that what remains of an angle
 * is below 1/1024 (docs/theory.md, Lemma 3.4a). The longest table made so far is kept.
 */
public final class RotationTable {
  private static final int LAST = 7 << (TableGrid.BITS - 2);
  private static final Longest<RotationTable> LONGEST = new Longest<>(RotationTable::new);

  private final int bits;
  private final BigInteger[] cosines = new BigInteger[LAST + 1];
  private final BigInteger[] sines = new BigInteger[LAST + 1];

  private RotationTable(int bits) {
    this.bits = bits;
    int wide = TableGrid.wide(bits);
    BigInteger step = BigInteger.ONE.shiftLeft(wide - TableGrid.BITS);
    BigInteger square = BigInteger.ONE.shiftLeft(wide - 2 * TableGrid.BITS);
    BigInteger c = HypergeometricSum.of(HypergeometricSeries.COSINE, square, wide).value();
    BigInteger s =
        HypergeometricSum.of(HypergeometricSeries.SINE, square, wide)
            .value()
            .multiply(step)
            .shiftRight(wide);
    BigInteger cosine = BigInteger.ONE.shiftLeft(wide);
    BigInteger sine = BigInteger.ZERO;
    for (int j = 0; j <= LAST; j++) {
      cosines[j] = cosine.shiftRight(wide - bits);
      sines[j] = sine.shiftRight(wide - bits);
      BigInteger next = cosine.multiply(c).subtract(sine.multiply(s)).shiftRight(wide);
      sine = cosine.multiply(s).add(sine.multiply(c)).shiftRight(wide);
      cosine = next;
    }
  }

  /** A table of at least so many bits. */
  public static RotationTable ofAtLeast(int bits) {
    return LONGEST.ofAtLeast(bits);
  }

  /** cos(j/1024) in units of 2^-fraction, with an error of less than 2. */
  public BigInteger cosine(int j, int fraction) {
    return cosines[j].shiftRight(bits - fraction);
  }

  /** sin(j/1024) in units of 2^-fraction, with an error of less than 2. */
  public BigInteger sine(int j, int fraction) {
    return sines[j].shiftRight(bits - fraction);
  }
}
