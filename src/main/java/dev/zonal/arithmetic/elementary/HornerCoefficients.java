package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.convolution.Digits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The coefficients c_j of a hypergeometric series as {@link Digits}, cut off at their end. */
final class HornerCoefficients {
  private final List<long[]> digits = new ArrayList<>();
  private final List<Integer> gains = new ArrayList<>();

  /** As many coefficients in so many bits as an argument below 2^-LEAST_GAIN needs. */
  HornerCoefficients(HypergeometricSeries series, int bits) {
    int count = Digits.count(bits);
    int wide = count * Digits.BITS;
    BigInteger numerator = BigInteger.ONE;
    BigInteger denominator = BigInteger.ONE;
    int j = 0;
    do {
      BigInteger coefficient = numerator.shiftLeft(wide).divide(denominator);
      digits.add(Digits.of(coefficient, count));
      gains.add(Math.max(0, wide - coefficient.bitLength()));
      numerator = numerator.multiply(BigInteger.valueOf(series.numerator(j + 1)));
      denominator = denominator.multiply(BigInteger.valueOf(series.denominator(j + 1)));
    } while (HornerSum.LEAST_GAIN * j + gains.get(j++) < wide);
  }

  /** The digits of c_j. */
  long[] digits(int j) {
    return digits.get(j);
  }

  /** How many c_j there are before c_m 2^(-gain m) &lt;= 2^-bits. */
  int terms(int gain, int bits) {
    int m = 0;
    while (gain * m + gains.get(m) < bits) {
      m++;
    }
    return m;
  }
}
