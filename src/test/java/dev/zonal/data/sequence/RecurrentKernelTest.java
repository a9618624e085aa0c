package dev.zonal.data.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.data.input.Sequence;
import dev.zonal.data.input.Vector;
import dev.zonal.data.pair.PairKernel;
import dev.zonal.data.pair.VectorKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.secondopinion.ApfloatArithmetic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apfloat.Apfloat;

/** Kernels of recurrent networks against what they are in other words. */
class RecurrentKernelTest {
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(200);
  private static final int TRIES = 25;

  @Property(tries = TRIES)
  void a_kernel_is_symmetric(
      @ForAll("kernels") RecurrentKernel kernel,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    assertOverlap(value(kernel, x, z), value(kernel, z, x));
  }

  @Property(tries = TRIES)
  void a_rotation_of_all_steps_changes_nothing(
      @ForAll("kernels") RecurrentKernel kernel,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    assertOverlap(value(kernel, x, z), value(kernel, rotated(x), rotated(z)));
  }

  @Property(tries = TRIES)
  void the_cauchy_schwarz_inequality_holds_for_any_lengths(
      @ForAll("kernels") RecurrentKernel kernel,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    Ball square = BALLS.square(value(kernel, x, z));
    Ball product = BALLS.multiply(value(kernel, x, x), value(kernel, z, z));
    assertTrue(!square.certainlyGreater(product), () -> square + " > " + product);
  }

  @Property(tries = TRIES)
  void a_higher_precision_encloses_the_same_number(
      @ForAll("kernels") RecurrentKernel kernel,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    Ball fine = kernel.value(BallArithmetic.ofBits(400), x, z);
    Ball coarse = kernel.value(BALLS, x, z);
    assertOverlap(coarse, fine);
    assertTrue(fine.isExact() || fine.accuracyBits() > 150 || fine.binaryOrder() < -200);
  }

  /** The recursion in plain decimals, written once more and without any of the classes of ours. */
  @Property(tries = TRIES)
  void the_recursion_without_balls_agrees(
      @ForAll("kernels") RecurrentKernel kernel,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    assertPlain(kernel, x, z);
  }

  @Property(tries = TRIES)
  void it_agrees_on_sequences_that_begin_alike(
      @ForAll("kernels") RecurrentKernel kernel,
      @ForAll("plane") Sequence x,
      @ForAll("directions") Vector one,
      @ForAll("directions") Vector two) {
    assertPlain(kernel, Sequences.followed(x, one), Sequences.followed(x, two));
  }

  private static void assertPlain(RecurrentKernel kernel, Sequence x, Sequence z) {
    ApfloatArithmetic decimals = ApfloatArithmetic.ofDigits(60);
    Apfloat plain = new PlainRecursion(decimals, kernel).value(x, z);
    Ball ball = value(kernel, x, z);
    Ball other = BALLS.of(Rational.of(new BigDecimal(plain.toString(true))));
    assertTrue(
        BALLS.subtract(ball, other).upperMagnitude().binaryOrder() < -100,
        () -> kernel + ": " + ball + ", " + plain);
  }

  @Property(tries = TRIES)
  void the_tangent_kernel_of_one_step_is_that_of_a_dense_network(
      @ForAll("oneStep") String activation,
      @ForAll @IntRange(min = 1, max = 3) int layers,
      @ForAll("numbers") Rational x,
      @ForAll("numbers") Rational z) {
    // With m = 1, su2 = sv2 = sw2 every layer of the dense network is one of ours.
    RecurrentKernel kernel =
        kernel("rntk:act=" + activation + ",L=" + layers + ",sw2=7,su2=3/2,sv2=3/2");
    PairKernel<Vector> dense =
        VectorKernel.of(
            KernelSpecification.parse("ntk:act=" + activation + ",L=" + layers + ",sw2=3/2"));
    Vector one = Vector.of(List.of(x));
    Vector two = Vector.of(List.of(z));
    Vector unit = Vector.of(List.of(Rational.ONE));
    Ball expected =
        BALLS.multiply(
            dense.value(BALLS, one, two),
            value(kernel, new Sequence(List.of(unit)), new Sequence(List.of(unit))));
    assertOverlap(expected, value(kernel, new Sequence(List.of(one)), new Sequence(List.of(two))));
  }

