package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Proposition 3.11 with so few terms that its remainder is seen. */
class GammaFunctionTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  /** |B_2|, |B_4|, ... */
  private static final Rational[] BERNOULLI = {
    Rational.of(1, 6),
    Rational.of(1, 30),
    Rational.of(1, 42),
    Rational.of(1, 30),
    Rational.of(5, 66),
    Rational.of(691, 2730)
  };

  private static Rational factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return Rational.of(product);
  }

  /** log Gamma(half / 2) by factorials; Gamma(n + 1/2) = (2n)! sqrt(pi) / (4^n n!). */
  private static Ball logGamma(int half) {
    int n = half / 2;
    if (half % 2 == 0) {
      return OVER.log(OVER.of(factorial(n - 1)));
    }
    Rational quotient = factorial(2 * n).divide(factorial(n)).divide(Rational.of(4).pow(n));
    return OVER.add(OVER.log(OVER.of(quotient)), OVER.log(OVER.pi()).shifted(-1));
  }

  @Property
  void theFirstTermLeftOutIsTheRadius(
      @ForAll @IntRange(min = 1, max = 16) int half,
      @ForAll @IntRange(min = 1, max = 6) int first) {
    Rational x = Rational.of(half, 2);
    Ball sum = GammaFunction.stirling(OVER, x, GammaFunction.coefficients(first));
    assertTrue(sum.contains(logGamma(half)), () -> sum + " for log Gamma at " + x);
    Rational omitted =
        BERNOULLI[first - 1]
            .divide(Rational.of(2L * first * (2L * first - 1)))
            .divide(x.pow(2 * first - 1));
    Rational beyond = sum.radius().upper().subtract(omitted);
    assertTrue(beyond.signum() >= 0, () -> sum + " leaves out " + omitted);
    assertTrue(beyond.compareTo(omitted.divide(1000)) < 0, () -> sum + " leaves out " + omitted);
  }

  @Property
  void fewBitsHoldWhatManyBitsHold(
      @ForAll @IntRange(min = 8, max = 40) int bits,
      @ForAll @IntRange(min = 1, max = 200) int sevenths) {
    Rational x = Rational.of(sevenths, 7);
    GammaFunction coarse = new GammaFunction(BallArithmetic.ofBits(bits));
    GammaFunction fine = new GammaFunction(BallArithmetic.ofBits(300));
    assertTrue(coarse.gamma(x).contains(fine.gamma(x)), () -> "Gamma at " + x);
    assertTrue(coarse.logGamma(x).contains(fine.logGamma(x)), () -> "log Gamma at " + x);
  }

  /** The coefficients that are kept are exact: what was asked before changes no bit. */
  @Property(tries = 50)
  void whatWasAskedBeforeChangesNothing(
      @ForAll @IntRange(min = 8, max = 400) int bits,
      @ForAll @IntRange(min = 1, max = 1000) int half,
      @ForAll @IntRange(min = 1, max = 1_000_000) int before) {
    BallArithmetic over = BallArithmetic.ofBits(bits);
    GammaFunction used = new GammaFunction(over);
    used.logGamma(Rational.of(before, 3));
    used.gamma(Rational.of(1, 3));
    Rational x = Rational.of(half, 2);
    assertEquals(
        new GammaFunction(over).logGamma(x).toString(), used.logGamma(x).toString(), x::toString);
  }

  /** What is lost to the size of x log x is made up for. */
  @Property(tries = 50)
  void aQuotientAtLargeArgumentsIsAsAccurateAsItsPrecision(
      @ForAll @IntRange(min = 1, max = 200) int magnitude,
      @ForAll @IntRange(min = 30, max = 200) int bits) {
    GammaFunction gamma = new GammaFunction(BallArithmetic.ofBits(bits));
    Rational x = Rational.of(BigInteger.ONE.shiftLeft(magnitude)).add(Rational.of(1, 3));
    Ball quotient = gamma.ratio(x.add(2), x);
    assertTrue(quotient.contains(x.multiply(x.add(1))), () -> quotient + " at " + x);
    assertTrue(quotient.accuracyBits() > bits - 5, () -> quotient + " at " + x);
  }

  /** The steps end where x is a quarter of the bits and eight. */
  @Property(tries = 200)
  void anArgumentIsShiftedToAQuarterOfTheBits(
      @ForAll @IntRange(min = 8, max = 400) int bits,
      @ForAll @IntRange(min = -900, max = 900) int thirds) {
    Rational x = Rational.of(thirds, 3);
    int least = bits / 4 + 8;
    int floor = Math.floorDiv(thirds, 3);
    assertEquals(Math.max(0, least - floor), GammaFunction.shift(x, bits));
    Rational far = Rational.of(BigInteger.ONE.shiftLeft(60 + bits));
    assertEquals(0, GammaFunction.shift(far, bits));
    assertThrows(DomainException.class, () -> GammaFunction.shift(far.negate(), bits));
  }

  /** Half as many terms would not reach the bits, and a few more than there are do. */
  @Property(tries = 100)
  void thereAreAsManyTermsAsTheBitsNeed(
      @ForAll @IntRange(min = 60, max = 400) int bits, @ForAll @IntRange(max = 6) int more) {
    Rational x = Rational.of(bits / 4 + 8L).shifted(more);
    int count = GammaFunction.terms(bits, x.floor().bitLength() - 1);
    assertTrue(term(count, x).binaryOrder() < 16 - bits, count + " terms");
    assertTrue(term(count / 2, x).binaryOrder() > 4 - bits, count + " terms");
  }

  private static Ball term(int k, Rational x) {
    Rational coefficient = GammaFunction.coefficients(k).get(k - 1);
    return OVER.of(coefficient.divide(x.pow(2 * k - 1)));
  }
}
