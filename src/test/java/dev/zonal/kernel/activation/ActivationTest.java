package dev.zonal.kernel.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.Dual;
import dev.zonal.testkit.Kernels;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The duals of activations are the expectations that they are said to be. */
class ActivationTest {
  private static final DoubleArithmetic DOUBLES = new DoubleArithmetic();
  private static final BallArithmetic BALLS = BallArithmetic.ofBits(200);
  private static final int TRIES = 60;

  @Property(tries = TRIES)
  void the_dual_is_the_expectation_for_any_two_variances(
      @ForAll("activations") Activation activation,
      @ForAll @DoubleRange(min = 0.2, max = 2) double first,
      @ForAll @DoubleRange(min = 0.2, max = 2) double second,
      @ForAll @DoubleRange(min = -0.95, max = 0.95) double u) {
    ActivationFunction function = ActivationFunction.of(activation);
    GaussianPair<Double> pair = pair(first, second, u);
    double expected = GaussianExpectation.of(function.phi(), function.phi(), first, second, u);
    double size =
        Math.sqrt(activation.variance(DOUBLES, first) * activation.variance(DOUBLES, second));
    assertEquals(
        expected, activation.covariance(DOUBLES, pair), 1e-11 * size, activation.toString());
  }

  @Property(tries = TRIES)
  void its_derivative_is_the_expectation_of_the_derivatives(
      @ForAll("smooth") Activation activation,
      @ForAll @DoubleRange(min = 0.2, max = 2) double first,
      @ForAll @DoubleRange(min = 0.2, max = 2) double second,
      @ForAll @DoubleRange(min = -0.95, max = 0.95) double u) {
    ActivationFunction function = ActivationFunction.of(activation);
    double expected = GaussianExpectation.of(function.slope(), function.slope(), first, second, u);
    double size =
        Math.sqrt(
            activation.derivativeVariance(DOUBLES, first)
                * activation.derivativeVariance(DOUBLES, second));
    assertEquals(
        expected,
        activation.derivative(DOUBLES, pair(first, second, u)),
        1e-11 * size,
        activation.toString());
  }

  /** The coefficient of the first order of a power series in c, without a rounding of doubles. */
  @Property(tries = TRIES)
  void the_derivative_is_that_of_the_dual_by_the_covariance(
      @ForAll("smooth") Activation activation,
      @ForAll("variances") Rational first,
      @ForAll("variances") Rational second,
      @ForAll("correlations") Rational u) {
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(BALLS, 2);
    Ball covariance = BALLS.multiply(BALLS.of(u), BALLS.sqrt(BALLS.of(first.multiply(second))));
    PowerSeries<Ball> c = series.add(series.constant(covariance), series.variable(BALLS.of(1)));
    PowerSeries<Ball> dual =
        activation.covariance(
            series, GaussianPair.of(series, series.of(first), series.of(second), c));
    Ball slope =
        activation.derivative(
            BALLS, GaussianPair.of(BALLS, BALLS.of(first), BALLS.of(second), covariance));
    assertTrue(
        dual.coefficient(1).overlaps(slope),
        () -> activation + ": " + dual.coefficient(1) + ", " + slope);
    // That of an even activation is zero between uncorrelated numbers, and has no relative
    // accuracy.
    assertTrue(
        slope.accuracyBits() > 100 || u.isZero() && slope.binaryOrder() < -150, slope::toString);
  }

  @Property(tries = TRIES)
  void the_variances_are_the_duals_of_equal_inputs(
      @ForAll("activations") Activation activation, @ForAll("variances") Rational q) {
    ChordAngle<Ball> none = ChordAngle.ofCosine(BALLS, Rational.ONE);
    GaussianPair<Ball> pair = GaussianPair.of(BALLS, BALLS.of(q), none);
    Ball variance = activation.variance(BALLS, BALLS.of(q));
    assertTrue(variance.overlaps(activation.covariance(BALLS, pair)), activation::toString);
    assertTrue(variance.isPositive(), activation::toString);
    if (activation.hasTangentKernel()) {
      Ball slope = activation.derivativeVariance(BALLS, BALLS.of(q));
      assertTrue(slope.overlaps(activation.derivative(BALLS, pair)), activation::toString);
    }
  }