  /** x, 0, ..., 0 and z, 0, ..., 0 of T steps, at sw2 = 2: a dense network of T layers. */
  @Property(tries = TRIES)
  void an_impulse_is_seen_through_as_many_layers_as_there_are_steps(
      @ForAll @IntRange(min = 1, max = 6) int length,
      @ForAll("directions") Vector x,
      @ForAll("directions") Vector z) {
    RecurrentKernel kernel = kernel("rntk:act=relu,sw2=2,su2=2,sv2=2");
    PairKernel<Vector> dense =
        VectorKernel.onSphere(KernelSpecification.parse("fcntk:L=" + length));
    Rational norms = x.squaredNorm().multiply(z.squaredNorm());
    Ball size = BALLS.multiply(BALLS.sqrt(BALLS.of(norms)), BALLS.of(length + 1L));
    assertOverlap(
        BALLS.multiply(size, dense.value(BALLS, x, z)),
        value(kernel, impulse(x, length), impulse(z, length)));
  }

  private static Sequence impulse(Vector first, int length) {
    List<Vector> steps = new ArrayList<>();
    steps.add(first);
    while (steps.size() < length) {
      steps.add(Sequences.scaled(first, Rational.ZERO));
    }
    return new Sequence(steps);
  }

  /** Sum over the ages j of C(j+L-1, L-1) (j+L+1) sw2^j times the product of the steps. */
  @Property(tries = TRIES)
  void linear_units_weigh_the_products_of_steps_by_their_age(
      @ForAll @IntRange(min = 1, max = 4) int layers,
      @ForAll("weights") Rational sw2,
      @ForAll("weights") Rational su2,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    RecurrentKernel kernel =
        kernel("rntk:act=linear,L=%s,sw2=%s,su2=%s,sv2=3".formatted(layers, sw2, su2));
    Rational sum = Rational.ZERO;
    for (int j = 0; j < Math.min(x.length(), z.length()); j++) {
      Rational product = aged(x, j).dot(aged(z, j));
      sum = sum.add(weight(j, layers, sw2).multiply(product));
    }
    Rational expected = sum.multiply(su2.pow(layers)).multiply(3).divide(x.dimension());
    assertTrue(value(kernel, x, z).contains(expected));
  }

  @Property(tries = TRIES)
  void the_diagonal_of_relus_is_a_weighted_sum_of_squares(
      @ForAll @IntRange(min = 1, max = 4) int layers,
      @ForAll("slopes") Rational slope,
      @ForAll("weights") Rational sw2,
      @ForAll("weights") Rational su2,
      @ForAll("plane") Sequence x) {
    RecurrentKernel kernel =
        kernel(
            "rntk:act=leaky,slope=%s,L=%s,sw2=%s,su2=%s,sv2=3".formatted(slope, layers, sw2, su2));
    Rational moment = slope.multiply(slope).add(1).divide(2);
    Rational q = sw2.multiply(moment);
    Rational p = su2.multiply(moment);
    Rational sum = Rational.ZERO;
    for (int j = 0; j < x.length(); j++) {
      sum = sum.add(weight(j, layers, q).multiply(aged(x, j).squaredNorm()));
    }
    Rational factor = moment.multiply(3).multiply(p.pow(layers - 1)).multiply(su2);
    assertTrue(value(kernel, x, x).contains(sum.multiply(factor).divide(x.dimension())));
  }

