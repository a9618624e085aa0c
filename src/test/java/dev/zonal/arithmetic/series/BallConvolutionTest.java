package dev.zonal.arithmetic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.convolution.KroneckerSubstitution;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BallConvolutionTest {
  private static final RationalArithmetic RATIONALS = new RationalArithmetic();
  private static final SchoolbookConvolution<Rational> EXACT =
      new SchoolbookConvolution<>(RATIONALS);

  /** Exact coefficients and balls around them, whose midpoints are off by up to the radius. */
  private record Sample(List<Rational> exact, List<Ball> balls) {
    static Sample of(Random random, int length, int growth, int accuracy) {
      List<Rational> exact = new ArrayList<>();
      List<Ball> balls = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        BigInteger numerator = new BigInteger(40, random).subtract(BigInteger.ONE.shiftLeft(39));
        Rational value =
            Rational.of(numerator, BigInteger.ONE.shiftLeft(40)).multiply(power(growth * i));
        if (i == 0) {
          value = Rational.of(1 + random.nextInt(8));
        }
        add(random, value, accuracy, exact, balls);
      }
      return new Sample(exact, balls);
    }

    private static void add(
        Random random, Rational value, int accuracy, List<Rational> exact, List<Ball> balls) {
      long spread = (1L << 30) - random.nextInt(1 << 30);
      Rational offset =
          Rational.of(random.nextLong() % (spread + 1)).multiply(power(-30 - accuracy));
      BallArithmetic over = BallArithmetic.ofBits(400);
      Ball midpoint = over.of(value.add(offset));
      exact.add(value);
      balls.add(midpoint.inflate(over.of(Rational.of(spread).multiply(power(-30 - accuracy)))));
    }

    private static Rational power(int exponent) {
      return exponent >= 0
          ? Rational.of(BigInteger.ONE.shiftLeft(exponent))
          : Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(-exponent));
    }
  }

  private static void assertContained(List<Rational> exact, List<Ball> balls) {
    assertEquals(exact.size(), balls.size());
    for (int n = 0; n < exact.size(); n++) {
      assertTrue(balls.get(n).contains(exact.get(n)), "coefficient of x^" + n);
    }
  }

  @Property(tries = 300)
  void theProductContainsTheProductOfEveryChoice(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int length,
      @ForAll @IntRange(min = -3, max = 3) int growth,
      @ForAll @IntRange(min = 4, max = 200) int accuracy) {
    Random random = new Random(seed);
    Sample a = Sample.of(random, length, growth, accuracy);
    Sample b = Sample.of(random, 1 + random.nextInt(30), growth - 1, accuracy);
    BallConvolution convolution = new BallConvolution(BallArithmetic.ofBits(100));
    assertContained(EXACT.product(a.exact, b.exact, 40), convolution.product(a.balls, b.balls, 40));
    assertContained(EXACT.product(a.exact, a.exact, 40), convolution.product(a.balls, a.balls, 40));
  }

  @Property(tries = 300)
  void theQuotientContainsTheQuotientOfEveryChoice(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 16) int length,
      @ForAll @IntRange(min = -3, max = 3) int growth,
      @ForAll @IntRange(min = 4, max = 200) int accuracy) {
    Random random = new Random(seed);
    Sample a = Sample.of(random, length, growth, accuracy);
    Sample b = Sample.of(random, 1 + random.nextInt(16), growth, accuracy);
    BallConvolution convolution = new BallConvolution(BallArithmetic.ofBits(100));
    assertContained(
        EXACT.quotient(a.exact, b.exact, 16), convolution.quotient(a.balls, b.balls, 16));
  }

  @Property(tries = 300)
  void theRootContainsTheRootOfEveryChoice(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int length,
      @ForAll @IntRange(min = -3, max = 3) int growth,
      @ForAll @IntRange(min = 4, max = 200) int accuracy) {
    Random random = new Random(seed);
    Sample root = Sample.of(random, length, growth, 300);
    List<Rational> exact = new ArrayList<>();
    List<Ball> balls = new ArrayList<>();
    for (Rational value : EXACT.product(root.exact, root.exact, 12)) {
      Sample.add(random, value, accuracy, exact, balls);
    }
    BallConvolution convolution = new BallConvolution(BallArithmetic.ofBits(100));
    assertContained(EXACT.root(exact, 12), convolution.root(balls, 12));
  }

  @Property(tries = 200)
  void kroneckerSubstitutionGivesTheSchoolbookProduct(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int terms,
      @ForAll @IntRange(min = 1, max = 200) int bits) {
    Random random = new Random(seed);
    BigInteger[] a = integers(random, terms, bits);
    BigInteger[] b = integers(random, 1 + random.nextInt(20), 1 + random.nextInt(200));
    int length = 1 + random.nextInt(a.length + b.length - 1);
    BigInteger[] packed = KroneckerSubstitution.product(a, b, length);
    for (int n = 0; n < length; n++) {
      BigInteger sum = BigInteger.ZERO;
      for (int i = Math.max(0, n - b.length + 1); i <= Math.min(n, a.length - 1); i++) {
        sum = sum.add(a[i].multiply(b[n - i]));
      }
      assertEquals(sum, packed[n], "coefficient of x^" + n);
    }
  }

  private static BigInteger[] integers(Random random, int length, int bits) {
    BigInteger[] integers = new BigInteger[length];
    for (int i = 0; i < length; i++) {
      BigInteger size = new BigInteger(random.nextInt(bits + 1), random);
      integers[i] = random.nextBoolean() ? size : size.negate();
    }
    return integers;
  }

  @Test
  void longProductsContainTheExactOneAndLoseFewBits() {
    Random random = new Random(7);
    Sample a = Sample.of(random, 300, 0, 150);
    Sample b = Sample.of(random, 300, 0, 150);
    BallConvolution convolution = new BallConvolution(BallArithmetic.ofBits(150));
    List<Ball> product = convolution.product(a.balls, b.balls, 300);
    assertContained(EXACT.product(a.exact, b.exact, 300), product);
    assertTrue(product.get(299).radius().binaryOrder() < -150 + 12);
  }

  /** 1 + x + x^2, whose reciprocal has the coefficients 1, -1, 0, while 1/(1 - x - x^2) grows. */
  private static List<Ball> cyclotomic(BallArithmetic over) {
    Ball error = over.of(Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(100)));
    Ball one = over.of(1).inflate(error);
    return List.of(one, one, one);
  }

  @Test
  void theRadiiOfAQuotientDoNotGrowWithTheRecurrence() {
    BallArithmetic over = BallArithmetic.ofBits(100);
    List<Ball> divisor = cyclotomic(over);
    List<Ball> one = List.of(over.of(1));
    List<Ball> quotient = new BallConvolution(over).quotient(one, divisor, 400);
    assertTrue(quotient.get(399).contains(Rational.ONE));
    assertTrue(quotient.get(399).radius().binaryOrder() < -80);
    // those of the arithmetic of balls itself do
    SchoolbookConvolution<Ball> recurrence = new SchoolbookConvolution<>(over);
    assertTrue(recurrence.quotient(one, divisor, 400).get(399).radius().binaryOrder() > 100);
  }

  @Test
  void theRadiiOfARootDoNotGrowWithTheRecurrence() {
    BallArithmetic over = BallArithmetic.ofBits(100);
    BallConvolution convolution = new BallConvolution(over);
    List<Ball> base = cyclotomic(over);
    List<Ball> root = convolution.root(convolution.product(base, base, 5), 300);
    assertTrue(root.get(2).contains(Rational.ONE) && root.get(299).contains(Rational.ZERO));
    for (Ball coefficient : root) {
      assertTrue(coefficient.radius().binaryOrder() < -80, coefficient::toString);
    }
  }

  @Test
  void aDivisorThatMayVanishIsRefused() {
    BallArithmetic over = BallArithmetic.ofBits(60);
    Ball wide = over.of(1).inflate(over.of(2));
    BallConvolution convolution = new BallConvolution(over);
    List<Ball> one = List.of(over.of(1));
    assertRefused(
        "a division by what may vanish", () -> convolution.quotient(one, List.of(wide), 5));
    assertRefused(
        "a square root of what may not be positive", () -> convolution.root(List.of(wide), 5));
  }

  private static void assertRefused(String why, Executable convolution) {
    String message = assertThrows(DomainException.class, convolution).getMessage();
    assertTrue(message.contains(why), message);
  }

  /** It rounds to zero there, and the arithmetic of balls itself takes over. */
  @Test
  void aFirstCoefficientBelowTheGridStillDividesAndHasARoot() {
    BallConvolution convolution = new BallConvolution(BallArithmetic.ofBits(60));
    Ball tiny = Ball.exact(1).shifted(-400);
    List<Ball> a = List.of(tiny, Ball.exact(1));
    assertTrue(convolution.quotient(a, a, 3).get(0).contains(Rational.ONE));
    assertTrue(convolution.root(a, 3).get(0).contains(tiny.shifted(200)));
  }

  @Test
  void onlyTheExactZeroIsZeroAndNothingTimesAnythingIsNothing() {
    BallConvolution convolution = new BallConvolution(BallArithmetic.ofBits(60));
    assertTrue(convolution.isZero(Ball.exact(0)));
    assertFalse(convolution.isZero(Ball.exact(1)));
    assertFalse(convolution.isZero(Ball.of(BigInteger.ZERO, 0, 1, -300)));
    List<Ball> one = List.of(Ball.exact(1));
    assertEquals(List.of(), convolution.product(one, List.of(), 5));
    assertEquals(List.of(), convolution.product(List.of(), one, 5));
  }

  /** The radii grow by half a bit a term, which no grid follows. */
  @Test
  void radiiBeyondTheGridAreMultipliedInBalls() {
    BallConvolution convolution = new BallConvolution(BallArithmetic.ofBits(60));
    List<Ball> wide = new ArrayList<>();
    for (int i = 0; i < 1100; i++) {
      wide.add(Ball.of(BigInteger.ZERO, 0, 1, (long) (0.49 * i)));
    }
    List<Ball> product = convolution.product(wide, List.of(Ball.exact(3)), wide.size());
    assertEquals(wide.size(), product.size());
    for (int i = 0; i < wide.size(); i++) {
      Ball exact = Ball.of(BigInteger.ZERO, 0, 3, (long) (0.49 * i));
      assertTrue(product.get(i).contains(exact));
      assertTrue(exact.shifted(1).contains(product.get(i)));
    }
  }
}
