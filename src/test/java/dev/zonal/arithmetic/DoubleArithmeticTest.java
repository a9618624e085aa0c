package dev.zonal.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.function.Executable;

/** Doubles, and what an arithmetic does that says nothing of its own. */
class DoubleArithmeticTest {
  private static final DoubleArithmetic DOUBLES = new DoubleArithmetic();
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(100);

  private static void assertNear(Ball expected, double actual) {
    double value = expected.toDouble();
    assertEquals(value, actual, 4e-15 * Math.max(Math.abs(value), 1e-3));
  }

  @Property(tries = 200)
  void functionsAreThoseOfBalls(@ForAll @Scale(9) @DoubleRange(min = 0.001, max = 0.999) double x) {
    Ball ball = Ball.exact(x);
    assertNear(BALLS.exp(ball), DOUBLES.exp(x));
    assertNear(BALLS.log(ball), DOUBLES.log(x));
    assertNear(BALLS.sqrt(ball), DOUBLES.sqrt(x));
    assertNear(BALLS.asin(ball), DOUBLES.asin(x));
    assertNear(BALLS.sin(ball), DOUBLES.sin(x));
    assertNear(BALLS.cos(ball), DOUBLES.cos(x));
    assertNear(BALLS.erf(ball), DOUBLES.erf(x));
    assertNear(BALLS.negate(ball), DOUBLES.negate(x));
    assertEquals(Math.atan2(x, 1), DOUBLES.acuteAngle(x, 1.0));
  }

  /** By the series up to 1/2, by the formula from there on. */
  @Property(tries = 200)
  void theArcCosineDefectKeepsItsAccuracyAtSmallAngles(
      @ForAll @Scale(9) @DoubleRange(min = 1e-9, max = 3.14) double theta) {
    Ball angle = Ball.exact(theta);
    Ball half = angle.shifted(-1);
    Ball exact = BALLS.arcCosineDefect(angle, BALLS.sin(half), BALLS.cos(half));
    double sine = Math.sin(theta / 2);
    double cosine = Math.cos(theta / 2);
    assertEquals(1, DOUBLES.arcCosineDefect(theta, sine, cosine) / exact.toDouble(), 1e-13);
    double small = Math.min(theta, 0.5);
    double expected = small / 3 * (1 - small * small / 60);
    double defect = DOUBLES.arcCosineDefect(small, Math.sin(small / 2), Math.cos(small / 2));
    assertEquals(expected, defect, 1e-2 * Math.pow(small, 5) + 1e-16);
  }

