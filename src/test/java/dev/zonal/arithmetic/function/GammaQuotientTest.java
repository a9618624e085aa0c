package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Quotients of Gammas at halves of integers, exact and in balls, and the series beside them. */
class GammaQuotientTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(120);

  /** Gamma(twice/2) = rational sqrt(pi)^odd, by Gamma(x + 1) = x Gamma(x). */
  private static Rational gamma(int twice) {
    boolean isEven = twice % 2 == 0;
    Rational value = Rational.ONE;
    for (int t = isEven ? 2 : 1; t < twice; t += 2) {
      value = value.multiply(Rational.of(t, 2));
    }
    for (int t = 1; t > twice && !isEven; t -= 2) {
      value = value.divide(Rational.of(t - 2, 2));
    }
    return value;
  }

  private static boolean isPole(int twice) {
    return twice <= 0 && twice % 2 == 0;
  }

  private static void assertNear(Ball expected, Ball actual) {
    assertTrue(expected.overlaps(actual), () -> actual + " is not " + expected);
    assertTrue(actual.isExact() || actual.accuracyBits() > 100, actual::toString);
  }

  @Property(tries = 300)
  void aQuotientOfGammasIsThatOfTheRecurrence(
      @ForAll @IntRange(min = -9, max = 60) int a,
      @ForAll @IntRange(min = -9, max = 60) int b,
      @ForAll @IntRange(min = -9, max = 9) int twos) {
    if (isPole(a) || isPole(b)) {
      int pole = isPole(a) ? a : b;
      assertThrows(ArithmeticException.class, () -> GammaQuotient.ONE.gamma(pole));
      assertThrows(ArithmeticException.class, () -> GammaQuotient.ONE.dividedByGamma(pole));
      return;
    }
    GammaQuotient quotient = GammaQuotient.ONE.gamma(a).dividedByGamma(b).timesPowerOfTwo(twos);
    Rational expected = gamma(a).divide(gamma(b)).shifted(twos);
    int sqrtPis = Math.floorMod(a, 2) - Math.floorMod(b, 2);
    GammaQuotient even = quotient.timesPowerOfSqrtPi(-sqrtPis);
    assertEquals(PiRational.of(expected), even.exact());
    assertTrue(even.isWritable());
    assertNear(OVER.of(expected), even.in(OVER));
    Ball half = OVER.power(OVER.pi(), Rational.of(sqrtPis, 2));
    assertNear(OVER.scale(half, expected), quotient.in(OVER));
    assertEquals(sqrtPis == 0, quotient.isWritable());
    assertTrue(quotient.isShort());
    if (sqrtPis != 0) {
      assertThrows(ArithmeticException.class, quotient::exact);
    }
    assertEquals(new PiRational(expected, 3), even.timesPowerOfSqrtPi(6).exact());
  }

  @Property(tries = 300)
  void aRisingFactorialIsTheProductOfItsFactors(
      @ForAll @IntRange(min = -12, max = 12) int twice,
      @ForAll @IntRange(min = 0, max = 90) int n) {
    Rational product = Rational.ONE;
    for (int i = 0; i < n; i++) {
      product = product.multiply(Rational.of(twice + 2 * i, 2));
    }
    if (product.isZero()) {
      assertThrows(ArithmeticException.class, () -> GammaQuotient.ONE.rising(twice, n));
      return;
    }
    GammaQuotient rising = GammaQuotient.ONE.rising(twice, n);
    assertEquals(PiRational.of(product), rising.exact());
    assertEquals(n, rising.factors());
    GammaQuotient one = rising.dividedByRising(twice, n);
    assertEquals(PiRational.of(Rational.ONE), one.exact());
    assertNear(OVER.of(product), rising.in(OVER));
    assertNear(OVER.of(product.reciprocal()), GammaQuotient.ONE.dividedByRising(twice, n).in(OVER));
  }

  /** From 4096 factors on by two Gammas, the negative odd factors apart. */
  @Property(tries = 12)
  void longProductsAreQuotientsOfGammas(
      @ForAll @IntRange(min = -31, max = 31) int twice,
      @ForAll @IntRange(min = 4000, max = 4400) int n) {
    int odd = 2 * (twice / 2) + 1;
    GammaQuotient rising = GammaQuotient.ONE.rising(odd, n);
    Ball product = rising.in(OVER);
    assertNear(OVER.of(rising.exact().rational().orElseThrow()), product);
    assertFalse(rising.isShort() || rising.isWritable());
  }

  @Example
  void whatIsLongOrHasManyTwosIsNotWrittenDown() {
    assertTrue(GammaQuotient.ONE.rising(1, 1000).dividedByRising(3, 1000).isShort());
    assertFalse(GammaQuotient.ONE.rising(1, 1001).dividedByRising(3, 1000).isShort());
    assertTrue(GammaQuotient.ONE.timesPowerOfTwo(2000).isShort());
    assertFalse(GammaQuotient.ONE.timesPowerOfTwo(-2001).isShort());
  }

  /** (1 - z)^-a, whose coefficients are rising factorials over factorials. */
  @Property(tries = 200)
  void binomialCoefficientsAreThoseOfTheirProducts(
      @ForAll @IntRange(min = 0, max = 20) int p,
      @ForAll @IntRange(min = 1, max = 6) int q,
      @ForAll @IntRange(min = 0, max = 30) int last) {
    Rational a = Rational.of(p, q);
    List<Ball> coefficients = BinomialSeries.coefficients(OVER, a, last);
    assertEquals(last + 1, coefficients.size());
    List<Ball> halves = BinomialSeries.coefficients(OVER, p, last);
    Rational expected = Rational.ONE;
    Rational ofHalf = Rational.ONE;
    for (int j = 0; j <= last; j++) {
      assertNear(OVER.of(expected), coefficients.get(j));
      assertTrue(coefficients.get(j).contains(expected));
      assertTrue(halves.get(j).contains(ofHalf));
      expected = expected.multiply(a.add(j)).divide(j + 1);
      ofHalf = ofHalf.multiply(Rational.of(p, 2).add(j)).divide(j + 1);
    }
  }

  /** (Gamma(n + 1/2)/Gamma(n + 1))^2 = pi (C(2n, n)/4^n)^2. */
  @Property(tries = 60)
  void wallissRatioIsThatOfTheCentralBinomial(@ForAll @IntRange(min = 60, max = 4000) int n) {
    PiRational exact =
        GammaQuotient.ONE
            .gamma(2L * n + 1)
            .gamma(2L * n + 1)
            .dividedByGamma(2L * n + 2)
            .dividedByGamma(2L * n + 2)
            .exact();
    assertEquals(1, exact.power());
    Ball expected = exact.in(BallArithmetic.ofBits(300));
    Ball square = WallisRatio.square(OVER, n);
    assertTrue(square.contains(expected), () -> square + " without " + expected);
    assertTrue(square.accuracyBits() > 110, square::toString);
  }

  /** Cut off early, so that the bound of the rest is seen. */
  @Property(tries = 100)
  void theRestOfGausssSumIsBounded(
      @ForAll @IntRange(min = 3, max = 400) int n, @ForAll @IntRange(min = 1, max = 30) int bits) {
    Ball rough = WallisRatio.gaussSum(OVER, n, -bits);
    // (Gamma(n+1)/Gamma(n+1/2))^2/n
    Ball square = GammaQuotient.ONE.gamma(2L * n + 2).dividedByGamma(2L * n + 1).in(OVER);
    Ball exact = OVER.divide(OVER.square(square), OVER.of(n));
    assertTrue(rough.overlaps(exact), () -> rough + " is not " + exact);
    assertTrue(rough.radius().toDouble() <= Math.scalb(3.0, -bits) * (1 + 40.0 * bits / n));
  }
}
