package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions f(u) = sum of b_n u^n, b_n &gt;= 0, of which balls m_0, ..., m_{N-1} are known that
 * each contain a number from 0 to b_n (docs/theory.md, Lemma 18.4): sums, products and compositions
 * of such functions are known in that way whatever is left out. Constants are enclosed as by balls,
 * and may be divided and subtracted. Everything else is refused.
 */
public final class MinorantArithmetic implements Arithmetic<PowerSeries<Ball>> {
  private static final String NOT_MONOTONE =
      "it is not put together from sums and products of power series in u with coefficients that"
          + " are not negative";

  private final BallArithmetic over;
  private final PowerSeriesArithmetic<Ball> series;
  private final int order;

  private MinorantArithmetic(BallArithmetic over, int order) {
    this.over = over;
    this.series = PowerSeriesArithmetic.overBalls(over, order);
    this.order = order;
  }

  /** With so many terms. */
  public static MinorantArithmetic of(BallArithmetic over, int order) {
    return new MinorantArithmetic(over, order);
  }

  /** The balls of the coefficients. */
  public BallArithmetic balls() {
    return over;
  }

  /** N. */
  public int order() {
    return order;
  }

  /** The function u. */
  public PowerSeries<Ball> variable() {
    return series.variable(Ball.exact(1));
  }

  /** A constant. */
  public PowerSeries<Ball> constant(Ball value) {
    return series.constant(value);
  }

  /**
   * The value of a constant.
   *
   * @throws DomainException if it is none
   */
  public Ball value(PowerSeries<Ball> constant) {
    if (!isConstant(constant)) {
      throw new DomainException(NOT_MONOTONE);
    }
    return constant.coefficient(0);
  }

  private static boolean isConstant(PowerSeries<Ball> a) {
    return a.isZero() || a.isMonomial() && a.valuation() == 0;
  }

  /** Constants that meet what is none must not be negative. */
  private PowerSeries<Ball> monotone(PowerSeries<Ball> a) {
    if (isConstant(a) && !a.coefficient(0).isNonNegative()) {
      throw new DomainException(NOT_MONOTONE);
    }
    return a;
  }

  /**
   * The sum of c_n a^n, c_n &gt;= 0.
   *
   * @param coefficients enclosures of c_0, c_1, ..., of which any number may be left out
   */
  public PowerSeries<Ball> compose(List<Ball> coefficients, PowerSeries<Ball> a) {
    monotone(a);
    int width = Math.max(1, (int) Math.sqrt(coefficients.size()));
    List<PowerSeries<Ball>> powers = new ArrayList<>(List.of(of(1)));
    for (int i = 1; i <= width; i++) {
      powers.add(series.multiply(powers.get(i - 1), a));
    }
    PowerSeries<Ball> sum = of(0);
    for (int block = (coefficients.size() - 1) / width; block >= 0; block--) {
      sum = series.multiply(sum, powers.get(width));
      for (int i = 0; i < width && block * width + i < coefficients.size(); i++) {
        PowerSeries<Ball> factor = series.constant(coefficients.get(block * width + i));
        sum = series.add(sum, series.multiply(factor, powers.get(i)));
      }
    }
    return sum;
  }

  @Override
  public PowerSeries<Ball> of(Rational value) {
    return series.of(value);
  }

  @Override
  public PowerSeries<Ball> pi() {
    return series.pi();
  }

  @Override
  public PowerSeries<Ball> add(PowerSeries<Ball> a, PowerSeries<Ball> b) {
    return isConstant(a) && isConstant(b) ? series.add(a, b) : series.add(monotone(a), monotone(b));
  }

  @Override
  public PowerSeries<Ball> subtract(PowerSeries<Ball> a, PowerSeries<Ball> b) {
    return constant(over.subtract(value(a), value(b)));
  }

  @Override
  public PowerSeries<Ball> multiply(PowerSeries<Ball> a, PowerSeries<Ball> b) {
    return isConstant(a) && isConstant(b)
        ? series.multiply(a, b)
        : series.multiply(monotone(a), monotone(b));
  }

  @Override
  public PowerSeries<Ball> scale(PowerSeries<Ball> a, Rational factor) {
    if (!isConstant(a) && factor.signum() < 0) {
      throw new DomainException(NOT_MONOTONE);
    }
    return series.scale(a, factor);
  }

  /** By a constant. */
  @Override
  public PowerSeries<Ball> divide(PowerSeries<Ball> a, PowerSeries<Ball> b) {
    return multiply(a, constant(over.divide(Ball.exact(1), value(b))));
  }

  @Override
  public PowerSeries<Ball> sqrt(PowerSeries<Ball> a) {
    return constant(over.sqrt(value(a)));
  }

  @Override
  public PowerSeries<Ball> exp(PowerSeries<Ball> a) {
    return constant(over.exp(value(a)));
  }

  @Override
  public PowerSeries<Ball> log(PowerSeries<Ball> a) {
    return constant(over.log(value(a)));
  }

  @Override
  public PowerSeries<Ball> sin(PowerSeries<Ball> a) {
    return constant(over.sin(value(a)));
  }

  @Override
  public PowerSeries<Ball> cos(PowerSeries<Ball> a) {
    return constant(over.cos(value(a)));
  }

  @Override
  public PowerSeries<Ball> asin(PowerSeries<Ball> a) {
    return constant(over.asin(value(a)));
  }

  @Override
  public PowerSeries<Ball> arcCosineDefect(
      PowerSeries<Ball> theta, PowerSeries<Ball> sinHalf, PowerSeries<Ball> cosHalf) {
    return constant(over.arcCosineDefect(value(theta), value(sinHalf), value(cosHalf)));
  }
}