  @Property(tries = 100)
  void theErrorFunctionIsOddAndOneFarOut(
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 9) double x) {
    assertNear(BALLS.erf(Ball.exact(x)), DOUBLES.erf(x));
    assertEquals(-DOUBLES.erf(x), DOUBLES.erf(-x));
    assertEquals(1.0, DOUBLES.erf(6 + x));
  }

  @Property(tries = 60)
  void theMaternFunctionIsThatOfBalls(
      @ForAll @IntRange(min = 1, max = 40) int quarters,
      @ForAll @Scale(9) @DoubleRange(min = 0.01, max = 60) double x) {
    Rational nu = Rational.of(quarters, 4);
    double exact = BALLS.matern(nu, Ball.exact(x)).toDouble();
    assertEquals(1, DOUBLES.matern(nu, x) / exact, 1e-11);
    assertEquals(1.0, DOUBLES.matern(nu, 0.0));
  }

  @Property(tries = 200)
  void powersAreProductsOrRootsOrExponentials(
      @ForAll @IntRange(min = -9, max = 9) int n, @ForAll @IntRange(min = 1, max = 4) int m) {
    Rational exponent = Rational.of(n, m);
    double power = DOUBLES.power(1.7, exponent);
    assertEquals(1, power / Math.pow(1.7, exponent.doubleValue()), 1e-14);
    assertEquals(1, DOUBLES.power(-1.7, (long) n) / Math.pow(-1.7, n), 1e-14);
    assertEquals(exponent.doubleValue() * 3, DOUBLES.scale(3.0, exponent), 1e-14);
  }

  @Property(tries = 100)
  void theSlopeOfTheArcSineIsItsDerivative(
      @ForAll @Scale(9) @DoubleRange(min = -0.99, max = 0.99) double x) {
    double slope = 1 / Math.sqrt((1 - x) * (1 + x));
    assertEquals(1, DOUBLES.asinSlope(x) / slope, 1e-14);
    assertEquals(1, DOUBLES.asinSlopeCubed(x) / (slope * slope * slope), 1e-14);
  }

  @Example
  void whatHasNoValueIsRefusedWithTheReason() {
    assertRefused("division by zero", () -> DOUBLES.divide(1.0, 0.0));
    assertRefused("square root of -1.0", () -> DOUBLES.sqrt(-1.0));
    assertEquals(0.0, DOUBLES.sqrt(0.0));
    assertRefused("logarithm of 0.0", () -> DOUBLES.log(0.0));
    assertRefused("arc sine of 1.5", () -> DOUBLES.asin(1.5));
    assertEquals(-Math.PI / 2, DOUBLES.asin(-1.0));
    assertRefused("the symbol a has no numerical value", () -> DOUBLES.symbol("a"));
    assertRefused("[0,1] is no number", () -> DOUBLES.between(Rational.ZERO, Rational.ONE));
    assertRefused("because", () -> DOUBLES.unknown("because"));
  }

  private static void assertRefused(String why, Executable operation) {
    String message = assertThrows(DomainException.class, operation).getMessage();
    assertTrue(message.contains(why), message);
  }

  @Example
  void anArithmeticThatSaysNothingOfItselfHasNoFunctionsButThese() {
    Arithmetic<Rational> bare = new Bare();
    assertFalse(bare.isBelow(Rational.ZERO, Rational.ONE));
    assertTrue(DOUBLES.isBelow(0.0, 1.0));
    assertFalse(DOUBLES.isBelow(1.0, 1.0));
    assertEquals(Rational.of(2, 3), bare.shared(Rational.of(2, 3)));
    assertEquals(Optional.empty(), bare.risingFactorial(Rational.ONE, 3));
    assertEquals(Rational.of(7), bare.of(7));
    assertEquals(Rational.of(-7), bare.negate(Rational.of(7)));
    assertEquals(Rational.of(49), bare.square(Rational.of(7)));
    assertEquals(Rational.of(3, 5), bare.acuteAngle(Rational.of(3, 5), Rational.of(4, 5)));
    assertRefused("real numbers only", () -> bare.erf(Rational.ONE));
    assertRefused("smoothness 1/3", () -> bare.matern(Rational.of(1, 3), Rational.ONE));
  }

  /** Rational numbers, with an arc sine that is none. */
  private static final class Bare implements Arithmetic<Rational> {
    @Override
    public Rational of(Rational value) {
      return value;
    }

    @Override
    public Rational pi() {
      return unknown("pi");
    }

    @Override
    public Rational add(Rational a, Rational b) {
      return a.add(b);
    }

    @Override
    public Rational subtract(Rational a, Rational b) {
      return a.subtract(b);
    }

    @Override
    public Rational multiply(Rational a, Rational b) {
      return a.multiply(b);
    }

    @Override
    public Rational divide(Rational a, Rational b) {
      return a.divide(b);
    }

    @Override
    public Rational sqrt(Rational a) {
      return unknown("sqrt");
    }

    @Override
    public Rational exp(Rational a) {
      return unknown("exp");
    }

    @Override
    public Rational log(Rational a) {
      return unknown("log");
    }

    @Override
    public Rational sin(Rational a) {
      return unknown("sin");
    }

    @Override
    public Rational cos(Rational a) {
      return unknown("cos");
    }

    @Override
    public Rational asin(Rational a) {
      return a;
    }

    @Override
    public Rational arcCosineDefect(Rational theta, Rational sinHalf, Rational cosHalf) {
      return unknown("defect");
    }
  }
}
