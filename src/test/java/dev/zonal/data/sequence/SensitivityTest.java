package dev.zonal.data.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.kernel.KernelSpecificationException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a step weighs, in three ways, against what each of them means. */
class SensitivityTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(300);
  private static final Rational SMALL = Rational.of(10).pow(-20);
  private static final Sequence X = Sequences.of("3/5,4/5;1,-1/2;-3/4,1/4");
  private static final Sequence Z = Sequences.of("1/2,1;-1/4,1;2/5,-1/5;1,3");
  private static final Vector DIRECTION = Sequences.vector("1,2");

  /** K is homogeneous of degree 1 in the first sequence, if there is no bias and no state. */
  @Property(tries = 15)
  void the_gradients_of_homogeneous_units_obey_eulers_relation(
      @ForAll("activations") String activation,
      @ForAll @IntRange(min = 1, max = 2) int layers,
      @ForAll ReadOut readOut,
      @ForAll("weights") Rational sw2) {
    RecurrentKernel kernel =
        kernel("rntk:act=%s,L=%s,sw2=%s,readout=%s".formatted(activation, layers, sw2, readOut));
    List<List<Ball>> gradients = new StepGradients(kernel).of(BALLS, X, Z);
    Ball sum = BALLS.of(0);
    for (int t = 0; t < X.length(); t++) {
      for (int i = 0; i < X.dimension(); i++) {
        Rational x = X.steps().get(t).coordinate(i);
        sum = BALLS.add(sum, BALLS.scale(gradients.get(t).get(i), x));
      }
    }
    assertNear(kernel.value(BALLS, X, Z), sum, -200);
  }

  @Property(tries = 15)
  void a_gradient_is_the_limit_of_differences(
      @ForAll("smooth") String activation,
      @ForAll @IntRange(min = 1, max = 3) int step,
      @ForAll ReadOut readOut) {
    RecurrentKernel kernel =
        kernel("rntk:act=%s,sw2=3,sb2=1/10,readout=%s".formatted(activation, readOut));
    List<Ball> gradient = new StepGradients(kernel).of(BALLS, X, Z).get(step - 1);
    Ball expected =
        BALLS.add(
            BALLS.scale(gradient.get(0), DIRECTION.coordinate(0)),
            BALLS.scale(gradient.get(1), DIRECTION.coordinate(1)));
    Ball rise =
        BALLS.subtract(
            kernel.value(BALLS, moved(X, step, SMALL), Z),
            kernel.value(BALLS, moved(X, step, SMALL.negate()), Z));
    assertNear(expected, BALLS.divide(rise, BALLS.of(SMALL.multiply(2))), -90);
  }

  /** A sequence of numbers is parallel to another one at its first step, and stays so. */
  @Example
  void numbers_have_gradients_though_they_are_parallel() {
    Sequence x = Sequences.of("1;-1/2;2");
    Sequence z = Sequences.of("1/3;1;-1");
    RecurrentKernel kernel = kernel("rntk:act=relu");
    List<List<Ball>> gradients = new StepGradients(kernel).of(BALLS, x, z);
    Ball sum = BALLS.of(0);
    for (int t = 0; t < 3; t++) {
      sum = BALLS.add(sum, BALLS.scale(gradients.get(t).get(0), x.steps().get(t).coordinate(0)));
    }
    assertNear(kernel.value(BALLS, x, z), sum, -200);
  }

  @Example
  void a_gradient_is_refused_where_there_is_none() {
    StepGradients relu = new StepGradients(kernel("rntk:act=relu"));
    Sequence zero = Sequences.of("0,0;1,1");
    assertRefused("zero vector", () -> relu.of(BALLS, zero, Z));
    assertRefused("parallel", () -> relu.of(BALLS, X, X));
    StepGradients jump = new StepGradients(kernel("rntk:act=erf,sh2=1"));
    assertRefused("jumps", () -> jump.of(BALLS, X, X));
    assertEquals(3, jump.of(BALLS, X, Z).size());
    assertThrows(
        KernelSpecificationException.class, () -> new StepGradients(kernel("rntk:act=tanh")));
  }

  @Property(tries = 15)
  void the_distance_of_smooth_units_is_proportional_to_the_displacement(
      @ForAll("smoothest") String activation, @ForAll @IntRange(min = 1, max = 3) int step) {
    FeatureDistance distance =
        new FeatureDistance(kernel("rntk:act=%s,L=2,sw2=3,sb2=1/10".formatted(activation)));
    Ball quotient =
        BALLS.divide(
            distance.square(BALLS, X, step, DIRECTION, SMALL), BALLS.of(SMALL.multiply(SMALL)));
    assertNear(distance.smooth(BALLS, X, step, DIRECTION), quotient, -50);
  }

  @Property(tries = 15)
  void the_distance_of_units_with_a_kink_is_a_root_of_the_displacement(
      @ForAll("kinked") String activation,
      @ForAll("weights") Rational sw2,
      @ForAll @IntRange(min = 1, max = 3) int step) {
    FeatureDistance distance =
        new FeatureDistance(
            kernel(
                "rntk:act=%s,sw2=%s,su2=3,sv2=2,sb2=1/10,sh2=1/2,hidden=shared"
                    .formatted(activation, sw2)));
    Rational tiny = SMALL.multiply(SMALL);
    BallArithmetic fine = BallArithmetic.ofBits(700);
    Ball square = distance.square(fine, X, step, DIRECTION, tiny);
    Ball quotient = BALLS.divide(square, BALLS.of(tiny));
    assertNear(distance.kink(BALLS, X, step, DIRECTION), quotient, -50);
  }

  @Example
  void a_limit_is_refused_where_there_is_none() {
    FeatureDistance relu = new FeatureDistance(kernel("rntk:act=relu"));
    assertRefused("parallel", () -> relu.smooth(BALLS, X, 2, DIRECTION));
    Sequence zero = Sequences.of("0,0;1,1");
    assertRefused("zero vector", () -> relu.kink(BALLS, zero, 1, DIRECTION));
    for (String other : List.of("rntk:act=relu,L=2", "rnngp:act=relu", "rntk:readout=mean")) {
      FeatureDistance distance = new FeatureDistance(kernel(other));
      assertThrows(KernelSpecificationException.class, () -> distance.kink(BALLS, X, 1, DIRECTION));
    }
    assertThrows(
        KernelSpecificationException.class,
        () -> new FeatureDistance(kernel("rntk:act=relu,sh2=1")));
    assertThrows(
        KernelSpecificationException.class, () -> AgeWeights.of(kernel("rntk:act=erf").network()));
  }

  @Property(tries = 200)
  void weights_are_the_coefficients_of_the_squares(
      @ForAll @IntRange(min = 1, max = 3) int layers,
      @ForAll("weights") Rational sw2,
      @ForAll @IntRange(min = 1, max = 6) int length) {
    RecurrentKernel kernel = kernel("rntk:act=relu,L=%s,sw2=%s".formatted(layers, sw2));
    AgeWeights weights = AgeWeights.of(kernel.network());
    List<Rational> shares = weights.shares(length);
    assertEquals(Rational.ONE, shares.stream().reduce(Rational::add).orElseThrow());
    // One step alone weighs as much as the last one times the quotient of their weights.
    int t = 1 + layers % length;
    Ball alone = kernel.value(BALLS, only(t, length), only(t, length));
    Ball last = kernel.value(BALLS, only(length, length), only(length, length));
    Ball scaled = BALLS.scale(last, weights.at(length - t).divide(weights.at(0)));
    assertNear(scaled, alone, -200);
  }

  /** With one layer: none, or ceil((3q - 2)/(1 - q)) for 2/3 < q < 1, or the oldest. */
  @Property(tries = 200)
  void the_heaviest_age_has_its_knife_edge_at_one(
      @ForAll("growths") Rational q, @ForAll @IntRange(min = 1, max = 300) int length) {
    int heaviest = new AgeWeights(1, q).heaviest(length);
    if (q.compareTo(Rational.ONE) >= 0) {
      assertEquals(length - 1, heaviest);
    } else if (q.compareTo(Rational.of(2, 3)) <= 0) {
      assertEquals(0, heaviest);
    } else {
      Rational peak = q.multiply(3).subtract(2).divide(Rational.ONE.subtract(q));
      assertEquals(Math.min(length - 1, peak.negate().floor().negate().intValue()), heaviest);
    }
  }

  @Property(tries = 200)
  void several_layers_look_further_back(
      @ForAll @IntRange(min = 1, max = 8) int layers, @ForAll("growths") Rational q) {
    AgeWeights weights = new AgeWeights(layers, q);
    Rational edge = Rational.of(layers + 1L).divide((long) layers * (layers + 2));
    assertEquals(q.compareTo(edge) > 0, weights.at(1).compareTo(weights.at(0)) > 0);
    assertEquals(q.compareTo(edge) > 0, weights.heaviest(100) > 0);
  }

  private static Sequence only(int t, int length) {
    StringBuilder text = new StringBuilder();
    for (int s = 1; s <= length; s++) {
      text.append(s > 1 ? ";" : "").append(s == t ? "1,2" : "0,0");
    }
    return Sequences.of(text.toString());
  }

  private static Sequence moved(Sequence x, int step, Rational size) {
    List<Vector> steps = new java.util.ArrayList<>(x.steps());
    Vector from = steps.get(step - 1);
    steps.set(
        step - 1,
        Vector.of(
            List.of(
                from.coordinate(0).add(DIRECTION.coordinate(0).multiply(size)),
                from.coordinate(1).add(DIRECTION.coordinate(1).multiply(size)))));
    return new Sequence(steps);
  }

  private static void assertRefused(String reason, Runnable computation) {
    String message = assertThrows(DomainException.class, computation::run).getMessage();
    assertTrue(message.contains(reason), message);
  }

  private static void assertNear(Ball expected, Ball actual, int order) {
    Ball difference = BALLS.subtract(expected, actual);
    assertTrue(difference.upperMagnitude().binaryOrder() < order, () -> expected + ", " + actual);
  }

  private static RecurrentKernel kernel(String specification) {
    return (RecurrentKernel) RecurrentSpecification.parse(specification);
  }

  @Provide
  Arbitrary<String> activations() {
    return Arbitraries.of("relu", "leaky,slope=1/5", "abs", "linear");
  }

  @Provide
  Arbitrary<String> kinked() {
    return Arbitraries.of("relu", "leaky,slope=1/5", "leaky,slope=-1/2", "abs", "linear");
  }

  @Provide
  Arbitrary<String> smooth() {
    return Arbitraries.of("relu", "relu,power=2", "abs", "erf", "gelu", "sin", "cos");
  }

  @Provide
  Arbitrary<String> smoothest() {
    return Arbitraries.of("erf", "gelu", "sin", "linear");
  }

  @Provide
  Arbitrary<Rational> weights() {
    return Arbitraries.integers().between(1, 12).map(n -> Rational.of(n, 4));
  }

  @Provide
  Arbitrary<Rational> growths() {
    return Arbitraries.integers().between(0, 250).map(n -> Rational.of(n, 200));
  }
}
