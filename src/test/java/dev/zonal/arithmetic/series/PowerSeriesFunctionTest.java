package dev.zonal.arithmetic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Functions of series that do not begin at zero, of short polynomials, and what is exact. */
class PowerSeriesFunctionTest {
  private static final int ORDER = 10;
  private static final RationalArithmetic RATIONALS = new RationalArithmetic();
  private static final PowerSeriesArithmetic<Rational> SERIES =
      PowerSeriesArithmetic.over(RATIONALS, ORDER);
  private static final BallArithmetic NUMBERS = BallArithmetic.ofBits(128);
  private static final PowerSeriesArithmetic<Ball> BALLS =
      PowerSeriesArithmetic.overBalls(NUMBERS, ORDER);

  /** Sines whose cosines are rational. */
  private static final List<Rational> SINES =
      List.of(Rational.ZERO, Rational.of(3, 5), Rational.of(-4, 5), Rational.of(5, 13));

  /** start + c_0 x^step + c_1 x^(2 step) + ... */
  private static PowerSeries<Rational> polynomial(
      Rational start, List<Integer> coefficients, int step) {
    PowerSeries<Rational> power = SERIES.power(SERIES.variable(Rational.ONE), step);
    PowerSeries<Rational> sum = SERIES.constant(Rational.ZERO);
    for (int i = coefficients.size() - 1; i >= 0; i--) {
      PowerSeries<Rational> term = SERIES.constant(Rational.of(coefficients.get(i), 3));
      sum = SERIES.multiply(power, SERIES.add(term, sum));
    }
    return SERIES.add(SERIES.constant(start), sum);
  }

  private static void assertEqual(PowerSeries<Rational> expected, PowerSeries<Rational> actual) {
    assertTrue(actual.order() >= ORDER - 1, actual::toString);
    for (int n = 0; n < Math.min(expected.order(), actual.order()); n++) {
      assertEquals(expected.coefficient(n), actual.coefficient(n), "coefficient of x^" + n);
    }
  }

  /** By the recurrence of Lemma 10.7 where 1 - a^2 has few terms, by a root where it has many. */
  @Property(tries = 200)
  void theSlopeOfTheArcSineIsTheReciprocalOfItsCosine(
      @ForAll @IntRange(max = 3) int sine,
      @ForAll @Size(max = 3) List<@IntRange(min = -3, max = 3) Integer> coefficients,
      @ForAll @IntRange(min = 1, max = 3) int step) {
    PowerSeries<Rational> a = polynomial(SINES.get(sine), coefficients, step);
    PowerSeries<Rational> one = SERIES.constant(Rational.ONE);
    PowerSeries<Rational> slope = SERIES.asinSlope(a);
    PowerSeries<Rational> rest = SERIES.subtract(one, SERIES.square(a));
    assertTrue(slope.coefficient(0).signum() > 0);
    assertEqual(one, SERIES.multiply(SERIES.square(slope), rest));
    assertEqual(SERIES.multiply(slope, SERIES.square(slope)), SERIES.asinSlopeCubed(a));
    assertSame(slope, SERIES.asinSlope(a));
  }

  @Property(tries = 100)
  void theArcSineHasTheSameSlopeBeforeAndAfterTheSlopeIsAskedFor(
      @ForAll @Size(max = 3) List<@IntRange(min = -3, max = 3) Integer> coefficients,
      @ForAll @IntRange(min = 1, max = 3) int step) {
    PowerSeries<Rational> a = polynomial(Rational.ZERO, coefficients, step);
    PowerSeries<Rational> before = SERIES.asin(a);
    assertEqual(
        SERIES.derivative(before), SERIES.multiply(SERIES.derivative(a), SERIES.asinSlope(a)));
    assertEqual(before, SERIES.asin(a));
    assertEqual(a, SERIES.sin(before));
  }

