package dev.zonal.arithmetic.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Lemma 28.4a of docs/theory.md. */
class ChebyshevRangeTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);

  /** Integers below 2^90 times 2^shift, so that doubles round them. */
  private static List<Ball> coefficients(Random random, int count, int shift) {
    List<Ball> coefficients = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      BigInteger number = new BigInteger(90, random).subtract(BigInteger.ONE.shiftLeft(89));
      coefficients.add(Ball.of(number, shift, 0, 0));
    }
    return coefficients;
  }

  private static Ball value(List<Ball> coefficients, Rational x) {
    List<Ball> basis = ChebyshevRange.basis(coefficients.size(), x).get(0);
    Ball sum = Ball.exact(0);
    for (int m = 0; m < basis.size(); m++) {
      sum = OVER.add(sum, OVER.multiply(coefficients.get(m), basis.get(m)));
    }
    return sum;
  }

  @Property(tries = 200)
  void a_range_holds_the_values_at_its_points_however_large_the_coefficients(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int count,
      @ForAll @IntRange(min = -3000, max = 3000) int shift,
      @ForAll @IntRange(min = -64, max = 60) int from,
      @ForAll @IntRange(min = 1, max = 24) int length,
      @ForAll @IntRange(min = 0, max = 24) int at) {
    List<Ball> coefficients = coefficients(new Random(seed), count, shift);
    int to = Math.min(64, from + length);
    Ball range = new ChebyshevRange(coefficients).on(Rational.of(from, 64), Rational.of(to, 64));
    Rational x = Rational.of(Math.min(to, from + at), 64);
    assertTrue(range.contains(value(coefficients, x)));
  }

  /** On a part so short that nothing but rounding is left. */
  @Property(tries = 200)
  void what_doubles_round_is_in_the_range(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int count,
      @ForAll @IntRange(min = -64, max = 63) int from) {
    List<Ball> coefficients = coefficients(new Random(seed), count, -80);
    Rational x = Rational.of(from, 64);
    Rational near = x.add(Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(200)));
    Ball range = new ChebyshevRange(coefficients).on(x, near);
    assertTrue(range.contains(value(coefficients, x)));
    assertTrue(range.radius().toDouble() < 0x1p-20);
  }

  @Property(tries = 100)
  void the_radii_of_the_coefficients_are_in_the_range(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
    List<Ball> exact = coefficients(new Random(seed), count, -80);
    List<Ball> wide = exact.stream().map(c -> c.inflate(Ball.exact(1))).toList();
    List<Ball> moved = exact.stream().map(c -> OVER.add(c, Ball.exact(1))).toList();
    Ball range = new ChebyshevRange(wide).on(Rational.of(31, 32), Rational.ONE);
    assertTrue(range.contains(value(moved, Rational.ONE)));
  }

  @Test
  void a_range_is_hardly_wider_than_the_values_are_different() {
    // 2 + T_1 on [1/4, 1/2]
    Ball range =
        new ChebyshevRange(List.of(Ball.exact(2), Ball.exact(1)))
            .on(Rational.of(1, 4), Rational.of(1, 2));
    assertEquals(0.125, range.radius().toDouble(), 0x1p-30);
    assertEquals(2.375, range.toDouble(), 1e-9);
  }

  @Test
  void zeros_have_the_range_zero() {
    Ball range =
        new ChebyshevRange(Collections.nCopies(5, Ball.exact(0))).on(Rational.ZERO, Rational.ONE);
    assertTrue(range.contains(Rational.ZERO));
    assertTrue(range.radius().toDouble() < 1e-290);
  }

  @Test
  void more_coefficients_than_the_bound_is_for_are_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ChebyshevRange(Collections.nCopies(1025, Ball.exact(0))));
    assertThrows(IllegalArgumentException.class, () -> new ChebyshevRange(List.of()));
  }
}
