package dev.zonal.kernel.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.testkit.Kernels;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The duals against the Gaussian integrals that define them, by quadratures in doubles. */
class ActivationTest {
  private static final DoubleArithmetic DOUBLES = new DoubleArithmetic();
  private static final BallArithmetic OVER = BallArithmetic.ofBits(200);

  @Provide
  Arbitrary<Activation> activations() {
    return Kernels.activations();
  }

  /** The function itself, written down here. */
  private static DoubleUnaryOperator phi(Activation activation) {
    if (activation instanceof HomogeneousActivation h) {
      String text = h.toString();
      return switch (text.replaceAll(",.*", "")) {
        case "relu" -> x -> x > 0 ? Math.pow(x, h.degree()) : 0;
        case "abs" -> Math::abs;
        case "step" -> x -> x > 0 ? 1 : 0;
        case "sign" -> Math::signum;
        default -> {
          double slope = h.weights().rest().in(DOUBLES);
          yield x -> x > 0 ? x : slope * x;
        }
      };
    }
    return switch (activation.toString()) {
      case "erf" -> x -> 2 * normal(Math.sqrt(2) * x) - 1;
      case "gelu" -> x -> x * normal(x);
      case "sin" -> Math::sin;
      case "cos" -> Math::cos;
      case "exp" -> Math::exp;
      default -> throw new AssertionError(activation.toString());
    };
  }

  /** The distribution function of the normal law, by a series or a continued fraction. */
  private static double normal(double x) {
    if (Math.abs(x) > 6) {
      return x > 0 ? 1 : 0;
    }
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > 1e-17; n++) {
      term *= x * x / (2 * n + 1);
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** E g(r cos psi, r cos(psi - theta)): over the angle by midpoints, over r by Simpson's rule. */
  private static double mean(DoubleUnaryOperator f, double p, double q, double theta) {
    double sum = 0;
    int rays = 240;
    int radii = 120;
    double end = 12;
    for (int i = 0; i < rays; i++) {
      double psi = 2 * Math.PI * (i + 0.5) / rays;
      double x = Math.sqrt(p) * Math.cos(psi);
      double z = Math.sqrt(q) * Math.cos(psi - theta);
      for (int j = 0; j <= radii; j++) {
        double r = end * j / radii;
        double weight = j == 0 || j == radii ? 1 : j % 2 == 1 ? 4 : 2;
        sum += weight * r * Math.exp(-r * r / 2) * f.applyAsDouble(r * x) * f.applyAsDouble(r * z);
      }
    }
    return sum * end / radii / 3 / rays;
  }

  @Property(tries = 25)
  void aDualIsTheMeanOfTheProductOfTwoUnits(
      @ForAll("activations") Activation activation,
      @ForAll @DoubleRange(min = 0.2, max = 1.6) double first,
      @ForAll @DoubleRange(min = 0.2, max = 1.6) double second,
      @ForAll @DoubleRange(min = 0.05, max = 3.09) double theta) {
    double c = Math.sqrt(first * second) * Math.cos(theta);
    GaussianPair<Double> pair = GaussianPair.of(DOUBLES, first, second, c);
    double expected = mean(phi(activation), first, second, theta);
    double size =
        Math.sqrt(activation.variance(DOUBLES, first) * activation.variance(DOUBLES, second));
    // kinks and jumps limit the quadrature over the angle
    double accuracy = activation.isAnalytic() ? 1e-5 : 1.2e-2;
    assertEquals(
        expected, activation.covariance(DOUBLES, pair), accuracy * size, activation::toString);
  }

  @Property(tries = 200)
  void theDerivativeIsThatByTheCovariance(
      @ForAll("activations") Activation activation,
      @ForAll @DoubleRange(min = 0.2, max = 1.6) double first,
      @ForAll @DoubleRange(min = 0.2, max = 1.6) double second,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double correlation) {
    Assume.that(activation.hasTangentKernel());
    Ball p = OVER.of(Rational.of((long) (first * 1000), 1000));
    Ball q = OVER.of(Rational.of((long) (second * 1000), 1000));
    Ball c =
        OVER.multiply(
            OVER.sqrt(OVER.multiply(p, q)), OVER.of(Rational.of((long) (correlation * 100), 100)));
    Ball step = OVER.of(Rational.of(1, 1L << 30));
    Ball above = activation.covariance(OVER, GaussianPair.of(OVER, p, q, OVER.add(c, step)));
    Ball below = activation.covariance(OVER, GaussianPair.of(OVER, p, q, OVER.subtract(c, step)));
    Ball slope = OVER.divide(OVER.subtract(above, below), OVER.scale(step, Rational.of(2)));
    Ball derivative = activation.derivative(OVER, GaussianPair.of(OVER, p, q, c));
    double size = Math.max(1, Math.abs(derivative.toDouble()));
    assertEquals(slope.toDouble(), derivative.toDouble(), 1e-11 * size, activation::toString);
  }

  @Property(tries = 200)
  void aVarianceIsTheCovarianceOfANumberWithItself(
      @ForAll("activations") Activation activation,
      @ForAll @IntRange(min = 1, max = 40) int tenths) {
    Ball q = OVER.of(Rational.of(tenths, 10));
    GaussianPair<Ball> same = GaussianPair.of(OVER, q, ChordAngle.ofCosine(OVER, Rational.ONE));
    assertTrue(
        activation.variance(OVER, q).overlaps(activation.covariance(OVER, same)),
        activation::toString);
    if (activation.hasTangentKernel()) {
      assertTrue(
          activation.derivativeVariance(OVER, q).overlaps(activation.derivative(OVER, same)),
          activation::toString);
    }
  }

  @Property(tries = 200)
  void equalVariancesAreACaseOfUnequalOnes(
      @ForAll("activations") Activation activation,
      @ForAll @IntRange(min = 1, max = 40) int tenths,
      @ForAll @IntRange(min = -99, max = 99) int percent) {
    Ball q = OVER.of(Rational.of(tenths, 10));
    Rational u = Rational.of(percent, 100);
    GaussianPair<Ball> one = GaussianPair.of(OVER, q, ChordAngle.ofCosine(OVER, u));
    Ball copy = OVER.scale(OVER.of(Rational.of(tenths, 10)), Rational.ONE);
    GaussianPair<Ball> two = GaussianPair.of(OVER, q, copy, OVER.scale(q, u));
    assertTrue(
        activation.covariance(OVER, one).overlaps(activation.covariance(OVER, two)),
        activation::toString);
    if (activation.hasTangentKernel()) {
      assertTrue(
          activation.derivative(OVER, one).overlaps(activation.derivative(OVER, two)),
          activation::toString);
    }
  }

  @Example
  void theAbsoluteValueHasACoincidenceAtTheAntipode() {
    for (int n : new int[] {1, 10, 1000, 1_000_000}) {
      Rational u = Rational.of(1, n).subtract(1);
      ArcCosineDual<Ball> dual = HomogeneousActivation.leaky(Rational.of(-1)).dual(OVER);
      Ball near = dual.value(ChordAngle.ofCosine(OVER, u.negate()));
      Ball far = dual.value(ChordAngle.ofCosine(OVER, u));
      assertTrue(near.overlaps(far));
      Ball through =
          ChordAngle.ofCosine(OVER, u).throughAbsoluteValues(OVER.of(2), OVER.of(0)).versine();
      assertTrue(through.overlaps(OVER.subtract(Ball.exact(1), far)));
      assertTrue(through.accuracyBits() > 180, through::toString);
    }
  }
}
