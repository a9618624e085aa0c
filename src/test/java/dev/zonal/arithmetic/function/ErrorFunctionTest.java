package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.junit.jupiter.api.Test;

/** The error function in balls and in doubles against Apfloat's, and against itself. */
class ErrorFunctionTest {
  private static final int DIGITS = 90;

  /** Some of them: Apfloat takes a tenth of a second. */
  @Property(tries = 40)
  void ballsContainTheErrorFunction(
      @ForAll @IntRange(min = -9000, max = 9000) int thousandths,
      @ForAll @IntRange(min = 30, max = 200) int bits) {
    Rational x = Rational.of(thousandths, 1000);
    BallArithmetic over = BallArithmetic.ofBits(bits);
    Ball ball = over.erf(over.of(x));
    Apfloat argument = new Apfloat(thousandths, DIGITS).divide(new Apfloat(1000, DIGITS));
    Rational value = Rational.of(new BigDecimal(ApfloatMath.erf(argument).toString(true)));
    // Apfloat's last digits are no promise.
    Ball error = over.of(Rational.of(1, 1L << 60).multiply(Rational.of(1, 1L << 60)));
    assertTrue(ball.inflate(over.square(error)).contains(value), () -> x + ": " + ball);
    assertTrue(ball.accuracyBits() >= bits - 8 || thousandths == 0, () -> x + ": " + ball);
    assertEquals(value.doubleValue(), new DoubleArithmetic().erf(x.doubleValue()), 2e-15);
  }

  /** A wide ball contains the values at its points. */
  @Property(tries = 200)
  void wideBallsContainTheValuesAtTheirPoints(
      @ForAll @IntRange(min = -3000, max = 3000) int middle,
      @ForAll @IntRange(min = 0, max = 2000) int width,
      @ForAll @IntRange(min = -8, max = 8) int eighths) {
    BallArithmetic over = BallArithmetic.ofBits(80);
    Rational half = Rational.of(width, 1000);
    Ball wide = over.of(Rational.of(middle, 1000)).inflate(over.of(half));
    Rational point = Rational.of(middle, 1000).add(half.multiply(Rational.of(eighths, 8)));
    assertTrue(over.erf(wide).overlaps(over.erf(over.of(point))));
  }

  @Test
  void farAwayItIsOneAsFarAsTheBitsTell() {
    BallArithmetic over = BallArithmetic.ofBits(100);
    Ball far = over.erf(Ball.exact(-50));
    assertTrue(far.contains(Rational.of(-1)) && far.accuracyBits() >= 98, far::toString);
    // The other way to it, at the argument where the ways part.
    Ball below = over.erf(Ball.exact(10));
    Ball above = BallArithmetic.ofBits(99).erf(Ball.exact(10));
    assertTrue(below.overlaps(above) && below.accuracyBits() >= 98, below::toString);
  }
}
