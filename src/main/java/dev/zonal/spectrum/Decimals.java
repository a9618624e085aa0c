package dev.zonal.spectrum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Rational numbers as decimals. */
final class Decimals {
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private Decimals() {}

  /** The decimal of so many significant digits that is nearest, half-even. */
  static BigDecimal rounded(BigFraction value, int digits) {
    MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
    BigDecimal numerator = new BigDecimal(value.getNumerator());
    int twos = value.getDenominator().getLowestSetBit();
    BigInteger odd = value.getDenominator().shiftRight(twos);
    int fives = powerOfFive(odd.abs());
    if (fives < 0) {
      return numerator.divide(new BigDecimal(value.getDenominator()), context);
    }
    // A quotient that ends would be computed to all digits, and its zeros taken off one by one.
    int scale = Math.max(twos, fives);
    BigInteger scaled = BigInteger.TWO.pow(scale - twos).multiply(FIVE.pow(scale - fives));
    return new BigDecimal(value.getNumerator().multiply(scaled), scale)
        .multiply(BigDecimal.valueOf(odd.signum()))
        .round(context);
  }

  /** n, if the positive integer is 5^n; -1 if it is no power of five. */
  private static int powerOfFive(BigInteger positive) {
    int n = (int) Math.round((positive.bitLength() - 1) * Math.log(2) / Math.log(5));
    for (int candidate = n; candidate <= n + 1; candidate++) {
      if (FIVE.pow(candidate).equals(positive)) {
        return candidate;
      }
    }
    return -1;
  }
}
