package dev.zonal.arithmetic.forward;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Derivatives are the coefficients of power series, and the mixed ones those of both orders. */
class FirstOrderArithmeticTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(160);
  private static final FirstOrderArithmetic<Ball> JETS = new FirstOrderArithmetic<>(BALLS);

  /** Formulas that meet every operation, at a point in (0, 1). */
  private static <T> List<T> formulas(Arithmetic<T> over, T x) {
    List<T> values = new ArrayList<>();
    T one = over.of(1);
    values.add(over.divide(over.add(over.exp(x), one), over.subtract(over.of(3), over.square(x))));
    values.add(over.divide(one, over.sqrt(over.add(over.log(over.add(x, one)), over.of(2)))));
    values.add(over.multiply(over.sin(x), over.negate(over.cos(over.scale(x, Rational.of(3))))));
    values.add(over.multiply(over.pi(), over.asin(x)));
    values.add(over.asinSlope(x));
    values.add(over.power(over.add(x, one), Rational.of(-7, 3)));
    ChordAngle<T> angle =
        ChordAngle.ofCosine(over, over.subtract(one, over.scale(x, Rational.of(9, 5))));
    values.add(angle.kappa0());
    values.add(angle.kappa1());
    values.add(angle.throughLayer(1, one, over.of(0)).kappa0());
    return values;
  }

  @Property(tries = 25)
  void a_derivative_is_the_coefficient_of_the_first_order(@ForAll("points") Rational point) {
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(BALLS, 2);
    PowerSeries<Ball> variable = series.add(series.of(point), series.variable(BALLS.of(1)));
    List<PowerSeries<Ball>> expected = formulas(series, variable);
    List<FirstOrder<Ball>> actual = formulas(JETS, JETS.variable(BALLS.of(point)));
    for (int i = 0; i < actual.size(); i++) {
      assertNear(expected.get(i).coefficient(0), actual.get(i).value(), i);
      assertNear(expected.get(i).coefficient(1), JETS.derivative(actual.get(i)), i);
    }
  }

  /** Of F(a + b) the mixed derivative is F''. */
  @Property(tries = 25)
  void the_derivative_of_a_derivative_is_the_mixed_one(@ForAll("points") Rational point) {
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(BALLS, 3);
    PowerSeries<Ball> variable = series.add(series.of(point), series.variable(BALLS.of(1)));
    List<PowerSeries<Ball>> expected = formulas(series, variable);
    FirstOrderArithmetic<FirstOrder<Ball>> twice = new FirstOrderArithmetic<>(JETS);
    FirstOrder<FirstOrder<Ball>> a = FirstOrder.constant(JETS.variable(BALLS.of(point)));
    FirstOrder<FirstOrder<Ball>> b = twice.variable(JETS.of(0));
    List<FirstOrder<FirstOrder<Ball>>> actual = formulas(twice, twice.add(a, b));
    for (int i = 0; i < actual.size(); i++) {
      Ball mixed = JETS.derivative(twice.derivative(actual.get(i)));
      assertNear(BALLS.scale(expected.get(i).coefficient(2), Rational.of(2)), mixed, i);
    }
  }

  @Example
  void values_are_compared_and_enclosed_by_the_arithmetic_below() {
    FirstOrder<Ball> third = JETS.of(Rational.of(1, 3));
    FirstOrder<Ball> half = JETS.variable(BALLS.of(Rational.of(1, 2)));
    assertTrue(JETS.isBelow(third, half));
    assertFalse(JETS.isBelow(half, third));
    Ball between = JETS.between(Rational.of(1, 3), Rational.of(1, 2)).value();
    assertTrue(between.contains(Rational.of(1, 3)) && between.contains(Rational.of(1, 2)));
    assertThrows(DomainException.class, () -> JETS.symbol("c"));
  }

  @Example
  void where_there_is_no_derivative_there_is_none() {
    FirstOrder<Ball> zero = JETS.variable(BALLS.of(0));
    FirstOrder<Ball> one = JETS.variable(BALLS.of(1));
    assertThrows(DomainException.class, () -> JETS.sqrt(zero));
    assertThrows(DomainException.class, () -> JETS.asin(one));
    assertThrows(DomainException.class, () -> JETS.divide(one, zero));
    assertTrue(JETS.sqrt(JETS.of(0)).isConstant());
    assertTrue(JETS.asin(JETS.of(1)).isConstant());
  }

  private static void assertNear(Ball expected, Ball actual, int formula) {
    Ball difference = BALLS.subtract(expected, actual);
    assertTrue(
        difference.containsZero() && difference.upperMagnitude().binaryOrder() < -80,
        () -> "formula " + formula + ": " + expected + ", " + actual);
  }

  @Provide
  Arbitrary<Rational> points() {
    return Arbitraries.integers().between(1, 99).map(n -> Rational.of(n, 100));
  }
}
