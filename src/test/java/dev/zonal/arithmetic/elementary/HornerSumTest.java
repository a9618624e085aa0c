package dev.zonal.arithmetic.elementary;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.convolution.Digits;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The numbers of digits and of terms in Lemma 3.1a, which its error bound takes for granted. */
class HornerSumTest {
  private static final int MOST_BITS = 1024;

  private static Rational powerOfTwo(long exponent) {
    return new Dyadic(BigInteger.ONE, exponent).toFraction();
  }

  /** m (N + 4) units of the last digit are at most half a unit of the result. */
  @Property
  void theGuardBitsHoldTheErrorsOfAllTerms(@ForAll HypergeometricSeries series) {
    for (int bits = HornerSum.LEAST_GAIN + 2; bits <= MOST_BITS; bits++) {
      int count = HornerSum.digits(bits);
      int wide = Digits.BITS * count;
      // the least gain has the most terms
      long terms = series.coefficients(wide).terms(HornerSum.LEAST_GAIN, wide);
      long most = 1L << (wide - bits - 1);
      assertTrue(terms * (count + 4) <= most, terms + " terms in " + wide + " for " + bits);
    }
  }

  @Property(tries = 300)
  void theFirstTermLeftOutIsBelowTheLastDigitAndTheOneBeforeIsNot(
      @ForAll HypergeometricSeries series,
      @ForAll @IntRange(min = 1, max = 38) int count,
      @ForAll @IntRange(min = 10, max = 300) int gain) {
    int wide = Digits.BITS * count;
    int terms = series.coefficients(wide).terms(gain, wide);
    Rational before = Rational.ZERO;
    Rational coefficient = Rational.ONE;
    for (int j = 1; j <= terms; j++) {
      before = coefficient;
      coefficient = coefficient.multiply(Rational.of(series.numerator(j), series.denominator(j)));
    }
    Rational unit = powerOfTwo(-wide);
    Rational omitted = coefficient.multiply(powerOfTwo(-(long) gain * terms));
    Rational last = before.multiply(powerOfTwo(-gain * (terms - 1L)));
    assertTrue(omitted.compareTo(unit) <= 0, terms + " terms leave out " + omitted);
    assertTrue(last.compareTo(unit) >= 0, terms + " terms, the last " + last);
  }

  /** At most 39 products of two digits and a carry fit a long with a bit to spare. */
  @Property(tries = 1)
  void aColumnOfProductsDoesNotOverflow() {
    BigInteger digit = BigInteger.valueOf(Digits.MASK);
    BigInteger column =
        digit.multiply(digit).multiply(BigInteger.valueOf(HornerSum.digits(MOST_BITS) + 1L));
    // a carry is at most a column shifted by a digit
    BigInteger sum = column.add(column.shiftRight(Digits.BITS - 1)).add(digit);
    assertTrue(sum.bitLength() <= 62);
  }
}
