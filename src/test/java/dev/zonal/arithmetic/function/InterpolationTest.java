package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Lemma 28.4 of docs/theory.md, with functions that are as large as they may be. */
class InterpolationTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);
  private static final Rational RHO = Rational.of(3);

  /** 1/(2 - x): the pole is at 2, the ellipse of rho = 3 ends at 5/3, where it is 3. */
  private static Ball pole(Ball x) {
    return OVER.divide(Ball.exact(1), OVER.subtract(Ball.exact(2), x));
  }

  private static Interpolation of(UnaryOperator<Ball> function, int points, long bound) {
    List<Ball> values =
        Interpolation.points(points, Rational.of(-1), Rational.ONE).stream()
            .map(x -> function.apply(OVER.of(x)))
            .toList();
    return Interpolation.of(values, Ball.exact(bound), RHO);
  }

  @Property(tries = 60)
  void a_range_contains_every_value(
      @ForAll @IntRange(min = 3, max = 40) int points,
      @ForAll @IntRange(min = -100, max = 100) int from,
      @ForAll @IntRange(min = 0, max = 40) int length,
      @ForAll @IntRange(min = 0, max = 40) int at) {
    int to = Math.min(100, from + length);
    Ball range =
        of(InterpolationTest::pole, points, 3).range(Rational.of(from, 100), Rational.of(to, 100));
    Rational x = Rational.of(Math.min(to, from + at), 100);
    assertTrue(range.contains(Rational.ONE.divide(Rational.of(2).subtract(x))));
  }

  /** A polynomial of degree n - 1 less a multiple of T_n: nothing but the bound knows of T_n. */
  @Test
  void what_no_point_shows_is_in_the_error() {
    int n = 5;
    UnaryOperator<Ball> chebyshev =
        x -> {
          Ball square = OVER.square(x);
          Ball inner =
              OVER.add(
                  OVER.multiply(
                      OVER.subtract(OVER.scale(square, Rational.of(16)), Ball.exact(20)), square),
                  Ball.exact(5));
          return OVER.multiply(x, inner);
        };
    // |T_5| on the ellipse is (3^5 + 3^-5)/2 < 122.
    Ball range = of(chebyshev, n, 122).range(Rational.ONE, Rational.ONE);
    assertTrue(range.contains(Rational.ONE));
    assertFalse(of(chebyshev, n, 0).range(Rational.ONE, Rational.ONE).contains(Rational.ONE));
  }

  @Test
  void a_bound_that_is_too_small_is_found_out_by_few_points() {
    Ball range = of(InterpolationTest::pole, 4, 0).range(Rational.ONE, Rational.ONE);
    assertFalse(range.contains(Rational.ONE));
  }

  @Test
  void more_points_say_more() {
    Ball few = of(InterpolationTest::pole, 8, 3).range(Rational.ZERO, Rational.ZERO);
    Ball many = of(InterpolationTest::pole, 40, 3).range(Rational.ZERO, Rational.ZERO);
    assertTrue(few.accuracyBits() < 16);
    assertTrue(many.accuracyBits() > 55);
  }

  @Test
  void points_lie_inside_in_descending_order_and_the_middle_one_is_the_middle() {
    List<Rational> points = Interpolation.points(7, Rational.of(1, 3), Rational.of(1));
    for (int j = 1; j < 7; j++) {
      assertTrue(points.get(j).compareTo(points.get(j - 1)) < 0);
    }
    assertTrue(points.get(0).compareTo(Rational.ONE) < 0);
    assertTrue(points.get(6).compareTo(Rational.of(1, 3)) > 0);
    assertEquals(2.0 / 3, points.get(3).doubleValue(), 1e-15);
  }

  @Property(tries = 20)
  void differences_are_those_of_the_values(@ForAll @IntRange(min = -100, max = 100) int at) {
    Rational x = Rational.of(at, 100);
    Interpolation one = of(InterpolationTest::pole, 30, 3);
    Interpolation square = of(OVER::square, 12, 3);
    Ball difference = one.minus(square, Rational.of(-2)).range(x, x);
    Rational exact =
        Rational.ONE.divide(Rational.of(2).subtract(x)).subtract(x.pow(2)).multiply(-2);
    assertTrue(difference.contains(exact));
  }
}
