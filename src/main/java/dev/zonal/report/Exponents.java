package dev.zonal.report;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/** Exponents as people write them: 3, 5/2. */
final class Exponents {
  private Exponents() {}

  static String of(BigFraction value) {
    BigInteger denominator = value.getDenominator();
    boolean negative = denominator.signum() < 0;
    BigInteger numerator = negative ? value.getNumerator().negate() : value.getNumerator();
    return denominator.abs().equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator.abs();
  }
}
