package dev.zonal.kernel.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.gaussian.StripFunction;
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

  private static double dual(StripFunction phi, double first, double second, double u) {
    return over(phi, first, second, u, false);
  }

  private static double over(
      StripFunction phi, double first, double second, double u, boolean slope) {
    Activation activation = new HermiteActivation(phi);
    GaussianPair<Ball> pair =
        GaussianPair.of(
            OVER,
            Ball.exact(first),
            Ball.exact(second),
            OVER.multiply(
                OVER.sqrt(OVER.multiply(Ball.exact(first), Ball.exact(second))), Ball.exact(u)));
    Ball value = slope ? activation.derivative(OVER, pair) : activation.covariance(OVER, pair);
    assertTrue(value.radius().toDouble() < 1e-15, value::toString);
    return value.toDouble();
  }

  /** By a two-dimensional quadrature of the functions themselves. */
  @Property(tries = 30)
  void theDualsAreTheExpectations(
      @ForAll StripFunction phi,
      @ForAll @DoubleRange(min = 0.2, max = 2) double first,
      @ForAll @DoubleRange(min = 0.2, max = 2) double second,
      @ForAll @DoubleRange(min = -0.95, max = 0.95) double u) {
    ActivationFunction function = ActivationFunction.of(new HermiteActivation(phi));
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
      @ForAll StripFunction phi,
      @ForAll @DoubleRange(min = 0.01, max = 9) double q,
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double u) {
    Activation activation = new HermiteActivation(phi);
    Ball variance = activation.variance(OVER, Ball.exact(q));
    assertEquals(variance.toDouble(), activation.variance(DOUBLES, q), 1e-13 * (1 + q));
    Ball slope = activation.derivativeVariance(OVER, Ball.exact(q));
    assertEquals(slope.toDouble(), activation.derivativeVariance(DOUBLES, q), 1e-13);
    GaussianPair<Double> pair = GaussianPair.of(DOUBLES, q, ChordAngle.ofCosine(DOUBLES, u));
    assertEquals(dual(phi, q, q, u), activation.covariance(DOUBLES, pair), 1e-12 * (1 + q));
    assertEquals(over(phi, q, q, u, true), activation.derivative(DOUBLES, pair), 1e-12);
  }

  /** No region, no expansion at an end, no formula: refused with one reason. */
  @Example
  void whatIsNoNumberIsRefusedByName() {
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(OVER, 4);
    for (StripFunction phi : StripFunction.values()) {
      Activation activation = new HermiteActivation(phi);
      assertTrue(activation.isRootExponential());
      assertFalse(activation.isAnalytic());
      GaussianPair<PowerSeries<Ball>> pair =
          GaussianPair.of(
              series, series.of(1), Chart.CHORD.angle(series, series.variable(Ball.exact(1))));
      DomainException refused =
          assertThrows(DomainException.class, () -> activation.covariance(series, pair));
      assertTrue(refused.getMessage().contains("root-exponential"), refused::getMessage);
      assertThrows(DomainException.class, () -> activation.derivative(series, pair));
      assertThrows(DomainException.class, () -> activation.variance(series, series.of(1)));
      assertThrows(
          DomainException.class, () -> activation.derivativeVariance(series, series.of(1)));
    }
  }

  @Property(tries = 40)
  void theFunctionIsAPolynomialAndAPartOfTheOtherParity(
      @ForAll StripFunction phi, @ForAll @DoubleRange(min = 0.1, max = 6) double x) {
    Activation activation = new HermiteActivation(phi);
    ActivationFunction function = ActivationFunction.of(activation);
    double sum = function.phi().applyAsDouble(x) + function.phi().applyAsDouble(-x);
    double difference = function.phi().applyAsDouble(x) - function.phi().applyAsDouble(-x);
    boolean odd = activation.polynomialPart().orElseThrow().odd();
    int degree = activation.polynomialPart().orElseThrow().degree();
    double expected = degree < 0 ? 0 : degree == 0 ? 1 : x;
    assertEquals(expected, odd ? difference : sum, 1e-13);
  }
}
