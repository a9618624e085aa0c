package dev.zonal.theorem.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The claims that certificates make of a number. */
class IntervalTest {
  private static Interval interval(String lower, String upper) {
    return new Interval(new BigDecimal(lower), new BigDecimal(upper));
  }

  @Test
  void anEmptyIntervalHasNoSign() {
    Interval empty = interval("2", "1");
    assertEquals(0, empty.sign());
    assertEquals(0, interval("-1", "-2").sign());
    assertFalse(empty.isZero());
  }

  @Test
  void aSignIsThatOfAllNumbers() {
    assertEquals(1, interval("1e-9", "1").sign());
    assertEquals(-1, interval("-1", "-1e-9").sign());
    for (Interval open : List.of(interval("0", "1"), interval("-1", "0"), interval("-1", "1"))) {
      assertEquals(0, open.sign());
      assertFalse(open.isZero());
    }
    assertTrue(interval("0", "0").isZero());
  }

  @Test
  void theBallOfAnIntervalHoldsBothEnds() {
    Ball ball = interval("0.1", "0.7").ball();
    assertTrue(ball.contains(Rational.of(1, 10)));
    assertTrue(ball.contains(Rational.of(7, 10)));
    assertTrue(ball.isPositive());
  }

  @Property(tries = 200)
  void roundingOutwardLosesNothing(@ForAll Random random) {
    long lower = random.nextLong() >> 20;
    long upper = lower + (random.nextLong() >>> 30);
    Ball ball = Ball.hull(Ball.exact(lower), Ball.exact(upper));
    Interval around = Interval.around(ball, 1 + random.nextInt(20));
    assertTrue(around.ball().contains(ball));
  }

  @Test
  void theEndsOfAnIntervalAreRoundedOutward() {
    for (String text : List.of("1/3", "-1/3", "2/7")) {
      Ball ball = BallArithmetic.ofBits(80).of(Rational.parse(text));
      Interval interval = Interval.around(ball, 6);
      assertTrue(interval.lower().compareTo(interval.upper()) < 0);
      assertTrue(Rational.parse(text).doubleValue() > interval.lower().doubleValue());
      assertTrue(Rational.parse(text).doubleValue() < interval.upper().doubleValue());
    }
  }
}
