package dev.zonal.arithmetic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Dyadic;
import dev.zonal.arithmetic.convolution.KroneckerSubstitution;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.BernoulliNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The bounds in doubles of docs/theory.md, section 10, against exact numbers. */
class SeriesBoundTest {
  private static final SchoolbookConvolution<Rational> EXACT =
      new SchoolbookConvolution<>(new RationalArithmetic());

  private static double[] some(Random random, int length, int spread) {
    return random
        .doubles(length)
        .map(x -> Math.scalb(1 + x, random.nextInt(2 * spread + 1) - spread))
        .toArray();
  }

  @Property(tries = 300)
  void aConvolutionIsRoundedUp(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int length) {
    double[] a = some(random, length, 3);
    double[] b = some(random, length, 3);
    double[] bounds = UpwardSum.convolution(a, b, 2 * length - 1);
    for (int n = 0; n < bounds.length; n++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = Math.max(0, n - length + 1); i <= Math.min(n, length - 1); i++) {
        sum = sum.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[n - i])));
      }
      assertTrue(new BigDecimal(bounds[n]).compareTo(sum) >= 0);
      assertTrue(bounds[n] <= sum.doubleValue() * (1 + 0x1p-44));
    }
  }

  /** Lemma 10.3: n + 2 roundings of the sum and one of the product with the factor. */
  @Example
  void theFactorOfASumMakesUpForAllItsRoundings() {
    for (int n : new int[] {0, 1, 100, 10_000, 1 << 20}) {
      BigDecimal kept = BigDecimal.ONE.subtract(new BigDecimal(0x1p-53));
      BigDecimal lost = kept.pow(n + 3, new MathContext(60));
      BigDecimal raised = new BigDecimal(UpwardSum.margin(n)).multiply(lost);
      assertTrue(raised.compareTo(BigDecimal.ONE) >= 0, "n = " + n);
    }
  }

  @Example
  void aRunningMaximumNeverFalls() {
    double[] maximum = UpwardSum.runningMaximum(new double[] {1, 3, 2, 5, 4});
    assertTrue(Arrays.equals(new double[] {1, 3, 3, 5, 5}, maximum));
  }

  @Property(tries = 300)
  void levelingAndItsUndoingAreRoundedUp(
      @ForAll Random random, @ForAll @IntRange(min = 6, max = 60) int length) {
    double[] a = some(random, length, 0);
    for (int i = 0; i < length; i++) {
      a[i] = a[i] * Math.pow(3, i);
    }
    Leveling leveling = Leveling.of(a, a, length);
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    double[] powers = leveling.approximate(ones);
    double[] level = leveling.apply(a);
    for (int n = 0; n < length; n++) {
      // a power may be off by n 2^-53
      BigDecimal greatest = new BigDecimal(powers[n]).multiply(new BigDecimal(1 + n * 0x1p-52));
      BigDecimal least = new BigDecimal(powers[n]).multiply(new BigDecimal(1 - n * 0x1p-53));
      BigDecimal exact = new BigDecimal(a[n]);
      assertTrue(new BigDecimal(level[n]).compareTo(greatest.multiply(exact)) >= 0);
      assertTrue(new BigDecimal(leveling.undo(a[n], n)).multiply(least).compareTo(exact) >= 0);
    }
  }

  /** What grows is made level, but by no more than powers that doubles hold. */
  @Property(tries = 200)
  void geometricGrowthIsLeveledAndDecayIsLeft(
      @ForAll @IntRange(min = -60, max = 60) int tenths,
      @ForAll @IntRange(min = 3, max = 90) int length,
      @ForAll boolean isFirst) {
    double rate = tenths / 10.0;
    double[] growing = new double[length];
    Arrays.setAll(growing, n -> -Math.pow(2, rate * n));
    double[] falling = new double[length];
    Arrays.setAll(falling, n -> Math.pow(2, (rate - 1) * n));
    Leveling leveling =
        isFirst ? Leveling.of(growing, falling, length) : Leveling.of(falling, growing, length);
    double kept = Math.max(0, Math.min(rate, 400.0 / length));
    double[] level = leveling.approximate(growing);
    for (int n = 0; n < length; n++) {
      assertEquals(-Math.pow(2, (rate - kept) * n), level[n], 1e-9 * Math.abs(level[n]));
    }
  }

  @Example
  void whatEndsOrBeginsWithZerosTellsNoRate() {
    double[] ends = {1, 9, 81, 729, 0, 0};
    double[] begins = {0, 0, 1, 9, 81, 729};
    double[] brief = {1, 9, 81, 729};
    double[] beyond = {1, 9, 81, 729, 6561, 59049, 1e99};
    for (double[] a : new double[][] {ends, begins, brief}) {
      assertTrue(Arrays.equals(a, Leveling.of(a, a, 6).approximate(a)));
    }
    assertEquals(1, Leveling.of(beyond, ends, 6).approximate(Arrays.copyOf(beyond, 6))[5], 1e-9);
  }

  private static Rational exact(double x) {
    return Rational.of(x);
  }

  @Property(tries = 300)
  void theMajorantOfAReciprocalExceedsThatOfEveryChoice(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 8) int length,
      @ForAll @IntRange(min = 5, max = 60) int accuracy,
      @ForAll boolean isConstant) {
    double[] f = some(random, length, 1);
    double[] errors = new double[length];
    Arrays.fill(errors, Math.scalb(1.0, -accuracy) / length);
    if (isConstant) {
      Arrays.fill(f, 1, length, 0);
      f[0] = 1;
    }
    double[] bounds;
    try {
      bounds = ReciprocalMajorant.of(f, errors, length);
    } catch (DomainException e) {
      assertTrue(accuracy < 30, "refused at " + accuracy);
      return;
    }
    for (int sign : new int[] {-1, 1}) {
      Rational[] chosen = new Rational[length];
      for (int i = 0; i < length; i++) {
        chosen[i] = exact(f[i]).add(exact(sign * errors[i]));
      }
      List<Rational> inverse = EXACT.quotient(List.of(Rational.ONE), List.of(chosen), length);
      for (int n = 0; n < length; n++) {
        Rational bound = exact(bounds[n]);
        Rational size = inverse.get(n).abs();
        assertTrue(bound.subtract(size).signum() >= 0, bounds[n] + " for " + size);
      }
    }
  }

  /** Of exact numbers whose terms cancel, so that only roundings are to be bounded. */
  @Property(tries = 1000)
  void theMajorantOfAReciprocalCoversItsOwnRoundings(
      @ForAll Random random,
      @ForAll @IntRange(min = 2, max = 9) int length,
      @ForAll @IntRange(min = -3, max = 3) int growth) {
    double[] f = new double[length];
    Arrays.setAll(f, i -> Math.scalb(2 * random.nextDouble() - 1, growth * i));
    f[0] = 0.5 + random.nextDouble() / 4;
    double[] bounds = ReciprocalMajorant.of(f, new double[length], length);
    List<Rational> terms = Arrays.stream(f).mapToObj(SeriesBoundTest::exact).toList();
    List<Rational> inverse = EXACT.quotient(List.of(Rational.ONE), terms, length);
    // what grows is leveled, what falls is not
    int rate = Math.max(0, growth);
    double greatest = 0;
    for (int n = 0; n < length; n++) {
      double size = Math.scalb(inverse.get(n).abs().doubleValue(), -rate * n);
      greatest = Math.max(greatest, size);
    }
    for (int n = 0; n < length; n++) {
      Rational size = inverse.get(n).abs();
      Rational excess = exact(bounds[n]).subtract(size);
      assertTrue(excess.signum() >= 0, bounds[n] + " for " + size);
      double scaled = Math.scalb(excess.doubleValue(), -rate * n);
      assertTrue(scaled <= 0x1p-30 * greatest * greatest, bounds[n] + " exceeds " + size);
    }
  }

  @Example
  void aSeriesTooUncertainForItsReciprocalIsRefused() {
    double[] one = {1, 0, 0, 0, 0};
    double[] errors = {0.11, 0.11, 0.11, 0.11, 0.11};
    assertThrows(DomainException.class, () -> ReciprocalMajorant.of(one, errors, 5));
    double[] tiny = {0x1p-600, 0x1p-600};
    assertThrows(DomainException.class, () -> ReciprocalMajorant.of(tiny, new double[] {0, 0}, 2));
  }

  private static Ball ball(long middle, long radius, int exponent) {
    return Ball.of(BigInteger.valueOf(middle), exponent, radius, exponent);
  }

  @Property(tries = 300)
  void whatAGridRoundsOffIsInTheRadius(
      @ForAll Random random,
      @ForAll @IntRange(min = -40, max = 40) int grid,
      @ForAll @IntRange(min = 0, max = 1 << 20) int radius) {
    Ball ball = ball(random.nextInt(), radius, 0);
    FixedPointSeries series = FixedPointSeries.of(List.of(ball), 1, grid, 0);
    Rational unit = new Dyadic(BigInteger.ONE, grid).toFraction();
    Rational r = exact(series.radii[0]).multiply(unit);
    Rational middle = Rational.of(series.mantissas[0]).multiply(unit);
    assertTrue(middle.subtract(r).subtract(ball.lower()).signum() <= 0);
    assertTrue(middle.add(r).subtract(ball.upper()).signum() >= 0);
    assertTrue(radius == 0 || series.radii[0] >= 0x1p-30);
    double size = series.sizes(3)[0];
    Rational mantissa = Rational.of(series.mantissas[0].abs()).divide(8);
    assertTrue(exact(size).subtract(mantissa).signum() >= 0);
    Ball back = FixedPointSeries.toBalls(series.mantissas, series.radii, 0, grid, 0).get(0);
    assertTrue(back.contains(ball));
  }

  /** A radius is added exactly where digits are cut off. */
  @Property(tries = 300)
  void whatTheGridHoldsIsExact(
      @ForAll @IntRange(min = -40, max = 40) int odd,
      @ForAll @IntRange(min = -9, max = 9) int exponent,
      @ForAll @IntRange(min = -9, max = 9) int grid) {
    Ball ball = Ball.exact(2L * odd + 1).shifted(exponent);
    FixedPointSeries series = FixedPointSeries.of(List.of(ball), 1, grid, 0);
    assertEquals(exponent >= grid ? 0 : 1, series.radii[0]);
    Ball even = Ball.exact(4 * (2L * odd + 1)).shifted(exponent - 2);
    assertEquals(series.radii[0], FixedPointSeries.of(List.of(even), 1, grid, 0).radii[0]);
    assertEquals(0, FixedPointSeries.of(List.of(Ball.exact(0)), 1, grid, 0).radii[0]);
    double value = series.approximations(3)[0];
    assertEquals(series.mantissas[0].doubleValue() / 8, value);
  }

  @Property(tries = 300)
  void sizesOfLongMantissasAreRoundedUp(
      @ForAll Random random, @ForAll @IntRange(min = 50, max = 300) int bits) {
    BigInteger mantissa = new BigInteger(bits, random).setBit(bits);
    FixedPointSeries series = FixedPointSeries.exact(new BigInteger[] {mantissa.negate()});
    Rational size = exact(series.sizes(bits)[0]);
    Rational exact = Rational.of(mantissa, BigInteger.ONE.shiftLeft(bits));
    assertTrue(size.subtract(exact).signum() >= 0);
    assertEquals(bits + 1, series.width());
  }

  @Example
  void radiiThatOverflowOrUnderflowAreRefusedOrRaised() {
    List<Ball> wide = List.of(ball(1, 1, 500));
    assertThrows(DomainException.class, () -> FixedPointSeries.of(wide, 1, 0, 0));
    List<Ball> narrow = List.of(ball(0, 1, -2000));
    assertTrue(FixedPointSeries.of(narrow, 1, 0, 0).radii[0] >= 0x1p-30);
    assertTrue(FixedPointSeries.lowered(1, 2000) > 0x1p-1000);
    assertEquals(0, FixedPointSeries.lowered(0, 3));
    BigInteger[] one = {BigInteger.ONE};
    double[] infinite = {Double.POSITIVE_INFINITY};
    assertThrows(DomainException.class, () -> FixedPointSeries.toBalls(one, infinite, 0, 0, 0));
  }

  @Property(tries = 200)
  void aProductOfWideBallsReachesAllItsCorners(
      @ForAll Random random, @ForAll @IntRange(min = 7, max = 20) int drop) {
    long middle = (1L << 40) + (random.nextLong() >>> 24);
    Ball a = ball(middle, middle >> drop, -40);
    Ball b = ball(3 * middle, middle >> 5, -40);
    BallConvolution convolution = new BallConvolution(BallArithmetic.ofBits(60));
    Ball product = convolution.product(List.of(a), List.of(b), 1).get(0);
    assertTrue(product.contains(a.upper().multiply(b.upper())));
    assertTrue(product.contains(a.lower().multiply(b.lower())));
  }

  /** Coefficients of the greatest size and every sign, where the packed digits are all but full. */
  @Property(tries = 300)
  void packedProductsOfTheLargestCoefficientsDoNotOverlap(
      @ForAll @IntRange(min = 1, max = 20) int terms,
      @ForAll @IntRange(min = 1, max = 40) int left,
      @ForAll @IntRange(min = 1, max = 40) int right,
      @ForAll boolean isNegative) {
    BigInteger[] a = new BigInteger[terms];
    BigInteger[] b = new BigInteger[terms];
    Arrays.fill(a, BigInteger.ONE.shiftLeft(left).subtract(BigInteger.ONE));
    Arrays.fill(b, BigInteger.ONE.shiftLeft(right).subtract(BigInteger.ONE));
    if (isNegative) {
      Arrays.setAll(b, i -> b[i].negate());
    }
    BigInteger[] product = KroneckerSubstitution.product(a, b, 2 * terms - 1);
    for (int n = 0; n < product.length; n++) {
      int count = Math.min(n, 2 * terms - 2 - n) + 1;
      assertEquals(a[0].multiply(b[0]).multiply(BigInteger.valueOf(count)), product[n]);
    }
  }

  private static BigInteger[] leading(BigInteger first, int length) {
    BigInteger[] integers = new BigInteger[length];
    Arrays.fill(integers, BigInteger.ZERO);
    integers[0] = first;
    return integers;
  }

  private static BigInteger power(int exponent) {
    return BigInteger.ONE.shiftLeft(exponent);
  }

  /** Theorem 10.6 where everything is one: r/2 to first order, r times the contraction beyond. */
  @Property(tries = 100)
  void theErrorOfARootIsThatOfItsTheorem(
      @ForAll @IntRange(min = 1, max = 12) int length,
      @ForAll @IntRange(min = 1, max = 999) int thousandths) {
    double r = Math.rint(thousandths * 0x1p20 / 1000) * 0x1p-20;
    Ball one = Ball.of(BigInteger.ONE, 0, (long) (r * 0x1p20), -20);
    FixedPointSeries radicand = FixedPointSeries.of(List.of(one), 1, -40, 0);
    BigInteger[] root = leading(power(40), length);
    BigInteger[] remainders = leading(BigInteger.ZERO, length);
    double contraction = length * r / 2;
    if (contraction >= 0.5) {
      assertThrows(DomainException.class, () -> RootError.radii(radicand, 40, root, remainders));
      return;
    }
    double[] radii = RootError.radii(radicand, 40, root, remainders);
    for (int n = 0; n < length; n++) {
      double expected = (n == 0 ? r / 2 : 0) + r * contraction;
      assertEquals(expected, radii[n] * 0x1p-40, 1e-9);
      assertTrue(radii[n] * 0x1p-40 >= expected);
    }
    // a remainder of five units of the square, divided by twice the root, and all but no second
    BigInteger[] five = leading(power(40).multiply(BigInteger.valueOf(5)), length);
    FixedPointSeries exact = FixedPointSeries.of(List.of(Ball.exact(1)), 1, -40, 0);
    assertEquals(2.5, RootError.radii(exact, 40, root, five)[0], 1e-9);
  }

  /** Theorem 10.5 where b is one number: (remainder + radius(a) + radius(b) |q|)(1 + 2 r)/b. */
  @Property(tries = 100)
  void theErrorOfAQuotientIsThatOfItsTheorem(
      @ForAll @IntRange(min = 1, max = 9) int ofDividend,
      @ForAll @IntRange(min = 1, max = 9) int ofDivisor,
      @ForAll @IntRange(min = 1, max = 9) int remainder,
      @ForAll @IntRange(min = 20, max = 60) int shift,
      @ForAll @IntRange(min = 1, max = 4) int length) {
    Ball a = Ball.of(power(50), 0, ofDividend, 0);
    Ball b = Ball.of(BigInteger.ONE, 0, ofDivisor, -40);
    FixedPointSeries dividend = FixedPointSeries.of(List.of(a), 1, 0, 0);
    FixedPointSeries divisor = FixedPointSeries.of(List.of(b), 1, -40, 0);
    BigInteger[] quotient = leading(power(10 + shift), length);
    // as large as the other two
    long unit = 1L << 20;
    BigInteger[] remainders =
        leading(power(shift).multiply(BigInteger.valueOf(remainder * unit)), length);
    double[] radii = QuotientError.radii(dividend, shift, divisor, quotient, remainders);
    double expected =
        Math.scalb(remainder * (double) unit + ofDividend, shift - 40)
            + Math.scalb((double) ofDivisor, shift - 30);
    assertEquals(1, radii[0] / expected, 1e-9);
    assertTrue(radii[0] >= expected);
  }

  /** sum of C(n+1, j) B_j = 0 over j = 0..n, with B_0 = 1 and B_1 = -1/2. */
  @Example
  void theBernoulliNumbersObeyTheirRecurrence() {
    List<Rational> bernoulli = BernoulliNumbers.even(12);
    for (int n = 2; n <= 24; n += 2) {
      Rational sum = Rational.ONE.subtract(Rational.of(n + 1, 2));
      BigInteger binomial = BigInteger.valueOf((n + 1L) * n / 2);
      for (int j = 2; j <= n; j += 2) {
        sum = sum.add(bernoulli.get(j / 2 - 1).multiply(binomial));
        binomial =
            binomial
                .multiply(BigInteger.valueOf((n + 1L - j) * (n - j)))
                .divide(BigInteger.valueOf((j + 1L) * (j + 2)));
      }
      assertEquals(0, sum.signum(), "B_" + n);
    }
  }
}
