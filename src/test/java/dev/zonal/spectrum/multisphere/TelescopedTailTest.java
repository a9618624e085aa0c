package dev.zonal.spectrum.multisphere;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The tails of series that are telescoped. */
class TelescopedTailTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(200);

  /** The sum of 1/s^2 is pi^2/6. */
  @Property(tries = 30)
  void the_sum_of_the_reciprocal_squares_is_enclosed(
      @ForAll @IntRange(min = 1, max = 20) int order,
      @ForAll @IntRange(min = 8, max = 60) int end) {
    TelescopedTail tail =
        TelescopedTail.of(
            List.of(Rational.ZERO, Rational.ZERO), List.of(Rational.ONE, Rational.ONE), order);
    Ball known = BALLS.scale(BALLS.square(BALLS.pi()), Rational.of(1, 6));
    assertTrue(sum(tail, end).contains(known), () -> sum(tail, end) + " and " + known);
  }

  @Property(tries = 30)
  void two_ends_enclose_one_sum(
      @ForAll @IntRange(min = -3, max = 5) int a,
      @ForAll @IntRange(min = 1, max = 5) int b,
      @ForAll @IntRange(min = 2, max = 8) int more,
      @ForAll @IntRange(min = 1, max = 12) int order) {
    Rational above = Rational.of(2L * a + 1, 2);
    List<Rational> upper = List.of(above, Rational.of(b));
    List<Rational> lower = List.of(above.abs().add(more), Rational.of(b, 2).add(b));
    TelescopedTail tail = TelescopedTail.of(upper, lower, order);
    Ball first = sum(tail, 60);
    Ball second = sum(tail, 120);
    assertTrue(first.overlaps(second), () -> first + " and " + second);
  }

  /** 1/(s (s+1)): the first choice is exact, and 1/N is the tail. */
  @Example
  void aTelescopingSeriesHasNoError() {
    TelescopedTail tail =
        TelescopedTail.of(
            List.of(Rational.ZERO, Rational.ONE), List.of(Rational.ONE, Rational.of(2)), 3);
    assertTrue(tail.error(5).isZero());
    assertTrue(sum(tail, 5).contains(BALLS.of(1)));
  }

  @Example
  void seriesThatDoNotConvergeAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TelescopedTail.of(List.of(Rational.ZERO), List.of(Rational.ONE), 3));
    assertThrows(
        IllegalArgumentException.class,
        () -> TelescopedTail.of(List.of(Rational.of(-4)), List.of(Rational.of(-1)), 3));
    assertThrows(
        IllegalArgumentException.class,
        () -> TelescopedTail.of(List.of(), List.of(Rational.of(3)), 3));
  }

  /** The sum of the terms from s = 1 on, the first of which is 1 over the product of all below. */
  private static Ball sum(TelescopedTail tail, int end) {
    Ball term = BALLS.of(1);
    if (tail.below().equals(List.of(Rational.ONE, Rational.of(2)))) {
      term = BALLS.of(Rational.of(1, 2));
    }
    Ball sum = BALLS.of(0);
    for (int s = 1; s < end; s++) {
      sum = BALLS.add(sum, term);
      term = BALLS.scale(term, tail.quotient(s));
    }
    Ball near = Ball.exact(1).inflate(BALLS.of(tail.error(end)));
    return BALLS.add(sum, BALLS.divide(BALLS.scale(term, tail.factor(end)), near));
  }
}