  /** With one layer, a bias and a state before the first step. */
  @Property(tries = TRIES)
  void the_diagonal_of_one_layer_with_a_bias_and_a_state_is_known(
      @ForAll("weights") Rational sw2,
      @ForAll("weights") Rational sb2,
      @ForAll("weights") Rational sh2,
      @ForAll("plane") Sequence x) {
    RecurrentKernel kernel =
        kernel("rntk:act=relu,sw2=%s,su2=3,sb2=%s,sh2=%s".formatted(sw2, sb2, sh2));
    Rational q = sw2.divide(2);
    Rational sum = q.pow(x.length() - 1).multiply(sw2).multiply(sh2).multiply(x.length() + 1L);
    for (int j = 0; j < x.length(); j++) {
      Rational own = aged(x, j).squaredNorm().multiply(3).divide(x.dimension()).add(sb2);
      sum = sum.add(weight(j, 1, q).multiply(own));
    }
    assertTrue(value(kernel, x, x).contains(sum.divide(2)));
  }

  @Property(tries = 15)
  void the_mean_is_that_of_all_pairs_of_prefixes(
      @ForAll("networks") RecurrentNetwork network,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    RecurrentKernel last = new RecurrentKernel(network, ReadOut.LAST, true);
    RecurrentKernel mean = new RecurrentKernel(network, ReadOut.MEAN, true);
    Ball sum = BALLS.of(0);
    for (int t = 1; t <= x.length(); t++) {
      for (int s = 1; s <= z.length(); s++) {
        sum = BALLS.add(sum, prefixes(last, x, t, z, s));
      }
    }
    long pairs = (long) x.length() * z.length();
    assertOverlap(BALLS.scale(sum, Rational.of(1, pairs)), value(mean, x, z));
  }

  @Property(tries = 15)
  void heads_are_the_prefixes_of_one_age(
      @ForAll("networks") RecurrentNetwork network,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    RecurrentKernel last = new RecurrentKernel(network, ReadOut.LAST, true);
    RecurrentKernel heads = new RecurrentKernel(network, ReadOut.HEADS, true);
    Ball sum = BALLS.of(0);
    for (int age = 0; age < Math.min(x.length(), z.length()); age++) {
      sum = BALLS.add(sum, prefixes(last, x, x.length() - age, z, z.length() - age));
    }
    Ball root = BALLS.sqrt(BALLS.of((long) x.length() * z.length()));
    assertOverlap(BALLS.divide(sum, root), value(heads, x, z));
  }

  @Property(tries = 15)
  void two_directions_are_the_sum_of_the_sequence_and_the_reversed_one(
      @ForAll("networks") RecurrentNetwork network,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    RecurrentKernel last = new RecurrentKernel(network, ReadOut.LAST, true);
    RecurrentKernel both = new RecurrentKernel(network, ReadOut.BI, true);
    Ball sum =
        BALLS.add(value(last, x, z), value(last, Sequences.reversed(x), Sequences.reversed(z)));
    assertOverlap(sum, value(both, x, z));
  }

  /** Prefixes of one sequence may be equal without being one and the same. */
  private static Ball prefixes(RecurrentKernel last, Sequence x, int t, Sequence z, int s) {
    RecurrentKernel.Reading<Ball> one = reading(last, Sequences.prefix(x, t));
    RecurrentKernel.Reading<Ball> two = reading(last, Sequences.prefix(z, s));
    return last.value(BALLS, one, two, x.equals(z) && t == s);
  }

  private static RecurrentKernel.Reading<Ball> reading(RecurrentKernel kernel, Sequence x) {
    return kernel.reading(BALLS, MovingSequence.still(x));
  }

  /** Steps before the ones in common matter by their variance only. */
  @Property(tries = 15)
  void zeros_in_front_change_nothing_without_biases(
      @ForAll("homogeneous") String activation,
      @ForAll @IntRange(min = 1, max = 3) int layers,
      @ForAll("plane") Sequence x,
      @ForAll("plane") Sequence z) {
    RecurrentKernel kernel = kernel("rntk:act=" + activation + ",L=" + layers);
    List<Vector> steps = new ArrayList<>(Collections.nCopies(2, Sequences.vector("0,0")));
    steps.addAll(x.steps());
    assertOverlap(value(kernel, x, z), value(kernel, new Sequence(steps), z));
  }

