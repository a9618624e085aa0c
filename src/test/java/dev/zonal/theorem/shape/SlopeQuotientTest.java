package dev.zonal.theorem.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.network.ResidualTangentKernel.Training;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SlopeQuotientTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(256);
  private static final int TRIES = 100;

  @Provide
  Arbitrary<Rational> weights() {
    return Arbitraries.integers().between(1, 999).map(n -> Rational.of(n, 1000));
  }

  private static Ball at(BiFunction<BallArithmetic, Ball, Ball> what, Rational sigma) {
    return what.apply(OVER, OVER.of(sigma));
  }

  private static Ball value(Training training, int depth, Rational sigma) {
    return at(new SlopeQuotient(training, depth)::value, sigma);
  }

  private static void assertSame(Ball expected, Ball actual) {
    assertTrue(expected.overlaps(actual), expected + " " + actual);
    assertTrue(OVER.subtract(expected, actual).abs().toDouble() < 1e-60);
  }

  @Property(tries = TRIES)
  void it_is_below_one_and_above_the_weight_of_a_branch(
      @ForAll Training training,
      @ForAll @IntRange(min = 2, max = 1000) int depth,
      @ForAll("weights") Rational sigma) {
    Ball rho = value(training, depth, sigma);
    assertTrue(rho.certainlyLess(Ball.exact(1)));
    assertTrue(rho.certainlyGreater(OVER.of(sigma)));
  }

  /** Between two weights the quotient grows, and by the derivative at one between. */
  @Property(tries = TRIES)
  void its_derivative_is_that_of_the_formula(
      @ForAll Training training,
      @ForAll @IntRange(min = 1, max = 50) int depth,
      @ForAll("weights") Rational sigma) {
    Rational step = Rational.of(1, 1_000_000);
    Ball more = value(training, depth, sigma.add(step));
    Ball less = value(training, depth, sigma.subtract(step));
    Ball slope = OVER.scale(OVER.subtract(more, less), step.multiply(2).reciprocal());
    Ball derivative = at(new SlopeQuotient(training, depth)::growthInWeight, sigma);
    assertEquals(slope.toDouble(), derivative.toDouble(), 1e-6);
    assertTrue(depth == 1 && training == Training.BLOCKS || derivative.isPositive());
  }

  @Property(tries = TRIES)
  void the_steps_in_depth_are_differences_and_have_their_signs(
      @ForAll Training training,
      @ForAll @IntRange(min = 1, max = 1000) int depth,
      @ForAll("weights") Rational sigma) {
    SlopeQuotient one = new SlopeQuotient(training, depth);
    SlopeQuotient next = new SlopeQuotient(training, depth + 1);
    assertSame(
        OVER.subtract(at(next::slope, sigma), at(one::slope, sigma)),
        at(one::growthInDepth, sigma));
    assertSame(
        OVER.subtract(at(one::value, sigma), at(next::value, sigma)), at(one::fallInDepth, sigma));
    assertTrue(at(one::growthInDepth, sigma).isPositive());
    assertTrue(at(one::fallInDepth, sigma).isPositive());
  }

  /** Theorem 23.2 (v). */
  @Property(tries = TRIES)
  void with_all_layers_it_is_about_the_weight_of_all_branches(
      @ForAll @IntRange(min = 1, max = 1000) int depth, @ForAll("weights") Rational sigma) {
    Ball slope = at(new SlopeQuotient(Training.ALL, depth)::slope, sigma);
    Rational all = sigma.multiply(depth);
    assertTrue(slope.certainlyGreater(OVER.of(all)));
    assertTrue(slope.certainlyLess(OVER.of(all.multiply(2))));
  }

  @Property(tries = 1)
  void a_network_has_a_layer() {
    assertThrows(IllegalArgumentException.class, () -> new SlopeQuotient(Training.ALL, 0));
  }
}
