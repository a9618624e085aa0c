package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;

/** Apfloat and doubles, which share no code with the balls, lie where the balls say. */
class SecondOpinionTest {
  private static final int TRIES = 8;

  @FunctionalInterface
  private interface Formula {
    <T> T evaluate(Arithmetic<T> over, T x);
  }

  private static class Sine implements Formula {
    @Override
    public <T> T evaluate(Arithmetic<T> over, T x) {
      return over.add(over.sin(x), over.multiply(over.pi(), over.cos(x)));
    }
  }

  private static class Inverse implements Formula {
    @Override
    public <T> T evaluate(Arithmetic<T> over, T x) {
      T small = over.divide(x, over.of(8));
      return over.subtract(over.asin(small), over.log(over.add(over.of(1), over.square(x))));
    }
  }

  private static class Power implements Formula {
    @Override
    public <T> T evaluate(Arithmetic<T> over, T x) {
      T base = over.sqrt(over.add(over.of(2), over.square(x)));
      return over.add(over.power(base, Rational.of(-7, 3)), over.exp(over.negate(x)));
    }
  }

  private static class Defect implements Formula {
    @Override
    public <T> T evaluate(Arithmetic<T> over, T x) {
      T half = over.scale(x, Rational.of(1, 6));
      return over.arcCosineDefect(over.scale(half, Rational.of(2)), over.sin(half), over.cos(half));
    }
  }

  private static class Angle implements Formula {
    @Override
    public <T> T evaluate(Arithmetic<T> over, T x) {
      T half = over.scale(x, Rational.of(1, 6));
      return over.acuteAngle(over.sin(half), over.cos(half));
    }
  }

  @Property(tries = TRIES)
  void theyAgreeOnEveryFunction(
      @ForAll @IntRange(min = 1, max = 1000) int numerator,
      @ForAll @IntRange(min = 200, max = 1000) int denominator,
      @ForAll @IntRange(min = 10, max = 60) int digits) {
    Rational x = Rational.of(numerator, denominator);
    for (Formula formula :
        new Formula[] {new Sine(), new Inverse(), new Power(), new Defect(), new Angle()}) {
      agree(formula, x, digits);
    }
  }

  private static void agree(Formula formula, Rational x, int digits) {
    BallArithmetic balls = BallArithmetic.ofBits((int) (3.33 * digits) + 20);
    ApfloatArithmetic apfloats = ApfloatArithmetic.ofDigits(digits);
    DoubleArithmetic doubles = new DoubleArithmetic();
    Ball ball = formula.evaluate(balls, balls.of(x));
    Apfloat apfloat = formula.evaluate(apfloats, apfloats.of(x));
    double preview = formula.evaluate(doubles, doubles.of(x));
    BigDecimal low = ball.lowerDecimal(digits + 5);
    BigDecimal high = ball.upperDecimal(digits + 5);
    BigDecimal slack = BigDecimal.ONE.movePointLeft(digits - 1);
    BigDecimal value = new BigDecimal(apfloat.toString(true));
    assertTrue(
        value.compareTo(low.subtract(slack)) >= 0 && value.compareTo(high.add(slack)) <= 0,
        () -> formula.getClass().getSimpleName() + " of " + x + ": " + ball + ", " + apfloat);
    assertTrue(Math.abs(preview - ball.toDouble()) < 1e-13 * (1 + Math.abs(preview)));
  }
}
