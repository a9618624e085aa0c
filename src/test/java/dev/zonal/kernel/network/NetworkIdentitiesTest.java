package dev.zonal.kernel.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.activation.Activation;
import dev.zonal.kernel.activation.GaussianPair;
import dev.zonal.kernel.activation.HomogeneousActivation;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.elementary.ArcCosineKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.testkit.Kernels;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What networks of different names, activations and layers trained have in common. */
class NetworkIdentitiesTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(160);

  @Provide
  Arbitrary<Activation> activations() {
    return Kernels.activations().filter(Activation::hasTangentKernel);
  }

  @Provide
  Arbitrary<Rational> cosines() {
    return Kernels.cosines();
  }

  @Provide
  Arbitrary<Rational> variances() {
    return Arbitraries.integers().between(1, 12).map(n -> Rational.of(n, 6));
  }

  private static Ball at(Kernel kernel, Rational u) {
    return kernel.evaluate(OVER, ChordAngle.ofCosine(OVER, u));
  }

  private static Ball unnormalised(Kernel kernel, Rational u) {
    return OVER.multiply(kernel.paperScale(OVER), at(kernel, u));
  }

  private static void same(Kernel one, Kernel two, Rational u) {
    assertTrue(at(one, u).overlaps(at(two, u)), () -> one + " and " + two + " at " + u);
  }

  /** The recursion of the literature in variances and covariances, written once more. */
  private static Ball literature(
      Activation phi, int depth, Rational sw2, Rational sb2, Rational u, boolean tangent) {
    Ball w = OVER.of(sw2);
    Ball b = OVER.of(sb2);
    Ball q = OVER.add(w, b);
    Ball c = OVER.add(OVER.scale(w, u), b);
    Ball theta = c;
    for (int l = 1; l <= depth; l++) {
      GaussianPair<Ball> pair =
          GaussianPair.of(OVER, q, ChordAngle.ofCosine(OVER, OVER.divide(c, q)));
      Ball slope = tangent ? OVER.multiply(w, phi.derivative(OVER, pair)) : Ball.exact(0);
      c = OVER.add(OVER.multiply(w, phi.covariance(OVER, pair)), b);
      q = OVER.add(OVER.multiply(w, phi.variance(OVER, q)), b);
      theta = OVER.add(c, OVER.multiply(slope, theta));
    }
    return tangent ? theta : c;
  }

  @Property(tries = 200)
  void aNetworkIsTheRecursionOfTheLiterature(
      @ForAll("activations") Activation phi,
      @ForAll("variances") Rational sw2,
      @ForAll @IntRange(min = 0, max = 2) int sb2,
      @ForAll @IntRange(min = -99, max = 99) int percent) {
    Rational u = Rational.of(percent, 100);
    int depth = phi.toString().equals("exp") || phi.homogeneity().orElse(1) > 1 ? 1 : 3;
    DenseLayer layer = new DenseLayer(phi, sw2, Rational.of(sb2, 3));
    Ball tangent = unnormalised(new NeuralTangentKernel(depth, layer, Training.ALL), u);
    Ball process = unnormalised(new NetworkGaussianProcessKernel(depth, layer), u);
    Rational bias = Rational.of(sb2, 3);
    assertTrue(
        tangent.overlaps(literature(phi, depth, sw2, bias, u, true)), () -> layer + " at " + u);
    assertTrue(
        process.overlaps(literature(phi, depth, sw2, bias, u, false)), () -> layer + " at " + u);
  }

  /** Every layer's own part, added up. */
  @Property(tries = 100)
  void thePartsThatAreTrainedAddUpToTheWhole(
      @ForAll("activations") Activation phi,
      @ForAll("variances") Rational sw2,
      @ForAll @IntRange(min = 0, max = 2) int sb2,
      @ForAll("cosines") Rational u) {
    int depth = phi.toString().equals("exp") || phi.homogeneity().orElse(1) > 1 ? 1 : 2;
    DenseLayer layer = new DenseLayer(phi, sw2, Rational.of(sb2, 3));
    Ball sum = Ball.exact(0);
    for (int l = 1; l <= depth + 1; l++) {
      Training one = Training.of(List.of(l));
      sum = OVER.add(sum, unnormalised(new NeuralTangentKernel(depth, layer, one), u));
    }
    Ball whole = unnormalised(new NeuralTangentKernel(depth, layer, Training.ALL), u);
    assertTrue(sum.overlaps(whole), layer + " at " + u + ": " + sum + ", " + whole);
    Ball hidden = unnormalised(new NeuralTangentKernel(depth, layer, Training.HIDDEN), u);
    Ball last = unnormalised(new NeuralTangentKernel(depth, layer, Training.LAST), u);
    assertTrue(OVER.add(hidden, last).overlaps(whole));
    same(
        new NeuralTangentKernel(depth, layer, Training.LAST),
        new NetworkGaussianProcessKernel(depth, layer),
        u);
  }

  @Property(tries = 50)
  void reluOfVarianceTwoIsTheFullyConnectedKernel(
      @ForAll @IntRange(min = 1, max = 6) int depth,
      @ForAll("variances") Rational sw2,
      @ForAll("cosines") Rational u) {
    Activation relu = HomogeneousActivation.rectifiedPower(1);
    DenseLayer layer = new DenseLayer(relu, sw2, Rational.ZERO);
    Kernel tangent = new NeuralTangentKernel(depth, layer, Training.ALL);
    assertEquals(new FullyConnectedTangentKernel(depth), tangent.normalForm());
    same(tangent, new FullyConnectedTangentKernel(depth), u);
    same(
        new NetworkGaussianProcessKernel(depth, layer),
        new FullyConnectedGaussianProcessKernel(depth),
        u);
    assertEquals(KernelSpecification.parse("ntk:act=leaky,slope=0,L=2"), parse("ntk:L=2"));
    assertEquals(parse("ntk:act=leaky,slope=-1,L=2"), parse("ntk:act=abs,L=2"));
    assertEquals(parse("ntk:act=relu,power=1,L=2"), parse("ntk:L=2"));
  }

  private static Kernel parse(String specification) {
    return KernelSpecification.parse(specification);
  }

  @Property(tries = 60)
  void oneLayerOfAPowerIsAnArcCosineKernel(
      @ForAll @IntRange(min = 0, max = 9) int n, @ForAll("cosines") Rational u) {
    Activation phi =
        n == 0 ? HomogeneousActivation.step() : HomogeneousActivation.rectifiedPower(n);
    Kernel process =
        new NetworkGaussianProcessKernel(1, new DenseLayer(phi, Rational.ONE, Rational.ZERO));
    assertEquals(new ArcCosineKernel(n), process.normalForm());
    same(process, new ArcCosineKernel(n), u);
  }

  /** Cho and Saul 2009, with theta in place of u. */
  @Property(tries = 60)
  void theArcCosineKernelsOfDegreeTwoAndThreeAreThePrintedOnes(@ForAll("cosines") Rational u) {
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
  void nothingCancelsNextToCoincidence(
      @ForAll @IntRange(min = 1, max = 8) int n, @ForAll @IntRange(min = 1, max = 40) int power) {
    Rational u = Rational.ONE.subtract(Rational.ONE.divide(Rational.of(1L << power)));
    ChordAngle<Ball> at = ChordAngle.ofCosine(OVER, u);
    Ball through = at.throughLayer(n, OVER.of(1), OVER.of(0)).versine();
    Ball plain = OVER.subtract(Ball.exact(1), at(new ArcCosineKernel(n), u));
    assertTrue(through.overlaps(plain));
    assertTrue(through.accuracyBits() > 130, through::toString);
  }

  @Property(tries = 50)
  void aBranchWeightMayStandInTheVarianceOfItsWeights(
      @ForAll @IntRange(min = 1, max = 5) int depth, @ForAll("cosines") Rational u) {
    // Tirer, Bruna and Giryes: sw2 = 1 and alpha; here alpha/sqrt 2 and sw2 = 2
    Kernel tirer = parse("resntk:L=" + depth + ",alpha=1/3,train=all,sw2=1");
    Kernel ours =
        new ResidualTangentKernel(
            depth,
            RationalPower.sqrt(Rational.of(1, 18)),
            Rational.ZERO,
            ResidualTangentKernel.Training.ALL);
    same(tirer, ours, u);
  }

  /** K_l = K_{l-1} + a^2 sw2 F, and the tangent kernel of its blocks, block by block. */
  @Property(tries = 100)
  void aResidualNetworkIsItsRecursionInCovariances(
      @ForAll("activations") Activation phi,
      @ForAll("variances") Rational sw2,
      @ForAll @IntRange(min = -99, max = 99) int percent) {
    Rational u = Rational.of(percent, 100);
    int depth = phi.toString().equals("exp") || phi.homogeneity().orElse(1) > 1 ? 1 : 3;
    Rational alpha = Rational.of(2, 3);
    Ball weight = OVER.of(sw2.multiply(alpha.pow(2)));
    Ball q = Ball.exact(1);
    Ball c = OVER.of(u);
    Ball blocks = Ball.exact(0);
    for (int l = 1; l <= depth; l++) {
      GaussianPair<Ball> pair =
          GaussianPair.of(OVER, q, ChordAngle.ofCosine(OVER, OVER.divide(c, q)));
      Ball covariance = phi.covariance(OVER, pair);
      Ball slope = phi.derivative(OVER, pair);
      Ball own = OVER.scale(OVER.add(covariance, OVER.multiply(slope, c)), sw2);
      Ball passed = OVER.add(Ball.exact(1), OVER.multiply(weight, slope));
      blocks = OVER.add(OVER.multiply(passed, blocks), own);
      q = OVER.add(q, OVER.multiply(weight, phi.variance(OVER, q)));
      c = OVER.add(c, OVER.multiply(weight, covariance));
    }
    ResidualLayer layer = new ResidualLayer(alpha, phi, sw2);
    Kernel tangent =
        new ResidualTangentKernel(
            depth,
            new ResidualTangentRecursion(
                layer, Rational.ZERO, ResidualTangentKernel.Training.BLOCKS));
    assertTrue(unnormalised(tangent, u).overlaps(blocks), () -> tangent + " at " + u);
    Kernel process = new ResidualGaussianProcessKernel(depth, layer);
    assertTrue(unnormalised(process, u).overlaps(c), () -> process + " at " + u);
  }

  @Example
  void linearUnitsMakePolynomials() {
    assertEquals(parse("polynomial:[0,1]"), parse("ntk:act=leaky,slope=1,L=3,sw2=2").normalForm());
    Kernel biased = parse("ntk:act=leaky,slope=1,L=2,sw2=1/2,sb2=1/3");
    for (Rational u : List.of(Rational.of(-1, 2), Rational.of(1, 3), Rational.ONE)) {
      same(biased, biased.normalForm(), u);
    }
  }
}
