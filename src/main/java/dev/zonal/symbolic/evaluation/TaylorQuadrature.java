package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.math.BigInteger;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Integrals of elementary expressions over finite intervals, from their Taylor polynomials on
 * panels with a bound of the remainder (docs/symbolic.md, section 6). Panels are halved until the
 * remainder is small; where the integrand is not analytic, at the ends of the domains of roots and
 * inverse functions, the last panel is so short that a bound of the integrand is enough.
 */
public final class TaylorQuadrature {
  private static final int PANELS_PER_BIT = 12;
  private static final int SAMPLES = 7;

  private final IExpr integrand;
  private final IExpr variable;
  private final int bits;
  private final BallArithmetic fine;

  /** For bounds; the ends of the shortest panels are exact in it. */
  private final BallArithmetic coarse;

  private final Ball from;
  private final Ball length;
  private final long scale;
  private int panels;

  private TaylorQuadrature(IExpr integrand, IExpr variable, IExpr from, IExpr to, int bits) {
    this.integrand = integrand;
    this.variable = variable;
    this.bits = bits;
    this.fine = BallArithmetic.ofBits(bits + 32);
    this.coarse = BallArithmetic.ofBits(bits + 8);
    ExpressionEvaluator ends = new ExpressionEvaluator(fine, Map.of());
    this.from = ends.evaluate(from);
    this.length = fine.subtract(ends.evaluate(to), this.from);
    this.scale = scale();
  }

  /** The binary exponent of the largest of a few values of the integrand. */
  private long scale() {
    long largest = Long.MIN_VALUE;
    for (int i = 1; i < 2 * SAMPLES; i += 2) {
      try {
        Rational share = Rational.of(i, 2 * SAMPLES);
        PowerSeries<Ball> value = coefficients(coarse, coarse.of(share), Rational.ONE, 1);
        largest = Math.max(largest, value.coefficient(0).binaryOrder());
      } catch (DomainException e) {
        // Another value.
      }
    }
    return largest == Long.MIN_VALUE ? 0 : largest;
  }

  /**
   * A ball that contains the integral, with a radius of about 2^-bits times the length and the
   * values of the integrand.
   *
   * @throws UnsupportedExpressionException if the integrand is not elementary, or too many panels
   *     are needed
   * @throws DomainException if the integrand cannot be bounded
   */
  public static Ball integral(IExpr integrand, IExpr variable, IExpr from, IExpr to, int bits) {
    TaylorQuadrature quadrature = new TaylorQuadrature(integrand, variable, from, to, bits);
    return quadrature.fine.multiply(quadrature.length, quadrature.mean(0, BigInteger.ZERO));
  }

  /** The integral over the share [i, i+1] 2^-level of the interval, over the whole length. */
  private Ball mean(int level, BigInteger i) {
    if (++panels > PANELS_PER_BIT * (bits + 8)) {
      throw new UnsupportedExpressionException("the integral needs too many panels");
    }
    int order = 2 * (bits / 4 + 4);
    Rational half = Rational.of(BigInteger.ONE, BigInteger.ONE.shiftLeft(level + 1));
    Rational middle = half.multiply(i.shiftLeft(1).add(BigInteger.ONE));
    Ball width = coarse.of(half.multiply(2));
    try {
      Ball share = coarse.of(middle).inflate(coarse.of(half));
      Ball remainder = coefficients(coarse, share, half, order + 1).coefficient(order);
      Ball error = coarse.multiply(width, remainder);
      if (error.binaryOrder() < scale - bits - 8) {
        return fine.add(
            taylor(coefficients(fine, fine.of(middle), half, order), half, order),
            coarse.scale(error, Rational.of(1, order + 1)));
      }
    } catch (DomainException e) {
      // The integrand is not certainly analytic here.
      if (level > bits) {
        return Ball.exact(0).inflate(coarse.multiply(width, bound(middle, half)));
      }
    }
    BigInteger first = i.shiftLeft(1);
    return fine.add(mean(level + 1, first), mean(level + 1, first.add(BigInteger.ONE)));
  }

  /** The power series of the integrand at a share of the interval, in units of half a panel. */
  private PowerSeries<Ball> coefficients(
      BallArithmetic over, Ball share, Rational half, int order) {
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(over, order);
    PowerSeries<Ball> x =
        series.add(
            series.constant(over.add(from, over.multiply(length, share))),
            series.variable(over.scale(length, half)));
    ExpressionEvaluator constants = new ExpressionEvaluator(over, Map.of());
    return new Integrand<>(series, variable, x, e -> series.constant(constants.evaluate(e)))
        .evaluate(integrand);
  }

  /** Half the integral over [-1, 1] of the Taylor polynomial, times the width of the panel. */
  private Ball taylor(PowerSeries<Ball> series, Rational half, int order) {
    Ball sum = Ball.exact(0);
    for (int n = 0; n < order; n += 2) {
      sum = fine.add(sum, fine.scale(series.coefficient(n), Rational.of(1, n + 1)));
    }
    return fine.scale(sum, half.multiply(2));
  }

  /** A bound of the modulus of the integrand on a panel. */
  private Ball bound(Rational middle, Rational half) {
    Ball x = coarse.add(from, coarse.multiply(length, coarse.of(middle).inflate(coarse.of(half))));
    ModulusBound moduli = new ModulusBound(coarse);
    ExpressionEvaluator constants = new ExpressionEvaluator(coarse, Map.of());
    Ball bound =
        new Integrand<>(moduli, variable, modulus(x), e -> modulus(constants.evaluate(e)))
            .evaluate(integrand);
    return coarse.of(bound.upper());
  }

  private Ball modulus(Ball x) {
    Rational upper = x.upper().abs();
    Rational lower = x.lower().abs();
    return coarse.of(upper.compareTo(lower) > 0 ? upper : lower);
  }
}