  /** There 1 - a^2 vanishes. */
  @Property(tries = 20)
  void theArcSineHasNoSlopeAtOne(
      @ForAll @Size(min = 1, max = 1) List<@IntRange(min = -3, max = -1) Integer> coefficients,
      @ForAll @IntRange(min = 1, max = 4) int step) {
    PowerSeries<Rational> a = polynomial(Rational.ONE, coefficients, step);
    assertThrows(DomainException.class, () -> SERIES.asinSlope(a));
    assertThrows(DomainException.class, () -> SERIES.asinSlopeCubed(a));
    assertThrows(DomainException.class, () -> SERIES.asinSlope(SERIES.constant(Rational.ONE)));
  }

  private static PowerSeries<Ball> angle(int percent) {
    PowerSeries<Ball> x = BALLS.variable(NUMBERS.of(Rational.of(1, 7)));
    return BALLS.add(BALLS.constant(NUMBERS.of(Rational.of(percent, 100))), x);
  }

  /** The same to a hundred bits and more, as far as both are to be known. */
  private static void assertClose(PowerSeries<Ball> expected, PowerSeries<Ball> actual) {
    assertEquals(expected.order(), actual.order());
    for (int n = 0; n < actual.order(); n++) {
      Ball difference = NUMBERS.subtract(expected.coefficient(n), actual.coefficient(n));
      assertTrue(difference.containsZero(), "x^" + n + ": " + difference);
      assertTrue(difference.binaryOrder() < -100, "x^" + n + ": " + difference);
    }
  }

  @Property(tries = 40)
  void anglesAreFoundFromTheirSinesAndCosines(@ForAll @IntRange(min = 0, max = 150) int percent) {
    PowerSeries<Ball> theta = angle(percent);
    assertClose(theta, BALLS.acuteAngle(BALLS.sin(theta), BALLS.cos(theta)));
    assertClose(theta, BALLS.asin(BALLS.sin(theta)));
  }

  /** The sine is stationary there, and the cosine is not. */
  @Example
  void theAngleIsFoundWhereItIsRight() {
    PowerSeries<Ball> x = angle(0);
    PowerSeries<Ball> right = BALLS.scale(BALLS.pi(), Rational.of(1, 2));
    assertClose(BALLS.subtract(right, x), BALLS.acuteAngle(BALLS.cos(x), BALLS.sin(x)));
  }

  @Property(tries = 20)
  void theDefectOfAnyAngleTimesItsVersineIsSineMinusAngleTimesCosine(
      @ForAll @IntRange(min = 0, max = 300) int percent) {
    PowerSeries<Ball> theta = angle(percent);
    PowerSeries<Ball> half = BALLS.scale(theta, Rational.of(1, 2));
    PowerSeries<Ball> sine = BALLS.sin(half);
    PowerSeries<Ball> defect = BALLS.arcCosineDefect(theta, sine, BALLS.cos(half));
    PowerSeries<Ball> versine = BALLS.scale(BALLS.square(sine), Rational.of(4));
    PowerSeries<Ball> expected =
        BALLS.subtract(BALLS.sin(theta), BALLS.multiply(theta, BALLS.cos(theta)));
    PowerSeries<Ball> product = BALLS.multiply(defect, versine);
    assertTrue(product.order() >= ORDER);
    for (int n = 0; n < ORDER; n++) {
      Ball difference = NUMBERS.subtract(expected.coefficient(n), product.coefficient(n));
      assertTrue(difference.containsZero(), "x^" + n + ": " + difference);
      assertTrue(difference.binaryOrder() < -90, "x^" + n + ": " + difference);
    }
  }

  @Property(tries = 200)
  void theSmallerOfTwoVanishesFasterOrHasTheSmallerValue(
      @ForAll @IntRange(max = 3) int i,
      @ForAll @IntRange(max = 3) int j,
      @ForAll @IntRange(min = 1, max = 3) int left,
      @ForAll @IntRange(min = 1, max = 3) int right) {
    PowerSeries<Ball> x = BALLS.variable(NUMBERS.of(1));
    PowerSeries<Ball> a = BALLS.scale(BALLS.power(x, i), Rational.of(left));
    PowerSeries<Ball> b = BALLS.scale(BALLS.power(x, j), Rational.of(right));
    assertEquals(i > j || i == 0 && j == 0 && left < right, BALLS.isBelow(a, b));
  }

