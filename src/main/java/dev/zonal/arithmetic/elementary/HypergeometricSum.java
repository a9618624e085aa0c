package dev.zonal.arithmetic.elementary;

import java.math.BigInteger;

/**
 * A hypergeometric series in fixed point.
 *
 * @param value the sum in units of 2^-bits
 * @param error a bound of the distance of the value from the whole series, in the same units; it
 *     covers rounding, the error of the argument and the tail
 */
public record HypergeometricSum(BigInteger value, long error) {
  /**
   * Sums the series at q = argument 2^-bits, by Horner's scheme where q is small and the numbers
   * are short, by rows of grouped terms otherwise.
   *
   * @param argument in [0, 2^(bits-2)], at most one unit from the argument that is meant
   */
  public static HypergeometricSum of(HypergeometricSeries series, BigInteger argument, int bits) {
    return HornerSum.reaches(argument, bits)
        ? HornerSum.of(series, argument, bits)
        : GroupedSum.of(series, argument, bits);
  }
}
