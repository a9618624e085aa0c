package dev.zonal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.elementary.MaternKernel;
import dev.zonal.kernel.network.Bias;
import dev.zonal.kernel.network.FullyConnectedGaussianProcessKernel;
import dev.zonal.kernel.network.FullyConnectedTangentKernel;
import dev.zonal.kernel.network.ResidualGaussianProcessKernel;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.testkit.KernelProperties;
import dev.zonal.testkit.Kernels;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KernelIdentitiesTest {
  private static final DoubleArithmetic DOUBLES = new DoubleArithmetic();

  @Property
  void normalised_kernels_are_one_at_coincidence(@ForAll("normalised") Kernel kernel) {
    KernelProperties.isNormalised(kernel, 1e-13);
  }

  @Property
  void no_value_exceeds_the_one_at_coincidence(
      @ForAll("semidefinite") Kernel kernel, @ForAll("cosines") Rational u) {
    KernelProperties.isBoundedByCoincidence(kernel, u, 1e-13);
  }

  @Property
  void rational_values_are_the_values(
      @ForAll("kernels") Kernel kernel, @ForAll("corners") Rational u) {
    KernelProperties.rationalValueIsTheValue(kernel, u, 1e-12);
  }

  @Property(tries = 200)
  void gram_matrices_are_positive_semidefinite(
      @ForAll("semidefinite") Kernel kernel, @ForAll("points") List<double[]> points) {
    KernelProperties.gramMatrixIsPositiveSemidefinite(kernel, points, 1e-12);
  }

  @Test
  void rational_values_at_the_antipode_of_one_layer_are_claimed_and_right() {
    for (String specification :
        List.of(
            "fcntk:L=1",
            "fcntk:L=1,beta=1/3",
            "fcnngp:L=1",
            "resntk:L=1,alpha=2",
            "resnngp:L=1,alpha=2",
            "resntk:L=1,alpha=2,tau=3",
            "resntk:L=1,alpha=1/2,tau=1/3,train=all",
            "arccos:n=0",
            "arccos:n=1",
            "chord:s=3",
            "polynomial:[1,2,3]")) {
      Kernel kernel = KernelSpecification.parse(specification);
      Rational antipode = Rational.of(-1);
      assertTrue(kernel.rationalValue(antipode).isPresent(), specification);
      KernelProperties.rationalValueIsTheValue(kernel, antipode, 1e-14);
    }
  }

  /**
   * The recursion as the literature has it, unnormalised, and with sums where the code has
   * products.
   */
  @Property
  void the_residual_kernels_are_those_of_the_literature(
      @ForAll @IntRange(min = 1, max = 12) int depth,
      @ForAll("positive") Rational alpha,
      @ForAll("positive") Rational tau,
      @ForAll ResidualTangentKernel.Training training,
      @ForAll("interior") Rational u) {
    double a2 = alpha.multiply(alpha).doubleValue();
    double t2 = tau.multiply(tau).doubleValue();
    double[] covariance = new double[depth + 1];
    covariance[0] = u.doubleValue();
    double variance = 1;
    double[] cosine = new double[depth + 1];
    for (int l = 1; l <= depth; l++) {
      cosine[l - 1] = Math.max(-1, Math.min(1, covariance[l - 1] / variance));
      covariance[l] = covariance[l - 1] + a2 * variance * kappa1(cosine[l - 1]);
      variance *= 1 + a2;
    }
    double sum = 0;
    double product = 1;
    for (int l = depth; l >= 1; l--) {
      variance /= 1 + a2;
      double kappa0 = kappa0(cosine[l - 1]);
      sum += product * (variance * kappa1(cosine[l - 1]) + (covariance[l - 1] + t2) * kappa0);
      product *= 1 + a2 * kappa0;
    }
    double expected =
        training == ResidualTangentKernel.Training.ALL
            ? covariance[depth] + product * u.doubleValue() + a2 * sum
            : sum;
    assertPaper(expected, new ResidualTangentKernel(depth, alpha, tau, training), u);
    assertPaper(covariance[depth], new ResidualGaussianProcessKernel(depth, alpha), u);
  }

  @Property
  void the_fully_connected_kernels_are_those_of_the_literature(
      @ForAll @IntRange(min = 1, max = 12) int depth,
      @ForAll("positive") Rational beta,
      @ForAll("interior") Rational u) {
    double b2 = beta.multiply(beta).doubleValue();
    double sigma = u.doubleValue();
    double theta = sigma + b2;
    for (int l = 1; l <= depth; l++) {
      double kappa0 = kappa0(sigma);
      sigma = kappa1(sigma);
      theta = theta * kappa0 + sigma + b2;
    }
    assertPaper(theta, new FullyConnectedTangentKernel(depth, beta, Bias.TRAINED), u);
    assertPaper(sigma, new FullyConnectedGaussianProcessKernel(depth), u);
  }

  /** The covariance and tangent kernel, layer by layer, of dense layers between ReLUs. */
  @Property
  void propagated_biases_are_those_of_dense_layers(
      @ForAll @IntRange(min = 1, max = 12) int depth,
      @ForAll("upToOne") Rational beta,
      @ForAll("interior") Rational u) {
    double b2 = beta.multiply(beta).doubleValue();
    double biasVariance = b2 / (1 + b2);
    double firstWeights = 1 / (1 + b2);
    double weights = 2 / (1 + b2);
    double process = firstWeights * u.doubleValue() + biasVariance;
    double tangent = process;
    for (int l = 1; l <= depth; l++) {
      // The expectations of relu(a) relu(b) and relu'(a) relu'(b) over unit Gaussians.
      double relu = kappa1(process) / 2;
      double step = kappa0(process) / 2;
      process = weights * relu + biasVariance;
      tangent = process + weights * step * tangent;
    }
    assertPaper(tangent, new FullyConnectedTangentKernel(depth, beta, Bias.PROPAGATED), u);
    assertPaper(process, new FullyConnectedGaussianProcessKernel(depth, beta, Bias.PROPAGATED), u);
  }

  @Property
  void one_block_is_the_two_layer_kernel_for_every_weight(
      @ForAll("positive") Rational alpha, @ForAll("cosines") Rational u) {
    ChordAngle<Double> angle = ChordAngle.ofCosine(DOUBLES, u);
    double expected = (angle.kappa1() + u.doubleValue() * angle.kappa0()) / 2;
    assertEquals(expected, KernelProperties.value(new ResidualTangentKernel(1, alpha), u), 1e-14);
  }

  @Property
  void arc_cosine_kernels_obey_their_reflection(@ForAll("cosines") Rational u) {
    ChordAngle<Double> angle = ChordAngle.ofCosine(DOUBLES, u);
    ChordAngle<Double> reflected = ChordAngle.ofCosine(DOUBLES, u.negate());
    assertEquals(angle.kappa1() - u.doubleValue(), reflected.kappa1(), 1e-14);
    assertEquals(1 - angle.kappa0(), reflected.kappa0(), 1e-14);
  }

  @Property
  void the_charts_agree(
      @ForAll("kernels") Kernel kernel, @ForAll @IntRange(min = 1, max = 99) int n) {
    double theta = Math.PI * n / 100;
    double expected = kernel.evaluate(DOUBLES, ChordAngle.ofTheta(DOUBLES, theta));
    double tolerance = 1e-12 * Math.max(1, Math.abs(expected));
    double chord = 2 * Math.sin(theta / 2);
    double antipodal = 2 * Math.cos(theta / 2);
    assertEquals(expected, kernel.evaluate(DOUBLES, ChordAngle.ofChord(DOUBLES, chord)), tolerance);
    assertEquals(
        expected,
        kernel.evaluate(DOUBLES, ChordAngle.ofAntipodalChord(DOUBLES, antipodal)),
        tolerance);
  }

  @Test
  void the_matern_kernel_is_the_known_one_for_small_smoothness() {
    double x = 3 * 0.7;
    ChordAngle<Double> at = ChordAngle.ofChord(DOUBLES, 0.7);
    double[] factor = {1, 1 + x, 1 + x + x * x / 3, 1 + x + 2 * x * x / 5 + x * x * x / 15};
    for (int p = 0; p < factor.length; p++) {
      MaternKernel kernel = new MaternKernel(Rational.of(2 * p + 1, 2), Rational.of(3));
      assertEquals(factor[p] * Math.exp(-x), kernel.evaluate(DOUBLES, at), 1e-15);
      double sum = 0;
      for (int j = p; j >= 0; j--) {
        sum = sum * x + kernel.coefficients().get(j).doubleValue();
      }
      assertEquals(factor[p], sum, 1e-14);
    }
  }

  @Test
  void a_deep_network_neither_overflows_nor_drifts() {
    Rational u = Rational.of(1, 3);
    // The limit for L to infinity is 1/4, approached like (3/8) ln L / L = 4e-5.
    for (String specification : List.of("fcntk:L=100000", "resntk:L=100000,alpha=1")) {
      double value = KernelProperties.value(KernelSpecification.parse(specification), u);
      assertEquals(0.25, value, 2e-4);
      assertTrue(value > 0.25, specification);
    }
    Kernel tiny = KernelSpecification.parse("resntk:L=100000,alpha=1e-100");
    Kernel oneLayer = KernelSpecification.parse("resntk:L=1,alpha=1");
    assertEquals(
        KernelProperties.value(oneLayer, u), KernelProperties.value(tiny, u), 100_000 * 0x1p-53);
  }

  private static void assertPaper(double expected, Kernel kernel, Rational u) {
    double scale = kernel.paperScale(DOUBLES);
    assertEquals(
        expected,
        scale * KernelProperties.value(kernel, u),
        1e-11 * scale,
        () -> kernel + " at " + u);
  }

  private static double kappa0(double u) {
    return 1 - Math.acos(u) / Math.PI;
  }

  private static double kappa1(double u) {
    double t = Math.acos(u);
    return (Math.sin(t) + (Math.PI - t) * u) / Math.PI;
  }

  @Provide
  Arbitrary<Kernel> kernels() {
    return Kernels.all();
  }

  @Provide
  Arbitrary<Kernel> normalised() {
    return Kernels.normalised();
  }

  @Provide
  Arbitrary<Kernel> semidefinite() {
    return Kernels.positiveSemidefinite();
  }

  @Provide
  Arbitrary<Rational> positive() {
    return Kernels.positiveRationals();
  }

  @Provide
  Arbitrary<Rational> cosines() {
    return Kernels.cosines();
  }

  /** Cosines at which the literature's form, in doubles, does not cancel. */
  @Provide
  Arbitrary<Rational> interior() {
    return Arbitraries.integers().between(-90, 90).map(n -> Rational.of(n, 100));
  }

  /** Biases small enough for twelve layers to leave the cosine away from 1. */
  @Provide
  Arbitrary<Rational> upToOne() {
    return positive().map(beta -> beta.divide(10));
  }

  @Provide
  Arbitrary<Rational> corners() {
    return Arbitraries.of(-4, -2, -1, 0, 1, 2, 4).map(n -> Rational.of(n, 4));
  }

  @Provide
  Arbitrary<List<double[]>> points() {
    return Arbitraries.doubles()
        .between(0.01, 1)
        .flatMap(
            x ->
                Arbitraries.doubles()
                    .between(-1, 1)
                    .list()
                    .ofSize(2)
                    .map(y -> new double[] {x, y.get(0), y.get(1)}))
        .list()
        .ofMinSize(2)
        .ofMaxSize(8);
  }
}
