package dev.zonal.data.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.Proportion;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.GaussianPair;
import dev.zonal.kernel.angle.ChordAngle;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is said to be proportional is, and nothing else. */
class ProportionTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(150);
  private static final List<String> ACTIVATIONS =
      List.of(
          "relu",
          "relu,power=2",
          "leaky,slope=1/5",
          "leaky,slope=-1/2",
          "linear",
          "abs",
          "step",
          "sign",
          "erf",
          "gelu",
          "sin",
          "cos",
          "exp",
          "tanh",
          "sigmoid",
          "softplus",
          "swish");

  /** Equality in the inequality of Cauchy and Schwarz. */
  @Property(tries = 300)
  void outputs_are_proportional_where_their_covariance_is_as_large_as_it_can_be(
      @ForAll("activations") String name, @ForAll("factors") Rational factor) {
    Activation phi =
        ((RecurrentKernel) RecurrentSpecification.parse("rnngp:act=" + name))
            .network()
            .activation();
    Vector one = Vector.of(List.of(Rational.ONE));
    Proportion inputs = Proportion.of(one, Vector.of(List.of(factor)));
    Ball q = BALLS.of(Rational.of(3, 4));
    Ball other = BALLS.multiply(q, BALLS.of(factor.multiply(factor)));
    Ball first = phi.variance(BALLS, q);
    Ball covariance =
        phi.covariance(
            BALLS,
            GaussianPair.of(
                BALLS, q, other, ChordAngle.ofCosine(BALLS, Rational.of(factor.signum()))));
    Optional<Rational> multiplier = inputs.multiplier(phi);
    assertEquals(multiplier.isPresent(), inputs.through(phi).isProportional());
    if (multiplier.isPresent()) {
      assertTrue(covariance.overlaps(BALLS.scale(first, multiplier.get())), name);
      Ball second = BALLS.scale(first, multiplier.get().pow(2));
      assertTrue(phi.variance(BALLS, other).overlaps(second), name);
    } else {
      Ball most = BALLS.multiply(first, phi.variance(BALLS, other));
      assertTrue(BALLS.square(covariance).certainlyLess(most), () -> name + " at " + factor);
    }
  }

  @Property(tries = 300)
  void vectors_are_proportional_if_one_is_a_multiple_of_the_other(
      @ForAll("planes") Vector x, @ForAll("planes") Vector z) {
    Proportion proportion = Proportion.of(x, z);
    assertEquals(x.isZero() && z.isZero(), proportion.equals(Proportion.NOTHING));
    boolean isMultiple =
        !x.isZero()
            && !z.isZero()
            && x.coordinate(0)
                .multiply(z.coordinate(1))
                .equals(x.coordinate(1).multiply(z.coordinate(0)));
    assertEquals(isMultiple, proportion.isProportional());
    if (isMultiple) {
      assertEquals(z, Sequences.scaled(x, proportion.factor()));
    }
  }

  @Example
  void parts_are_proportional_with_one_factor_or_not_at_all() {
    Proportion twice = Proportion.of(Sequences.vector("1"), Sequences.vector("2"));
    Proportion thrice = Proportion.of(Sequences.vector("1"), Sequences.vector("3"));
    assertTrue(twice.lone() && twice.and(Proportion.NOTHING).lone());
    assertEquals(twice.factor(), twice.and(twice).factor());
    assertTrue(!twice.and(twice).lone());
    assertEquals(twice, Proportion.NOTHING.and(twice));
    assertEquals(Proportion.OTHER, twice.and(thrice));
    assertEquals(Proportion.OTHER, twice.and(Proportion.EQUAL));
    assertEquals(Proportion.OTHER, Proportion.OTHER.and(Proportion.NOTHING));
    assertEquals(Proportion.OTHER, Proportion.of(Sequences.vector("0"), Sequences.vector("3")));
    assertTrue(!Proportion.of(Sequences.vector("1,2"), Sequences.vector("2,4")).lone());
  }

  @Provide
  Arbitrary<String> activations() {
    return Arbitraries.of(ACTIVATIONS);
  }

  @Provide
  Arbitrary<Rational> factors() {
    return Arbitraries.of("1", "-1", "2", "-2", "1/3", "-1/3").map(Rational::parse);
  }

  @Provide
  Arbitrary<Vector> planes() {
    return Arbitraries.integers()
        .between(-2, 2)
        .map(n -> Rational.of(n, 2))
        .list()
        .ofSize(2)
        .map(Vector::of);
  }
}
