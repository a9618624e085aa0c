package dev.zonal.arithmetic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PowerSeriesArithmeticTest {
  private static final int ORDER = 12;
  private static final RationalArithmetic RATIONALS = new RationalArithmetic();
  private static final PowerSeriesArithmetic<Rational> SERIES =
      PowerSeriesArithmetic.over(RATIONALS, ORDER);

  @Provide
  Arbitrary<PowerSeries<Rational>> series() {
    return coefficients().map(list -> of(Rational.ZERO, list));
  }

  @Provide
  Arbitrary<PowerSeries<Rational>> units() {
    return coefficients().map(list -> of(Rational.ONE, list));
  }

  @Provide
  Arbitrary<PowerSeries<Rational>> parityKept() {
    return coefficients().map(PowerSeriesArithmeticTest::odd);
  }

  private Arbitrary<List<Rational>> coefficients() {
    Arbitrary<Rational> small =
        Arbitraries.integers()
            .between(-9, 9)
            .flatMap(n -> Arbitraries.integers().between(1, 5).map(d -> Rational.of(n, d)));
    return small.list().ofMinSize(0).ofMaxSize(5);
  }

  /** start + c_0 x + c_1 x^2 + ... */
  private static PowerSeries<Rational> of(Rational start, List<Rational> coefficients) {
    PowerSeries<Rational> x = SERIES.variable(Rational.ONE);
    PowerSeries<Rational> sum = SERIES.of(0);
    for (int i = coefficients.size() - 1; i >= 0; i--) {
      sum = SERIES.multiply(x, SERIES.add(SERIES.of(coefficients.get(i)), sum));
    }
    return SERIES.add(SERIES.of(start), sum);
  }

  private static PowerSeries<Rational> odd(List<Rational> coefficients) {
    PowerSeries<Rational> x = SERIES.variable(Rational.ONE);
    PowerSeries<Rational> sum = x;
    for (Rational coefficient : coefficients) {
      sum = SERIES.add(x, SERIES.multiply(SERIES.square(x), SERIES.scale(sum, coefficient)));
    }
    return sum;
  }

  private static void assertSame(PowerSeries<Rational> expected, PowerSeries<Rational> actual) {
    int known = Math.min(expected.order(), actual.order());
    assertTrue(known >= ORDER - 3, () -> "too much was lost: " + actual);
    for (int n = 0; n < known; n++) {
      assertEquals(expected.coefficient(n), actual.coefficient(n), "coefficient of x^" + n);
    }
  }

  /** A quotient by a series of zeros behind a number would cost as much as one by any other. */
  @Property(tries = 20)
  void functionsOfNumbersAreNumbers(@ForAll @IntRange(min = 1, max = 99) int percent) {
    BallArithmetic balls = BallArithmetic.ofBits(128);
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(balls, ORDER);
    Ball x = balls.of(Rational.of(percent, 100));
    PowerSeries<Ball> constant = series.constant(x);
    assertNumber(balls.exp(x), series.exp(constant));
    assertNumber(balls.log(x), series.log(constant));
    assertNumber(balls.sin(x), series.sin(constant));
    assertNumber(balls.cos(x), series.cos(constant));
    assertNumber(balls.asin(x), series.asin(constant));
    assertNumber(balls.asinSlope(x), series.asinSlope(constant));
    assertNumber(balls.asinSlopeCubed(x), series.asinSlopeCubed(constant));
    assertNumber(balls.sqrt(x), series.sqrt(constant));
    Rational third = Rational.of(1, 3);
    assertNumber(balls.power(x, third), series.power(constant, third));
  }

  private static void assertNumber(Ball expected, PowerSeries<Ball> actual) {
    assertTrue(actual.isMonomial() && actual.valuation() == 0, actual::toString);
    assertEquals(ORDER, actual.order());
    assertTrue(expected.overlaps(actual.coefficient(0)), actual::toString);
  }

  @Property
  void aProductDividedByAFactorIsTheOtherFactor(
      @ForAll("series") PowerSeries<Rational> a, @ForAll("units") PowerSeries<Rational> b) {
    assertSame(a, SERIES.divide(SERIES.multiply(a, b), b));
  }

  @Property
  void leadingZerosCancelInAQuotient(
      @ForAll("series") PowerSeries<Rational> a, @ForAll("parityKept") PowerSeries<Rational> b) {
    PowerSeries<Rational> square = SERIES.square(b);
    assertSame(a, SERIES.divide(SERIES.multiply(a, square), square));
  }

  @Property
  void theSquareOfTheRootIsTheRadicand(@ForAll("units") PowerSeries<Rational> a) {
    assertSame(a, SERIES.square(SERIES.sqrt(a)));
  }

  @Property
  void theRootOfASquareKeepsTheParityOfItsBase(@ForAll("parityKept") PowerSeries<Rational> a) {
    PowerSeries<Rational> root = SERIES.sqrt(SERIES.square(a));
    assertSame(a, root);
    assertTrue(root.isOdd());
  }

  @Property
  void sineAndCosineLieOnTheUnitCircle(@ForAll("series") PowerSeries<Rational> a) {
    PowerSeries<Rational> sine = SERIES.sin(a);
    PowerSeries<Rational> cosine = SERIES.cos(a);
    assertSame(SERIES.of(1), SERIES.add(SERIES.square(sine), SERIES.square(cosine)));
  }

  @Property
  void theExponentialUndoesTheLogarithm(@ForAll("units") PowerSeries<Rational> a) {
    assertSame(a, SERIES.exp(SERIES.log(a)));
  }

  @Property
  void theLogarithmUndoesTheExponential(@ForAll("series") PowerSeries<Rational> a) {
    assertSame(a, SERIES.log(SERIES.exp(a)));
  }

  @Property
  void theArcSineUndoesTheSine(@ForAll("series") PowerSeries<Rational> a) {
    assertSame(a, SERIES.asin(SERIES.sin(a)));
  }

  @Property
  void theAcuteAngleUndoesSineAndCosine(@ForAll("series") PowerSeries<Rational> a) {
    assertSame(a, SERIES.acuteAngle(SERIES.sin(a), SERIES.cos(a)));
  }

  @Property
  void theDefectTimesTheVersineIsSineMinusAngleTimesCosine(
      @ForAll("parityKept") PowerSeries<Rational> half) {
    PowerSeries<Rational> theta = SERIES.scale(half, Rational.of(2));
    PowerSeries<Rational> sine = SERIES.sin(half);
    PowerSeries<Rational> defect = SERIES.arcCosineDefect(theta, sine, SERIES.cos(half));
    PowerSeries<Rational> versine = SERIES.scale(SERIES.square(sine), Rational.of(4));
    PowerSeries<Rational> expected =
        SERIES.subtract(SERIES.sin(theta), SERIES.multiply(theta, SERIES.cos(theta)));
    assertSame(expected, SERIES.multiply(defect, versine));
    assertTrue(defect.isOdd());
  }

  @Property
  void parityIsKeptByConstructionAndNeverClaimedFalsely(
      @ForAll("parityKept") PowerSeries<Rational> a, @ForAll("series") PowerSeries<Rational> b) {
    assertTrue(SERIES.sin(a).isOdd());
    assertTrue(SERIES.asin(a).isOdd());
    assertTrue(SERIES.cos(a).isEven());
    assertTrue(SERIES.exp(SERIES.square(a)).isEven());
    assertTrue(SERIES.derivative(a).isEven());
    for (PowerSeries<Rational> s :
        List.of(SERIES.exp(a), SERIES.add(a, b), SERIES.multiply(a, b), SERIES.sin(b))) {
      for (int n = 0; n < s.order(); n++) {
        boolean vanishes = s.isEven() && n % 2 == 1 || s.isOdd() && n % 2 == 0;
        assertTrue(!vanishes || s.coefficient(n).signum() == 0);
      }
    }
  }

  @Property
  void theDerivativeUndoesTheIntegral(@ForAll("series") PowerSeries<Rational> a) {
    assertSame(a, SERIES.derivative(SERIES.integral(a, Rational.ONE)));
  }

  @Test
  void theExponentialSeriesIsTheTextbookOne() {
    PowerSeries<Rational> exponential = SERIES.exp(SERIES.variable(Rational.of(-2)));
    Rational expected = Rational.ONE;
    for (int n = 0; n < ORDER; n++) {
      assertEquals(expected, exponential.coefficient(n));
      expected = expected.multiply(Rational.of(-2, n + 1));
    }
  }

  @Test
  void whatIsNoPowerSeriesIsRefused() {
    PowerSeries<Rational> x = SERIES.variable(Rational.ONE);
    assertThrows(DomainException.class, () -> SERIES.sqrt(x));
    assertThrows(DomainException.class, () -> SERIES.log(x));
    assertThrows(DomainException.class, () -> SERIES.divide(SERIES.of(1), x));
    assertThrows(DomainException.class, () -> SERIES.power(x, Rational.of(1, 3)));
    PowerSeries<Rational> cube = SERIES.multiply(x, SERIES.square(x));
    PowerSeries<Rational> mixed = SERIES.multiply(x, SERIES.add(SERIES.of(1), x));
    for (PowerSeries<Rational> odd : List.of(cube, mixed, SERIES.sin(x))) {
      assertThrows(DomainException.class, () -> SERIES.sqrt(odd));
      assertThrows(DomainException.class, () -> SERIES.divide(SERIES.of(1), odd));
      String refusal = assertThrows(DomainException.class, () -> SERIES.log(odd)).getMessage();
      assertTrue(refusal.contains("tends to infinity"), refusal);
    }
  }

  /** -sin x modulo x^5 is four coefficients from x on, and so is a quotient by it. */
  @Test
  void aQuotientIsKnownAsFarAsItsDivisorSays() {
    PowerSeriesArithmetic<Rational> six = PowerSeriesArithmetic.over(RATIONALS, 6);
    PowerSeries<Rational> x = six.variable(Rational.ONE);
    PowerSeries<Rational> sine = six.derivative(six.cos(x));
    assertEquals(5, sine.order());
    assertEquals(5 + 1 - 2, six.divide(x, sine).order());
    assertEquals(5 + 4 - 2, six.divide(six.square(six.square(x)), sine).order());
  }

  /** Whatever follows the order. */
  @Test
  void whatIsNotKnownToBeginAnywhereHasNoRootAndDividesNothing() {
    PowerSeries<Rational> x = SERIES.variable(Rational.ONE);
    PowerSeries<Rational> even = SERIES.subtract(SERIES.cos(x), SERIES.cos(x));
    for (PowerSeries<Rational> nothing : List.of(even, SERIES.multiply(x, even), SERIES.of(0))) {
      assertThrows(DomainException.class, () -> SERIES.sqrt(nothing));
      assertThrows(DomainException.class, () -> SERIES.divide(x, nothing));
      assertThrows(DomainException.class, () -> SERIES.divide(nothing, nothing));
    }
  }

  @Test
  void coefficientsBeyondTheOrderAreRefused() {
    PowerSeries<Rational> x = SERIES.variable(Rational.ONE);
    assertThrows(IllegalArgumentException.class, () -> x.coefficient(ORDER));
  }

  @Test
  void anOrderBelowOneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PowerSeriesArithmetic.over(RATIONALS, 0));
    assertEquals(List.of(), new ArrayList<>(SERIES.of(0).coefficients()));
  }

  /** x^3 (1 + x^2)/(1 - x) begins like an odd series, and a difference may begin like zero. */
  @Test
  void whatIsOddOrZeroAsFarAsItIsKnownIsNotCalledSo() {
    PowerSeriesArithmetic<Rational> four = PowerSeriesArithmetic.over(RATIONALS, 4);
    PowerSeries<Rational> x = four.variable(Rational.ONE);
    PowerSeries<Rational> cube = four.multiply(x, four.square(x));
    PowerSeries<Rational> above = four.multiply(cube, four.add(four.of(1), four.square(x)));
    PowerSeries<Rational> mixed = four.divide(above, four.subtract(four.of(1), x));
    assertFalse(mixed.isOdd() || mixed.isEven() || mixed.isMonomial());
    PowerSeries<Rational> hidden = four.multiply(x, mixed);
    assertFalse(hidden.isZero() || hidden.isEven() || hidden.isOdd());
    assertFalse(four.add(four.of(1), hidden).isEven());
    assertFalse(four.add(x, hidden).isOdd());
    // the same of series that are so at every order
    assertTrue(cube.isOdd() && cube.isMonomial());
    PowerSeries<Rational> nothing = four.subtract(x, x);
    assertTrue(nothing.isZero() || nothing.coefficients().stream().allMatch(c -> c.signum() == 0));
    assertTrue(four.add(four.of(1), four.scale(mixed, Rational.ZERO)).isEven());
    PowerSeries<Rational> fifth = four.multiply(cube, four.square(x));
    assertTrue(four.add(x, fifth).isOdd());
    assertFalse(four.add(four.of(1), fifth).isEven());
  }

  /** A program over series, run at a low order and at a high one. */
  @Property(tries = 1000)
  void whatALowOrderSaysHoldsAtAHighOne(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 15) Integer> program,
      @ForAll @IntRange(min = 1, max = 6) int order) {
    PowerSeries<Rational> high;
    PowerSeries<Rational> low;
    try {
      high = run(program, PowerSeriesArithmetic.over(RATIONALS, 14));
      low = run(program, PowerSeriesArithmetic.over(RATIONALS, order));
    } catch (DomainException e) {
      return;
    }
    for (int n = 0; n < high.order(); n++) {
      boolean vanishes =
          low.isZero()
              || low.isEven() && n % 2 == 1
              || low.isOdd() && n % 2 == 0
              || low.isMonomial() && n != low.valuation()
              || low.isExact() && n >= low.order()
              || n < low.valuation();
      assertTrue(!vanishes || high.coefficient(n).signum() == 0, "x^" + n + " of " + high);
      if (n < low.order()) {
        assertEquals(high.coefficient(n), low.coefficient(n), "x^" + n + " of " + high);
      }
    }
  }

  private static PowerSeries<Rational> run(
      List<Integer> program, PowerSeriesArithmetic<Rational> over) {
    PowerSeries<Rational> x = over.variable(Rational.ONE);
    PowerSeries<Rational> first = x;
    PowerSeries<Rational> second = over.of(1);
    for (int step : program) {
      PowerSeries<Rational> next =
          switch (step) {
            case 0 -> over.add(first, second);
            case 1 -> over.subtract(first, second);
            case 2 -> over.multiply(first, second);
            case 3 -> over.multiply(first, x);
            case 4 -> over.add(over.of(1), over.multiply(x, first));
            case 5 -> over.divide(first, over.add(over.of(1), over.multiply(x, second)));
            case 6 -> over.derivative(over.multiply(x, first));
            case 7 -> over.integral(first, Rational.ZERO);
            case 8 -> over.sqrt(over.add(over.of(1), over.multiply(x, second)));
            case 9 -> over.sqrt(over.square(first));
            case 10 -> over.exp(over.multiply(x, first));
            case 11 -> over.sin(over.multiply(x, first));
            case 12 -> over.log(over.add(over.of(1), over.multiply(x, first)));
            case 13 -> over.divide(over.multiply(first, second), second);
            case 14 -> over.divide(over.square(first), second);
            default -> over.square(first);
          };
      second = first;
      first = next;
    }
    return first;
  }
}
