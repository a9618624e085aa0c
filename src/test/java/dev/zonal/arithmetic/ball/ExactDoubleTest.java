package dev.zonal.arithmetic.ball;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ExactDoubleTest {

  @Property
  void theBallOfADoubleIsTheNumberThatItIs(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      isExact(value);
    } else {
      assertThrows(IllegalArgumentException.class, () -> Ball.exact(value));
    }
  }

  @Example
  void soAreTheEndsOfTheRangeAndZero() {
    for (double value :
        new double[] {0, -0.0, 1, -3, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE}) {
      isExact(value);
    }
  }

  @Example
  void whatIsNoNumberIsRefused() {
    for (double value :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Ball.exact(value));
    }
  }

  private static void isExact(double value) {
    Ball ball = Ball.exact(value);
    assertTrue(ball.isExact());
    assertEquals(Rational.of(value), ball.lower());
  }
}