  /** One variance, given once, and the same variance given twice, are two ways to the same. */
  @Property(tries = TRIES)
  void equal_variances_are_a_case_of_any_variances(
      @ForAll("activations") Activation activation,
      @ForAll("variances") Rational q,
      @ForAll("correlations") Rational u) {
    Ball variance = BALLS.of(q);
    GaussianPair<Ball> once = GaussianPair.of(BALLS, variance, ChordAngle.ofCosine(BALLS, u));
    GaussianPair<Ball> twice =
        GaussianPair.of(BALLS, BALLS.of(q), BALLS.of(q), BALLS.of(q.multiply(u)));
    assertTrue(
        activation.covariance(BALLS, once).overlaps(activation.covariance(BALLS, twice)),
        activation::toString);
    if (activation.hasTangentKernel()) {
      assertTrue(
          activation.derivative(BALLS, once).overlaps(activation.derivative(BALLS, twice)),
          activation::toString);
    }
  }

  @Property(tries = TRIES)
  void the_normalised_dual_is_the_dual_over_its_value_at_one(
      @ForAll("activations") Activation activation,
      @ForAll("variances") Rational q,
      @ForAll("correlations") Rational u) {
    ChordAngle<Ball> angle = ChordAngle.ofCosine(BALLS, u);
    Ball variance = activation.variance(BALLS, BALLS.of(q));
    GaussianPair<Ball> pair = GaussianPair.of(BALLS, BALLS.of(q), angle);
    Dual<Ball> dual = activation.dual(BALLS, BALLS.of(q), variance);
    assertTrue(
        BALLS.multiply(variance, dual.value(angle)).overlaps(activation.covariance(BALLS, pair)));
    if (activation.hasTangentKernel()) {
      Ball slope = BALLS.multiply(BALLS.of(q), activation.derivative(BALLS, pair));
      assertTrue(BALLS.multiply(variance, dual.slope(angle)).overlaps(slope));
      Ball atOne = BALLS.multiply(BALLS.of(q), activation.derivativeVariance(BALLS, BALLS.of(q)));
      assertTrue(BALLS.multiply(variance, dual.slopeAtOne()).overlaps(atOne));
    }
  }

  @Property(tries = TRIES)
  void a_homogeneous_activation_is_one_and_no_other_is(
      @ForAll("activations") Activation activation,
      @ForAll @DoubleRange(min = 0.1, max = 3) double factor,
      @ForAll @DoubleRange(min = -3, max = 3) double x) {
    ActivationFunction function = ActivationFunction.of(activation);
    Optional<Integer> degree = activation.homogeneity();
    degree.ifPresent(
        n -> {
          double expected = Math.pow(factor, n) * function.phi().applyAsDouble(x);
          assertEquals(expected, function.phi().applyAsDouble(factor * x), 1e-9);
        });
    assertEquals(degree.isEmpty(), activation.isAnalytic());
  }

  /** phi(x) -+ phi(-x) is twice the part; a divided difference of its degree plus 1 vanishes. */
  @Property(tries = TRIES)
  void the_part_that_is_said_to_be_a_polynomial_is_one(
      @ForAll("activations") Activation activation,
      @ForAll @DoubleRange(min = 0.1, max = 1) double step) {
    Assume.that(activation.polynomialPart().isPresent());
    PolynomialPart part = activation.polynomialPart().orElseThrow();
    ActivationFunction function = ActivationFunction.of(activation);
    int n = part.degree() + 1;
    double difference = 0;
    double size = 0;
    double binomial = 1;
    for (int i = 0; i <= n; i++) {
      double x = 0.05 + i * step;
      double mirrored = function.phi().applyAsDouble(-x);
      double value = function.phi().applyAsDouble(x) + (part.odd() ? -mirrored : mirrored);
      difference += (i % 2 == 0 ? binomial : -binomial) * value;
      size += binomial * (Math.abs(function.phi().applyAsDouble(x)) + Math.abs(mirrored));
      binomial = binomial * (n - i) / (i + 1);
    }
    assertEquals(0, difference, 1e-13 * size, activation.toString());
  }

  @Test
  void the_absolute_value_has_the_dual_that_is_found_without_arc_cosine_kernels() {
    Activation abs = HomogeneousActivation.leaky(Rational.of(-1));
    for (double u : List.of(-1.0, -0.99, -0.3, 0.0, 0.5, 1.0)) {
      double expected = 2 / Math.PI * (Math.sqrt(1 - u * u) + u * Math.asin(u));
      assertEquals(expected, abs.covariance(DOUBLES, pair(1, 1, u)), 1e-14);
    }
  }

