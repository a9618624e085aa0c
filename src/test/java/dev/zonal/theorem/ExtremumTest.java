package dev.zonal.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Extremum.Candidate;
import dev.zonal.theorem.Extremum.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Extrema of numbers that are known to lie in balls, and the claims that certificates make. */
class ExtremumTest {

  private static Ball ball(long lower, long upper) {
    return Ball.hull(Ball.exact(lower), Ball.exact(upper));
  }

  private static Candidate number(long k, long lower, long upper) {
    return Candidate.at(k, ball(lower, upper));
  }

  /** Whatever the numbers in the balls are, the extremum of all of them is enclosed. */
  @Property(tries = 300)
  void theExtremumOfAnyNumbersInTheBallsIsEnclosed(@ForAll Random random) {
    List<Candidate> candidates = new ArrayList<>();
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      long lower = random.nextInt(40) - 20;
      long upper = lower + random.nextInt(12);
      candidates.add(number(i, lower, upper));
      long value = lower + random.nextInt((int) (upper - lower) + 1);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    Extremum infimum = Extremum.of(Side.INFIMUM, candidates);
    Extremum supremum = Extremum.of(Side.SUPREMUM, candidates);
    assertTrue(infimum.value().contains(Rational.of(least)), candidates::toString);
    assertTrue(supremum.value().contains(Rational.of(most)), candidates::toString);
  }

  @Test
  void overlappingCandidatesLeaveItOpenWhichIsTheExtremum() {
    Extremum infimum =
        Extremum.of(Side.INFIMUM, List.of(number(1, 0, 4), number(2, 2, 9), number(3, 20, 21)));
    assertTrue(infimum.value().contains(ball(0, 9)));
    assertFalse(infimum.isDecided());
    assertEquals(
        List.of(new Extremum.AtFrequency(1), new Extremum.AtFrequency(2)), infimum.places());
    Extremum supremum =
        Extremum.of(Side.SUPREMUM, List.of(number(1, 0, 4), number(2, 2, 9), number(3, 20, 21)));
    assertTrue(supremum.isDecided());
    assertEquals(List.of(new Extremum.AtFrequency(3)), supremum.places());
  }

  @Test
  void aTailThatIsNotOneNumberDecidesNothing() {
    Candidate tail = new Candidate(ball(0, 1), List.of(new Extremum.Tail(Parity.EVEN, 4)), false);
    assertFalse(Extremum.of(Side.INFIMUM, List.of(tail)).isDecided());
    assertFalse(Extremum.of(Side.INFIMUM, List.of(tail, number(1, 5, 6))).isDecided());
    assertTrue(Extremum.of(Side.SUPREMUM, List.of(tail, number(1, 5, 6))).isDecided());
  }

  // Intervals

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
    Ball ball = ball(lower, upper);
    Interval around = Interval.around(ball, 1 + random.nextInt(20));
    assertTrue(around.ball().contains(ball));
  }

  @Test
  void theEndsOfAnIntervalAreRoundedOutward() {
    for (String text : List.of("1/3", "-1/3", "2/7")) {
      Ball ball = dev.zonal.arithmetic.function.BallArithmetic.ofBits(80).of(Rational.parse(text));
      Interval interval = Interval.around(ball, 6);
      assertTrue(interval.lower().compareTo(interval.upper()) < 0);
      assertTrue(Rational.parse(text).doubleValue() > interval.lower().doubleValue());
      assertTrue(Rational.parse(text).doubleValue() < interval.upper().doubleValue());
    }
  }
}