  @Example
  void numbersAreNumbersOfTheArithmeticUnderneath() {
    assertTrue(BALLS.pi().isMonomial());
    assertTrue(BALLS.pi().coefficient(0).overlaps(NUMBERS.pi()));
    PowerSeries<Ball> between = BALLS.between(Rational.of(1, 3), Rational.of(1, 2));
    assertTrue(between.isMonomial());
    assertTrue(between.coefficient(0).contains(Rational.of(1, 3)));
    assertTrue(between.coefficient(0).contains(Rational.of(1, 2)));
  }

  @Example
  void aNumberIsSharedUnderneathAndASeriesIsNot() {
    List<Rational> asked = new ArrayList<>();
    PowerSeriesArithmetic<Rational> series =
        PowerSeriesArithmetic.over(
            new RationalArithmetic() {
              @Override
              public Rational shared(Rational value) {
                asked.add(value);
                return value;
              }
            },
            ORDER);
    PowerSeries<Rational> number = series.constant(Rational.of(2, 3));
    PowerSeries<Rational> shared = series.shared(number);
    assertTrue(shared.isMonomial());
    assertEquals(Rational.of(2, 3), shared.coefficient(0));
    PowerSeries<Rational> x = series.variable(Rational.ONE);
    assertSame(x, series.shared(x));
    assertEquals(List.of(Rational.of(2, 3)), asked);
  }

  /** Whether a sum or product is known whole depends on its degree and on the lower order. */
  @Property(tries = 300)
  void aPolynomialIsKnownWholeWhereTheOrderHoldsItsDegree(
      @ForAll @IntRange(min = 1, max = 7) int i,
      @ForAll @IntRange(min = 1, max = 7) int j,
      @ForAll @IntRange(min = 5, max = 9) int order) {
    PowerSeriesArithmetic<Rational> lower = PowerSeriesArithmetic.over(RATIONALS, order);
    PowerSeries<Rational> a = onePlusPower(SERIES, i);
    PowerSeries<Rational> b = onePlusPower(lower, j);
    assertEquals(j < order, b.isExact());
    assertEquals(Math.max(i, j) < order, SERIES.add(a, b).isExact());
    assertEquals(i + j < order, SERIES.multiply(a, b).isExact());
    PowerSeries<Rational> endless = SERIES.divide(a, onePlusPower(SERIES, 1));
    assertFalse(SERIES.add(endless, b).isExact() || SERIES.add(b, endless).isExact());
    assertFalse(SERIES.multiply(endless, b).isExact() || SERIES.multiply(b, endless).isExact());
  }

  /** One that may go on behind what is known, times and plus one that does not. */
  @Example
  void whatMayGoOnMakesSumsAndProductsThatMayGoOn() {
    PowerSeries<Rational> whole = onePlusPower(SERIES, 1);
    PowerSeries<Rational> cut =
        new PowerSeries<>(0, 1, ORDER, List.of(Rational.ONE, Rational.ONE), false, RATIONALS.of(0));
    assertTrue(SERIES.multiply(whole, whole).isExact() && SERIES.add(whole, whole).isExact());
    assertFalse(SERIES.multiply(whole, cut).isExact() || SERIES.multiply(cut, whole).isExact());
    assertFalse(SERIES.add(whole, cut).isExact() || SERIES.add(cut, whole).isExact());
  }

  /** 1 + x^degree. */
  private static PowerSeries<Rational> onePlusPower(
      PowerSeriesArithmetic<Rational> over, int degree) {
    PowerSeries<Rational> x = over.variable(Rational.ONE);
    return over.add(over.constant(Rational.ONE), over.power(x, degree));
  }
}