  /** The state before the first step is one more bias there, if all sequences have it. */
  @Example
  void a_shared_state_is_a_coordinate_of_the_first_step() {
    Sequence x = Sequences.of("1,0;1/2,2");
    Sequence z = Sequences.of("0,1;1,1");
    RecurrentKernel shared = kernel("rntk:act=erf,sw2=2,su2=2,sh2=1/4,hidden=shared");
    RecurrentKernel plain = kernel("rntk:act=erf,sw2=2,su2=3");
    // (su2/m) |h|^2 = sw2 sh2 with m = 3 and h = 1/sqrt 2 cannot be written; twice the numbers can.
    Sequence longer = Sequences.of("1,0,1/2;1/2,2,0");
    Sequence other = Sequences.of("0,1,1/2;1,1,0");
    RecurrentKernel quarter = kernel("rntk:act=erf,sw2=2,su2=2,sh2=1/8,hidden=shared");
    assertOverlap(value(quarter, x, z), value(plain, longer, other));
    assertTrue(!value(shared, x, z).overlaps(value(plain, longer, other)));
  }

  /** Equal sequences have their state in common, others have not. */
  @Example
  void a_state_of_its_own_makes_a_kernel_jump_at_equal_sequences() {
    RecurrentKernel kernel = kernel("rntk:act=relu,sh2=1");
    Sequence x = Sequences.of("1;2");
    Sequence near =
        Sequences.of("1;2000000000000000000000000000001/1000000000000000000000000000000");
    BallArithmetic fine = BallArithmetic.ofBits(400);
    Ball jump = BALLS.subtract(value(kernel, x, x), kernel.value(fine, x, near));
    assertTrue(jump.certainlyGreater(BALLS.of(Rational.of(1, 10))), jump::toString);
    RecurrentKernel shared = kernel("rntk:act=relu,sh2=1,hidden=shared");
    Ball difference = BALLS.subtract(value(shared, x, x), shared.value(fine, x, near));
    assertTrue(difference.upperMagnitude().binaryOrder() < -40, difference::toString);
  }

  @Property(tries = TRIES)
  void scaling_of_homogeneous_units_scales_their_kernel(
      @ForAll("plane") Sequence x, @ForAll("plane") Sequence z) {
    RecurrentKernel kernel = kernel("rntk:act=leaky,slope=1/5,L=2");
    Ball scaled =
        value(kernel, Sequences.scaled(x, Rational.of(3)), Sequences.scaled(z, Rational.of(1, 2)));
    assertOverlap(BALLS.scale(value(kernel, x, z), Rational.of(3, 2)), scaled);
  }

  /**
   * Sequences of numbers have the correlation 1 or -1 at the first step, whatever the precision.
   */
  @Property(tries = TRIES)
  void numbers_are_parallel_exactly(
      @ForAll("homogeneous") String activation,
      @ForAll("line") Sequence x,
      @ForAll("line") Sequence z) {
    RecurrentKernel kernel = kernel("rntk:act=" + activation);
    Ball value = value(kernel, x, z);
    assertTrue(value.accuracyBits() > 150 || value.binaryOrder() < -150, value::toString);
  }

  @Example
  void doubles_fail_where_balls_know() {
    RecurrentKernel kernel = kernel("rntk:act=relu,sw2=1/4");
    Sequence x = Sequences.of("1,1/3;2,1/7;1,1/3;2,1/7;1,1;1/3,1;1,1;1,2;1,1;1,3;1,1/3;1,1");
    List<Vector> steps = new ArrayList<>(x.steps());
    steps.set(0, Sequences.vector("1,1/2"));
    Sequence y = new Sequence(steps);
    Ball certified =
        BALLS.subtract(
            BALLS.add(value(kernel, x, x), value(kernel, y, y)),
            BALLS.scale(value(kernel, x, y), Rational.of(2)));
    assertTrue(certified.isPositive(), certified::toString);
    assertEquals(
        kernel.value(new DoubleArithmetic(), x, Sequences.of("1,1")),
        value(kernel, x, Sequences.of("1,1")).toDouble(),
        1e-12);
  }

