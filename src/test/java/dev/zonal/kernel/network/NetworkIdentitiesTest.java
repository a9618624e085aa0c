package dev.zonal.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.ExponentialActivation;
import dev.zonal.kernel.activation.GaussianPair;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.elementary.ArcCosineKernel;
import dev.zonal.kernel.layer.Dual;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.testkit.Kernels;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Networks that have two names, or are made of others, are the same functions. */
class NetworkIdentitiesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);
  private static final Activation RELU = HomogeneousActivation.rectifiedPower(1);
  private static final int TRIES = 40;

  private static Ball at(Kernel kernel, Rational u) {
    return kernel.evaluate(OVER, ChordAngle.ofCosine(OVER, u));
  }

  private static Ball unscaled(Kernel kernel, Rational u) {
    return OVER.multiply(kernel.paperScale(OVER), at(kernel, u));
  }

  /** Unnormalised kernels may be large: to 25 digits of what is larger than 1. */
  private static void assertSame(Ball expected, Ball value, Object what) {
    assertTrue(expected.overlaps(value), () -> what + ": " + expected + ", " + value);
    double relative = distance(expected, value) / Math.max(1, Math.abs(expected.toDouble()));
    assertTrue(relative < 1e-25, () -> what + ": " + relative);
  }

  private static double distance(Ball a, Ball b) {
    return OVER.subtract(a, b).abs().upperDecimal(3).doubleValue();
  }

  @Test
  void activations_of_two_names_are_one() {
    for (String[] names :
        new String[][] {
          {"ntk:act=leaky,slope=0,L=2", "ntk:act=relu,L=2"},
          {"ntk:act=leaky,slope=-1,L=2", "ntk:act=abs,L=2"},
          {"ntk:act=relu,power=1,L=2", "ntk:L=2"},
          {"resntk:L=2,alpha=1/2,act=leaky,slope=0,sw2=2", "resntk:L=2,alpha=1/2"},
          {"resnngp:L=2,alpha=1/2,act=relu", "resnngp:L=2,alpha=1/2"}
        }) {
      assertEquals(KernelSpecification.parse(names[1]), KernelSpecification.parse(names[0]));
    }
  }

  @Property(tries = TRIES)
  void relus_of_weight_two_without_biases_are_the_fully_connected_network(
      @ForAll @IntRange(min = 1, max = 8) int depth, @ForAll("cosines") Rational u) {
    DenseLayer he = new DenseLayer(RELU, Rational.of(2), Rational.ZERO);
    Kernel tangent = new NeuralTangentKernel(depth, he, Training.ALL);
    Kernel named = new FullyConnectedTangentKernel(depth);
    assertSame(at(named, u), at(tangent, u), tangent);
    assertEquals(named.normalForm(), tangent.normalForm());
    // Theta is 2 (L + 1) at u = 1 with the first layer's variance 2, and L + 1 with 1.
    assertSame(OVER.scale(unscaled(named, u), Rational.of(2)), unscaled(tangent, u), tangent);
    Kernel process = new NetworkGaussianProcessKernel(depth, he);
    assertSame(at(new FullyConnectedGaussianProcessKernel(depth), u), at(process, u), process);
    assertEquals(new FullyConnectedGaussianProcessKernel(depth).normalForm(), process.normalForm());
  }

  @Property(tries = TRIES)
  void one_layer_of_powers_is_the_arc_cosine_kernel(
      @ForAll @IntRange(min = 1, max = 9) int n,
      @ForAll("weights") Rational weight,
      @ForAll("cosines") Rational u) {
    Activation power = HomogeneousActivation.rectifiedPower(n);
    Kernel process =
        new NetworkGaussianProcessKernel(1, new DenseLayer(power, weight, Rational.ZERO));
    assertSame(at(new ArcCosineKernel(n), u), at(process, u), process);
    assertEquals(new ArcCosineKernel(n), process.normalForm());
  }

  /** Weights of a homogeneous activation are a factor, as long as there are no biases. */
  @Property(tries = TRIES)
  void without_biases_the_weights_are_a_factor(
      @ForAll("homogeneous") Activation activation,
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll("weights") Rational weight,
      @ForAll("cosines") Rational u) {
    DenseLayer unit = new DenseLayer(activation, Rational.ONE, Rational.ZERO);
    DenseLayer other = new DenseLayer(activation, weight, Rational.ZERO);
    Kernel expected = new NeuralTangentKernel(depth, unit, Training.ALL);
    Kernel kernel = new NeuralTangentKernel(depth, other, Training.ALL);
    assertSame(at(expected, u), at(kernel, u), kernel);
    // 1 + n + ... + n^L for the weights in front of each layer's activation
    int n = activation.homogeneity().orElseThrow();
    int factors = IntStream.rangeClosed(0, depth).map(l -> (int) Math.pow(n, l)).sum();
    Ball factor = OVER.power(OVER.of(weight), factors);
    assertSame(OVER.multiply(factor, unscaled(expected, u)), unscaled(kernel, u), kernel);
  }

  @Property(tries = TRIES)
  void the_layers_that_are_trained_add_up_to_the_whole(
      @ForAll("smooth") DenseNetwork network, @ForAll("cosines") Rational u) {
    int layers = network.depth() + 1;
    Ball sum = OVER.of(0);
    for (int l = 1; l <= layers; l++) {
      sum = OVER.add(sum, unscaled(network.tangent(Training.of(List.of(l))), u));
    }
    Ball whole = unscaled(network.tangent(Training.ALL), u);
    assertSame(whole, sum, network);
    Ball hidden = unscaled(network.tangent(Training.HIDDEN), u);
    Ball last = unscaled(network.tangent(Training.LAST), u);
    assertSame(whole, OVER.add(hidden, last), network);
    assertSame(
        unscaled(network.tangent(Training.FIRST), u),
        unscaled(network.tangent(Training.of(List.of(1))), u),
        network);
    List<Integer> every = IntStream.rangeClosed(1, layers).boxed().toList();
    assertEquals(network.tangent(Training.ALL), network.tangent(Training.of(every)));
  }

  @Property(tries = TRIES)
  void a_trained_read_out_leaves_the_gaussian_process(
      @ForAll("smooth") DenseNetwork network, @ForAll("cosines") Rational u) {
    Kernel last = network.tangent(Training.LAST);
    Kernel process = new NetworkGaussianProcessKernel(network.depth(), network.layer());
    assertSame(unscaled(process, u), unscaled(last, u), last);
    assertSame(at(process, u), at(last, u), last);
    assertEquals(process.normalForm(), last.normalForm());
  }

  /** Theta = sum of sw2^(L+1-l) c_l, c_l affine in u. */
  @Property(tries = TRIES)
  void linear_units_make_a_polynomial_of_degree_one(
      @ForAll @IntRange(min = 1, max = 5) int depth,
      @ForAll("weights") Rational weight,
      @ForAll("biases") Rational bias,
      @ForAll("cosines") Rational u) {
    DenseLayer layer = new DenseLayer(HomogeneousActivation.leaky(Rational.ONE), weight, bias);
    Rational covariance = weight.multiply(u).add(bias);
    Rational theta = covariance;
    for (int l = 1; l <= depth; l++) {
      covariance = weight.multiply(covariance).add(bias);
      theta = covariance.add(weight.multiply(theta));
    }
    Kernel tangent = new NeuralTangentKernel(depth, layer, Training.ALL);
    Kernel process = new NetworkGaussianProcessKernel(depth, layer);
    assertSame(OVER.of(theta), unscaled(tangent, u), tangent);
    assertSame(OVER.of(covariance), unscaled(process, u), process);
    assertSame(at(tangent.normalForm(), u), at(tangent, u), tangent);
    assertSame(at(process.normalForm(), u), at(process, u), process);
  }

  /** c_1 = sw2 u + sb2 and F by itself, layer by layer, with nothing normalised. */
  @Property(tries = TRIES)
  void the_unnormalised_kernels_are_those_of_the_literature(
      @ForAll("smooth") DenseNetwork network, @ForAll("inside") Rational u) {
    DenseLayer layer = network.layer();
    Ball weight = layer.weight().in(OVER);
    Ball bias = layer.bias().in(OVER);
    Ball q = OVER.add(weight, bias);
    Ball c = OVER.add(OVER.multiply(weight, OVER.of(u)), bias);
    Ball theta = c;
    for (int l = 1; l <= network.depth(); l++) {
      GaussianPair<Ball> pair = GaussianPair.of(OVER, q, q, c);
      Ball slope = layer.activation().derivative(OVER, pair);
      Ball variance = layer.activation().variance(OVER, q);
      c = OVER.add(OVER.multiply(weight, layer.activation().covariance(OVER, pair)), bias);
      q = OVER.add(OVER.multiply(weight, variance), bias);
      theta = OVER.add(c, OVER.multiply(weight, OVER.multiply(slope, theta)));
    }
    assertSame(theta, unscaled(network.tangent(Training.ALL), u), network);
    Kernel process = new NetworkGaussianProcessKernel(network.depth(), layer);
    assertSame(c, unscaled(process, u), network);
    assertSame(q, process.paperScale(OVER), network);
  }

  /** Tirer, Bruna and Giryes have no factor 2 inside a block. */
  @Property(tries = TRIES)
  void the_network_of_tirer_has_another_branch_weight(
      @ForAll @IntRange(min = 1, max = 8) int depth,
      @ForAll("weights") Rational alpha,
      @ForAll("cosines") Rational u) {
    Kernel theirs = allTrained(depth, new ResidualLayer(alpha, RELU, Rational.ONE));
    Parameter ours = RationalPower.sqrt(alpha.multiply(alpha).divide(2));
    Kernel named =
        new ResidualTangentKernel(depth, ours, Rational.ZERO, ResidualTangentKernel.Training.ALL);
    assertSame(at(named, u), at(theirs, u), theirs);
    assertSame(unscaled(named, u), unscaled(theirs, u), theirs);
  }

  private static Kernel allTrained(int depth, ResidualLayer layer) {
    return new ResidualTangentKernel(
        depth,
        new ResidualTangentRecursion(layer, Rational.ZERO, ResidualTangentKernel.Training.ALL));
  }

  /** Blocks that hardly add anything all do what the first one does, K(u) + u K'(u). */
  @Property(tries = TRIES)
  void a_residual_network_of_small_branches_is_one_of_one_block(
      @ForAll("tangents") Activation activation,
      @ForAll @IntRange(min = 1, max = 5) int depth,
      @ForAll("inside") Rational u) {
    Rational small = Rational.of(1, 1L << 60);
    ResidualLayer layer = new ResidualLayer(small, activation, Rational.ONE);
    Kernel kernel =
        new ResidualTangentKernel(
            depth,
            new ResidualTangentRecursion(
                layer, Rational.ZERO, ResidualTangentKernel.Training.BLOCKS));
    ChordAngle<Ball> angle = ChordAngle.ofCosine(OVER, u);
    Dual<Ball> dual = activation.dual(OVER, OVER.of(1), activation.variance(OVER, OVER.of(1)));
    Ball limit =
        OVER.divide(
            OVER.add(dual.value(angle), OVER.multiply(OVER.of(u), dual.slope(angle))),
            OVER.add(OVER.of(1), dual.slopeAtOne()));
    double distance = distance(limit, at(kernel, u));
    assertTrue(distance < 1e-30, () -> kernel + ": " + distance);
  }

  /** Blocks that are all there is are layers of a network without biases. */
  @Property(tries = TRIES)
  void a_residual_network_of_large_branches_is_fully_connected(
      @ForAll @IntRange(min = 1, max = 4) int depth,
      @ForAll("slopes") Rational slope,
      @ForAll("inside") Rational u) {
    Activation leaky = HomogeneousActivation.leaky(slope);
    Rational large = Rational.of(1L << 60);
    Kernel residual =
        new ResidualGaussianProcessKernel(depth, new ResidualLayer(large, leaky, Rational.ONE));
    Kernel dense =
        new NetworkGaussianProcessKernel(depth, new DenseLayer(leaky, Rational.ONE, Rational.ZERO));
    double distance = distance(at(dense, u), at(residual, u));
    assertTrue(distance < 1e-25, () -> residual + ": " + distance);
  }

  /** Cho and Saul 2009, with theta in place of u. */
  @Property(tries = 60)
  void the_arc_cosine_kernels_of_degree_two_and_three_are_the_printed_ones(
      @ForAll("cosines") Rational u) {
    ChordAngle<Ball> at = ChordAngle.ofCosine(OVER, u);
    Ball v = OVER.subtract(OVER.pi(), at.theta());
    Ball c = OVER.of(u);
    Ball s = OVER.sqrt(OVER.of(Rational.ONE.subtract(u.multiply(u))));
    Ball square = OVER.of(u.multiply(u));
    Ball two =
        OVER.add(
            OVER.multiply(v, OVER.add(Ball.exact(1), OVER.scale(square, Rational.of(2)))),
            OVER.multiply(OVER.scale(c, Rational.of(3)), s));
    assertTrue(
        OVER.scale(OVER.divide(two, OVER.pi()), Rational.of(1, 3))
            .overlaps(at(new ArcCosineKernel(2), u)));
    Ball cube = OVER.of(u.multiply(9).add(u.pow(3).multiply(6)));
    Ball three =
        OVER.add(
            OVER.multiply(v, cube),
            OVER.multiply(OVER.add(Ball.exact(4), OVER.scale(square, Rational.of(11))), s));
    assertTrue(
        OVER.scale(OVER.divide(three, OVER.pi()), Rational.of(1, 15))
            .overlaps(at(new ArcCosineKernel(3), u)));
  }

  /** The angle form of a layer against the cosine form; 1 - f keeps its relative accuracy. */
  @Property(tries = 100)
  void nothing_cancels_next_to_coincidence(
      @ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(min = 1, max = 40) int power) {
    Rational u = Rational.ONE.subtract(Rational.ONE.divide(Rational.of(1L << power)));
    ChordAngle<Ball> at = ChordAngle.ofCosine(OVER, u);
    Ball through = at.throughLayer(n, OVER.of(1), OVER.of(0)).versine();
    Ball plain = OVER.subtract(Ball.exact(1), at(new ArcCosineKernel(n), u));
    assertTrue(through.overlaps(plain));
    assertTrue(through.accuracyBits() > 130, through::toString);
  }

  /**
   * c_l = c_{l-1} + a^2 sw2 F, and the tangent kernel of its blocks, block by block, with trained
   * biases of variance tau^2; the first and the last layer add c_0 times all slopes, and c_L.
   */
  @Property(tries = 60)
  void a_residual_network_is_its_recursion_in_covariances(
      @ForAll("tangents") Activation phi,
      @ForAll("weights") Rational sw2,
      @ForAll("biases") Rational tau,
      @ForAll("inside") Rational u) {
    int depth = phi.toString().equals("exp") || phi.homogeneity().orElse(1) > 1 ? 1 : 3;
    Rational square = Rational.of(4, 9);
    Ball weight = OVER.of(sw2.multiply(square));
    Ball q = Ball.exact(1);
    Ball c = OVER.of(u);
    Ball blocks = Ball.exact(0);
    Ball first = c;
    for (int l = 1; l <= depth; l++) {
      GaussianPair<Ball> pair =
          GaussianPair.of(OVER, q, ChordAngle.ofCosine(OVER, OVER.divide(c, q)));
      Ball covariance = phi.covariance(OVER, pair);
      Ball slope = phi.derivative(OVER, pair);
      Ball seen = OVER.add(c, OVER.of(tau.multiply(tau)));
      Ball own = OVER.scale(OVER.add(covariance, OVER.multiply(slope, seen)), sw2);
      Ball passed = OVER.add(Ball.exact(1), OVER.multiply(weight, slope));
      blocks = OVER.add(OVER.multiply(passed, blocks), own);
      first = OVER.multiply(passed, first);
      q = OVER.add(q, OVER.multiply(weight, phi.variance(OVER, q)));
      c = OVER.add(c, OVER.multiply(weight, covariance));
    }
    Ball all = OVER.add(OVER.add(c, first), OVER.scale(blocks, square));
    ResidualLayer layer = new ResidualLayer(Rational.of(2, 3), phi, sw2);
    for (ResidualTangentKernel.Training training : ResidualTangentKernel.Training.values()) {
      Kernel tangent =
          new ResidualTangentKernel(depth, new ResidualTangentRecursion(layer, tau, training));
      Ball expected = training == ResidualTangentKernel.Training.ALL ? all : blocks;
      assertSame(expected, unscaled(tangent, u), tangent);
    }
    Kernel process = new ResidualGaussianProcessKernel(depth, layer);
    assertSame(c, unscaled(process, u), process);
  }

  /** A network of given layers, of which any may be trained. */
  record DenseNetwork(int depth, DenseLayer layer) {
    Kernel tangent(Training training) {
      return new NeuralTangentKernel(depth, layer, training);
    }
  }

  /** The variances of exp grow out of every range behind the first layer. */
  private static int deepest(Activation phi) {
    if (phi.homogeneity().filter(n -> n == 1).isPresent()) {
      return 5;
    }
    return phi instanceof ExponentialActivation ? 1 : 2;
  }

  @Provide
  Arbitrary<DenseNetwork> smooth() {
    return tangents()
        .flatMap(
            phi ->
                Arbitraries.integers()
                    .between(1, deepest(phi))
                    .flatMap(
                        depth ->
                            weights()
                                .flatMap(
                                    w ->
                                        biases()
                                            .map(
                                                b ->
                                                    new DenseNetwork(
                                                        depth, new DenseLayer(phi, w, b))))));
  }

  @Provide
  Arbitrary<Activation> tangents() {
    return Kernels.activations().filter(Activation::hasTangentKernel);
  }

  @Provide
  Arbitrary<Activation> homogeneous() {
    return tangents().filter(phi -> phi.homogeneity().isPresent());
  }

  @Provide
  Arbitrary<Rational> slopes() {
    return Arbitraries.integers().between(-8, 8).map(n -> Rational.of(n, 5));
  }

  @Provide
  Arbitrary<Rational> weights() {
    return Arbitraries.integers().between(1, 12).map(n -> Rational.of(n, 6));
  }

  @Provide
  Arbitrary<Rational> biases() {
    return Arbitraries.integers().between(0, 6).map(n -> Rational.of(n, 6));
  }

  @Provide
  Arbitrary<Rational> cosines() {
    return Kernels.cosines();
  }

  @Provide
  Arbitrary<Rational> inside() {
    return Arbitraries.integers().between(-95, 95).map(n -> Rational.of(n, 100));
  }

  /** The antipode of an odd network is exact, as deep as it may be, and near it nothing cancels. */
  @Property(tries = TRIES)
  void networks_of_signs_are_odd_up_to_the_antipode(
      @ForAll @IntRange(min = 1, max = 30) int depth,
      @ForAll @IntRange(min = 0, max = 40) int nearness) {
    Kernel signs = KernelSpecification.parse("resnngp:act=sign,alpha=1/4,sw2=1,L=" + depth);
    Rational u = Rational.ONE.subtract(Rational.of(1, 1L << nearness));
    Ball near = at(signs, u);
    Ball far = at(signs, u.negate());
    assertTrue(OVER.negate(near).overlaps(far), () -> signs + " at " + u);
    assertTrue(
        OVER.add(near, far).abs().upperDecimal(3).doubleValue() < 1e-50, () -> signs + " at " + u);
    assertTrue(at(signs, Rational.of(-1)).contains(Rational.of(-1)), signs::toString);
  }
}
