package dev.zonal.kernel.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.angle.ChordAngle;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class HermiteActivationTest {
  private static final BallArithmetic OVER = BallArithmetic.ofBits(100);
  private static final DoubleArithmetic DOUBLES = new DoubleArithmetic();

  private static double dual(HermiteActivation phi, double first, double second, double u) {
    return over(phi, first, second, u, false);
  }

  private static double over(
      HermiteActivation phi, double first, double second, double u, boolean slope) {
    GaussianPair<Ball> pair =
        GaussianPair.of(
            OVER,
            Ball.exact(first),
            Ball.exact(second),
            OVER.multiply(
                OVER.sqrt(OVER.multiply(Ball.exact(first), Ball.exact(second))), Ball.exact(u)));
    Ball value = slope ? phi.derivative(OVER, pair) : phi.covariance(OVER, pair);
    assertTrue(value.radius().toDouble() < 1e-15, value::toString);
    return value.toDouble();
  }

  /** By a two-dimensional quadrature of the functions themselves. */
  @Property(tries = 30)
  void theDualsAreTheExpectations(
      @ForAll HermiteActivation phi,
      @ForAll @DoubleRange(min = 0.2, max = 2) double first,
      @ForAll @DoubleRange(min = 0.2, max = 2) double second,
      @ForAll @DoubleRange(min = -0.95, max = 0.95) double u) {
    ActivationFunction function = ActivationFunction.of(phi);
    assertEquals(
        GaussianExpectation.of(function.phi(), function.phi(), first, second, u),
        dual(phi, first, second, u),
        1e-11);
    assertEquals(
        GaussianExpectation.of(function.slope(), function.slope(), first, second, u),
        over(phi, first, second, u, true),
        1e-11);
  }

  @Property(tries = 20)
  void doublesPreviewWhatBallsProve(
      @ForAll HermiteActivation phi,
      @ForAll @DoubleRange(min = 0.01, max = 9) double q,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double u) {
    Ball variance = phi.variance(OVER, Ball.exact(q));
    assertEquals(variance.toDouble(), phi.variance(DOUBLES, q), 1e-13 * (1 + q));
    Ball slope = phi.derivativeVariance(OVER, Ball.exact(q));
    assertEquals(slope.toDouble(), phi.derivativeVariance(DOUBLES, q), 1e-13);
    GaussianPair<Double> pair = GaussianPair.of(DOUBLES, q, ChordAngle.ofCosine(DOUBLES, u));
    assertEquals(dual(phi, q, q, u), phi.covariance(DOUBLES, pair), 1e-12 * (1 + q));
    assertEquals(over(phi, q, q, u, true), phi.derivative(DOUBLES, pair), 1e-12);
  }

  /** No region, no expansion at an end, no formula: refused with one reason. */
  @Example
  void whatIsNoNumberIsRefusedByName() {
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(OVER, 4);
    for (HermiteActivation phi : HermiteActivation.values()) {
      assertTrue(phi.isRootExponential());
      assertFalse(phi.isAnalytic());
      GaussianPair<PowerSeries<Ball>> pair =
          GaussianPair.of(
              series, series.of(1), Chart.CHORD.angle(series, series.variable(Ball.exact(1))));
      DomainException refused =
          assertThrows(DomainException.class, () -> phi.covariance(series, pair));
      assertTrue(refused.getMessage().contains("root-exponential"), refused::getMessage);
      assertThrows(DomainException.class, () -> phi.derivative(series, pair));
      assertThrows(DomainException.class, () -> phi.variance(series, series.of(1)));
      assertThrows(DomainException.class, () -> phi.derivativeVariance(series, series.of(1)));
    }
  }

  @Property(tries = 40)
  void theFunctionIsAPolynomialAndAPartOfTheOtherParity(
      @ForAll HermiteActivation phi, @ForAll @DoubleRange(min = 0.1, max = 6) double x) {
    ActivationFunction function = ActivationFunction.of(phi);
    double sum = function.phi().applyAsDouble(x) + function.phi().applyAsDouble(-x);
    double difference = function.phi().applyAsDouble(x) - function.phi().applyAsDouble(-x);
    boolean odd = phi.polynomialPart().orElseThrow().odd();
    int degree = phi.polynomialPart().orElseThrow().degree();
    double expected = degree < 0 ? 0 : degree == 0 ? 1 : x;
    assertEquals(expected, odd ? difference : sum, 1e-13);
  }
}