  @Example
  void the_absolute_value_has_a_coincidence_at_the_antipode() {
    for (int n : new int[] {1, 10, 1000, 1_000_000}) {
      Rational u = Rational.of(1, n).subtract(1);
      ArcCosineDual<Ball> dual = HomogeneousActivation.leaky(Rational.of(-1)).dual(BALLS);
      Ball near = dual.value(ChordAngle.ofCosine(BALLS, u.negate()));
      Ball far = dual.value(ChordAngle.ofCosine(BALLS, u));
      assertTrue(near.overlaps(far));
      Ball through =
          ChordAngle.ofCosine(BALLS, u).throughAbsoluteValues(BALLS.of(2), BALLS.of(0)).versine();
      assertTrue(through.overlaps(BALLS.subtract(Ball.exact(1), far)));
      assertTrue(through.accuracyBits() > 180, through::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void the_arc_cosine_kernels_are_the_expectations_of_powers(int n) {
    DoubleUnaryOperator power = x -> x > 0 ? Math.pow(x, n) : 0;
    double atOne = 0.5;
    for (int i = 1; i <= n; i++) {
      atOne *= 2 * i - 1;
    }
    for (double u : List.of(-0.97, -0.5, 0.0, 0.3, 0.8, 0.99)) {
      ChordAngle<Ball> angle = ChordAngle.ofCosine(BALLS, Rational.of(Math.round(u * 100), 100));
      double kappa = ArcCosinePolynomials.kappa(BALLS, n, angle).toDouble();
      double expected = GaussianExpectation.of(power, power, 1, 1, u) / atOne;
      assertEquals(expected, kappa, 1e-11, "u = " + u);
    }
  }

  /** 1 - K(u) and, for an even activation, 1 - K(-u), next to where they vanish. */
  @Property(tries = TRIES)
  void nothing_cancels_next_to_coincidence(
      @ForAll("homogeneous") HomogeneousActivation activation,
      @ForAll @IntRange(min = 1, max = 60) int power) {
    Rational u = Rational.ONE.subtract(Rational.ONE.divide(Rational.of(1L << power)));
    CovarianceMap<Ball> plain = CovarianceMap.plain(BALLS, activation.dual(BALLS));
    BallArithmetic finer = BallArithmetic.ofBits(400);
    for (Rational at : activation.isEven() ? List.of(u, u.negate()) : List.of(u)) {
      Ball versine = plain.next(ChordAngle.ofCosine(BALLS, at)).versine();
      Ball value = activation.dual(finer).value(ChordAngle.ofCosine(finer, at));
      Ball expected = finer.subtract(Ball.exact(1), value);
      assertTrue(versine.overlaps(expected), () -> activation + ": " + versine + ", " + expected);
      assertTrue(versine.accuracyBits() > 170, () -> activation + ": " + versine);
    }
  }

  @Provide
  Arbitrary<HomogeneousActivation> homogeneous() {
    return Kernels.activations()
        .filter(activation -> activation instanceof HomogeneousActivation)
        .map(activation -> (HomogeneousActivation) activation);
  }

  @Test
  void only_a_step_and_the_sign_have_no_tangent_kernel() {
    for (Activation activation :
        List.of(HomogeneousActivation.step(), HomogeneousActivation.sign())) {
      assertTrue(!activation.hasTangentKernel(), activation::toString);
    }
    assertTrue(HomogeneousActivation.rectifiedPower(1).hasTangentKernel());
    assertTrue(new ErrorFunction().hasTangentKernel());
  }

  private static GaussianPair<Double> pair(double first, double second, double u) {
    return GaussianPair.of(DOUBLES, first, second, u * Math.sqrt(first * second));
  }

  @Provide
  Arbitrary<Activation> activations() {
    return Kernels.activations();
  }

  /** Those with a tangent kernel. */
  @Provide
  Arbitrary<Activation> smooth() {
    return Kernels.activations().filter(Activation::hasTangentKernel);
  }

  @Provide
  Arbitrary<Rational> variances() {
    return Arbitraries.integers().between(1, 40).map(n -> Rational.of(n, 16));
  }

  @Provide
  Arbitrary<Rational> correlations() {
    return Arbitraries.integers().between(-96, 96).map(n -> Rational.of(n, 100));
  }
}
