package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.Longest;
import java.math.BigInteger;

/**
 * The numbers e^(j/1024), 0 &lt;= j &lt; 1024, in fixed point, so that what remains of an exponent
 * is below 1/1024 (docs/theory.md, Lemma 3.4a). The longest table made so far is kept.
 */
public final class ExponentialTable {
  private static final Longest<ExponentialTable> LONGEST = new Longest<>(ExponentialTable::new);

  private final int bits;
  private final BigInteger[] powers = new BigInteger[1 << TableGrid.BITS];

  private ExponentialTable(int bits) {
    this.bits = bits;
    int wide = TableGrid.wide(bits);
    BigInteger step =
        HypergeometricSum.of(
                HypergeometricSeries.EXPONENTIAL,
                BigInteger.ONE.shiftLeft(wide - TableGrid.BITS),
                wide)
            .value();
    BigInteger power = BigInteger.ONE.shiftLeft(wide);
    for (int j = 0; j < powers.length; j++) {
      powers[j] = power.shiftRight(wide - bits);
      power = power.multiply(step).shiftRight(wide);
    }
  }

  /** A table of at least so many bits. */
  public static ExponentialTable ofAtLeast(int bits) {
    return LONGEST.ofAtLeast(bits);
  }

  /** e^(j/1024) in units of 2^-fraction, with an error of less than 2. */
  public BigInteger power(int j, int fraction) {
    return powers[j].shiftRight(bits - fraction);
  }
}
