package dev.zonal.arithmetic;

import dev.zonal.arithmetic.HypergeometricSum.Series;
import java.math.BigInteger;

/**
 * The numbers e^(j/1024), 0 <= j < 1024, in fixed point, so that what remains of an exponent is
 * below 1/1024 (docs/theory.md, Lemma 3.4a). The longest table made so far is kept.
 */
final class ExponentialTable {
  /** The exponents are the multiples of 2^-GRID. */
  static final int GRID = 10;

  /** Beyond so many bits a table costs more than it saves. */
  static final int MOST_BITS = 1024;

  private static final int GUARD = 32;
  private static volatile ExponentialTable longest = new ExponentialTable(0);

  private final int bits;
  private final BigInteger[] powers = new BigInteger[1 << GRID];

  private ExponentialTable(int bits) {
    this.bits = bits;
    int wide = bits + GUARD;
    BigInteger step =
        HypergeometricSum.of(Series.EXPONENTIAL, BigInteger.ONE.shiftLeft(wide - GRID), wide)
            .value();
    BigInteger power = BigInteger.ONE.shiftLeft(wide);
    for (int j = 0; j < powers.length; j++) {
      powers[j] = power.shiftRight(GUARD);
      power = power.multiply(step).shiftRight(wide);
    }
  }

  /** A table of at least so many bits. */
  static ExponentialTable ofAtLeast(int bits) {
    ExponentialTable known = longest;
    if (known.bits < bits) {
      known = new ExponentialTable(bits + bits / 8 + 64);
      longest = known;
    }
    return known;
  }

  /** e^(j/1024) in units of 2^-fraction, with an error of less than 2. */
  BigInteger power(int j, int fraction) {
    return powers[j].shiftRight(bits - fraction);
  }
}
