package dev.zonal.arithmetic.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.ball.Ball;
import java.math.BigInteger;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class CoefficientGrowthTest {
  private static final int BITS = 100;

  private static List<Ball> balls(int length, IntFunction<Ball> ball) {
    return IntStream.range(0, length).mapToObj(ball).toList();
  }

  private static Ball powerOfTwo(double exponent) {
    return Ball.exact(1).shifted((long) Math.floor(exponent));
  }

  /** The grid is never above a coefficient, and below it by no more than the slope is rounded. */
  @Property
  void theGridFollowsGrowthAtAnyRateFromBelow(
      @ForAll @DoubleRange(min = -40, max = 40) double rate,
      @ForAll @IntRange(min = 6, max = 200) int length,
      @ForAll @IntRange(min = -1000, max = 1000) int start) {
    List<Ball> balls = balls(length, i -> powerOfTwo(start + rate * i));
    CoefficientGrowth growth = CoefficientGrowth.of(length, BITS, balls, balls);
    // the growth is read off at whole exponents and between thirds of the length
    double slack = 5 + 0.5 * length;
    for (int i = 0; i < length; i++) {
      double grid = growth.top(balls) + (double) growth.slope() * i;
      double size = start + rate * i;
      assertTrue(grid <= size + 4, "x^" + i + ": " + grid + " above " + size);
      assertTrue(grid >= size - slack, "x^" + i + ": " + grid + " below " + size);
    }
  }

  @Property
  void theFasterGrowthCountsAndThatOfShortPolynomialsDoesNot(
      @ForAll @IntRange(min = -20, max = 20) int rate,
      @ForAll @IntRange(min = 1, max = 20) int faster,
      @ForAll @IntRange(min = 12, max = 100) int length) {
    List<Ball> slow = balls(length, i -> powerOfTwo(rate * i));
    List<Ball> fast = balls(length, i -> powerOfTwo((rate + faster) * i));
    // all but half of the last third
    int size = length - length / 3 / 2 - 1;
    List<Ball> polynomial = balls(size, i -> powerOfTwo((rate + faster) * i));
    assertEquals(rate + faster, CoefficientGrowth.of(length, BITS, slow, fast).slope());
    assertEquals(rate + faster, CoefficientGrowth.of(length, BITS, fast, slow).slope());
    assertEquals(rate, CoefficientGrowth.of(length, BITS, slow, polynomial).slope());
    assertEquals(0, CoefficientGrowth.of(length, BITS, polynomial, polynomial).slope());
  }

  /** A grid finer than the radii would only cost. */
  @Property
  void aWideCoefficientCountsByItsRadius(@ForAll @IntRange(min = -500, max = 500) int magnitude) {
    Ball wide = Ball.of(BigInteger.ONE, magnitude, 1, magnitude);
    List<Ball> balls = balls(12, i -> wide);
    CoefficientGrowth growth = CoefficientGrowth.of(12, BITS, balls, balls);
    assertEquals(0, growth.slope());
    assertTrue(Math.abs(growth.top(balls) - (magnitude + BITS)) <= 1 + 1);
    assertEquals(0, growth.top(balls(12, i -> Ball.exact(0))));
  }
}
