package dev.zonal.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;

class DecimalsTest {
  private static void isTheQuotient(BigFraction x, int digits) {
    BigDecimal quotient =
        new BigDecimal(x.getNumerator())
            .divide(
                new BigDecimal(x.getDenominator()),
                new MathContext(digits, RoundingMode.HALF_EVEN));
    assertEquals(0, quotient.compareTo(Decimals.rounded(x, digits)), x + " to " + digits);
  }

  @Property
  void aFractionIsRoundedToTheNearestDecimal(
      @ForAll int numerator, @ForAll int denominator, @ForAll @IntRange(min = 1, max = 40) int n) {
    isTheQuotient(BigFraction.of(numerator, denominator == 0 ? 1 : denominator), n);
  }

  @Property
  void aFractionThatEndsIsToo(
      @ForAll int numerator,
      @ForAll @IntRange(max = 300) int twos,
      @ForAll @IntRange(max = 300) int fives,
      @ForAll boolean isNegative,
      @ForAll @IntRange(min = 1, max = 40) int n) {
    BigInteger denominator =
        BigInteger.TWO.pow(twos).multiply(BigInteger.valueOf(isNegative ? -5 : 5).pow(fives));
    isTheQuotient(BigFraction.of(BigInteger.valueOf(numerator), denominator), n);
  }
}