  private static Vector aged(Sequence x, int age) {
    return x.steps().get(x.length() - 1 - age);
  }

  /** C(j+L-1, L-1) (j+L+1) q^j. */
  private static Rational weight(int age, int layers, Rational q) {
    Rational choose = Rational.ONE;
    for (int i = 1; i < layers; i++) {
      choose = choose.multiply(age + i).divide(i);
    }
    return choose.multiply(age + layers + 1L).multiply(q.pow(age));
  }

  private static RecurrentKernel kernel(String specification) {
    return (RecurrentKernel) RecurrentSpecification.parse(specification);
  }

  private static Ball value(RecurrentKernel kernel, Sequence x, Sequence z) {
    return kernel.value(BALLS, x, z);
  }

  private static void assertOverlap(Ball expected, Ball actual) {
    assertTrue(expected.overlaps(actual), () -> expected + ", " + actual);
    assertTrue(
        BALLS.subtract(expected, actual).upperMagnitude().binaryOrder()
            < Math.max(expected.binaryOrder(), 0) - 100,
        () -> expected + ", " + actual);
  }

  /** By (3/5, 4/5). */
  private static Sequence rotated(Sequence x) {
    return new Sequence(
        x.steps().stream()
            .map(
                v -> {
                  Rational a = v.coordinate(0);
                  Rational b = v.coordinate(1);
                  return Vector.of(
                      List.of(
                          a.multiply(3).subtract(b.multiply(4)).divide(5),
                          a.multiply(4).add(b.multiply(3)).divide(5)));
                })
            .toList());
  }

  @Provide
  Arbitrary<Sequence> plane() {
    return Sequences.sequences(2);
  }

  @Provide
  Arbitrary<Sequence> line() {
    return Sequences.sequences(1);
  }

  @Provide
  Arbitrary<Vector> directions() {
    return Sequences.vectors(2).filter(v -> !v.isZero());
  }

  @Provide
  Arbitrary<Rational> numbers() {
    return Sequences.coordinates().filter(x -> !x.isZero());
  }

  @Provide
  Arbitrary<Rational> weights() {
    return Arbitraries.integers().between(0, 12).map(n -> Rational.of(n, 4));
  }

  @Provide
  Arbitrary<Rational> slopes() {
    return Arbitraries.integers().between(-5, 5).map(n -> Rational.of(n, 5));
  }

  @Provide
  Arbitrary<String> homogeneous() {
    return Arbitraries.of("relu", "leaky,slope=1/5", "leaky,slope=-1/2", "abs", "linear");
  }

  @Provide
  Arbitrary<String> oneStep() {
    return Arbitraries.of("relu", "leaky,slope=1/5", "abs", "erf", "gelu", "sin", "relu,power=2");
  }

  @Provide
  Arbitrary<RecurrentNetwork> networks() {
    Arbitrary<String> activations =
        Arbitraries.of("relu", "leaky,slope=1/5", "abs", "erf", "linear", "sin", "gelu");
    return Combinators.combine(
            activations, Arbitraries.integers().between(1, 2), weights(), weights(), states())
        .as(
            (activation, layers, sw2, sb2, state) ->
                kernel(
                        "rntk:act=%s,L=%s,sw2=%s,su2=1,sb2=%s,%s"
                            .formatted(activation, layers, sw2, sb2, state))
                    .network());
  }

  private static Arbitrary<String> states() {
    return Arbitraries.of(
        "hidden=zero", "sh2=1/2,hidden=shared", "sh2=1/2,hidden=independent", "sh2=0");
  }

  @Provide
  Arbitrary<RecurrentKernel> kernels() {
    return Combinators.combine(
            networks(), Arbitraries.of(ReadOut.class), Arbitraries.of(true, false))
        .as(RecurrentKernel::new);
  }
}
