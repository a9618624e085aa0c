package dev.zonal.kernel.singularity;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.angle.CosineAngle;
import java.util.function.UnaryOperator;

/**
 * Series in w = sqrt(1 - u/u_*) around a point u_* up to which the sines of all layers of a network
 * are at most 1, for one evaluation of its kernel. A sine that may be 1 at w = 0 is taken to be 1
 * there, and there may be one such only: with y = sqrt(1 - x^2) = w sqrt(q), q a series with q(0)
 * &gt; 0, its arc sine is pi/2 - asin y, and the derivative of that has a pole (docs/theory.md,
 * Theorem 17.9). Nothing but a sum or a product is made of what has a pole.
 */
final class PoleArithmetic implements Arithmetic<PoleSeries> {
  private final BallArithmetic numbers;
  private final PowerSeriesArithmetic<Ball> inner;
  private final SineNumbers sines = new SineNumbers();

  /** The number of the sine that is 1 at w = 0, or 0. */
  private int critical;

  /** The number of the sine that exceeds 1 at w = 0, or 0. */
  private int beyond;

  /** The y of the critical one, for the arc sine and for the derivative. */
  private PowerSeries<Ball> root;

  PoleArithmetic(BallArithmetic numbers, int order) {
    this.numbers = numbers;
    this.inner = PowerSeriesArithmetic.overBalls(numbers, order);
  }

  /** u = u_* (1 - w^2). */
  CosineAngle<PoleSeries> at(Ball singularity) {
    PowerSeries<Ball> w = inner.variable(numbers.of(1));
    PowerSeries<Ball> below = inner.subtract(inner.of(1), inner.square(w));
    PowerSeries<Ball> u = inner.multiply(inner.constant(singularity), below);
    return new CosineAngle<>(this, new PoleSeries(u, 0, false));
  }

  /** The number of the sine that is taken to be 1 at w = 0, 0 if there is none. */
  int critical() {
    return critical;
  }

  /** The number of the sine at which the evaluation ended because it exceeds 1 at w = 0, or 0. */
  int beyond() {
    return beyond;
  }

  /** How many sines there are. */
  int sines() {
    return sines.count();
  }

  private static PowerSeries<Ball> regular(PoleSeries a) {
    if (a.pole() > 0) {
      throw new DomainException("a function of what is infinite at the singularity");
    }
    return a.series();
  }

  private static PoleSeries map(PoleSeries a, UnaryOperator<PowerSeries<Ball>> function) {
    return new PoleSeries(function.apply(regular(a)), 0, a.isConstant());
  }

  /** The series g of w^-pole g. */
  private PowerSeries<Ball> over(PoleSeries a, int pole) {
    return pole == a.pole()
        ? a.series()
        : inner.multiply(a.series(), inner.power(inner.variable(numbers.of(1)), pole - a.pole()));
  }

  private boolean isCritical(PoleSeries a) {
    if (a.isConstant()) {
      return false;
    }
    PowerSeries<Ball> sine = a.series();
    int number = sines.of(sine);
    Ball start = sine.coefficient(0);
    Ball one = Ball.exact(1);
    if (start.certainlyGreater(one)) {
      beyond = number;
      throw new DomainException("the sine of the layer " + number + " exceeds 1");
    }
    if (start.certainlyLess(one)) {
      return false;
    }
    if (critical == 0) {
      critical = number;
      root = root(sine);
    }
    if (critical != number) {
      throw new DomainException(
          "the sines of the layers %s and %s are not told apart where they reach 1"
              .formatted(critical, number));
    }
    return true;
  }

  /** sqrt(1 - x^2) for x(0) = 1: with z = x - 1, 1 - x^2 = -z (2 + z). */
  private PowerSeries<Ball> root(PowerSeries<Ball> sine) {
    PowerSeries<Ball> z = inner.integral(inner.derivative(sine), Ball.exact(0));
    return inner.sqrt(inner.multiply(inner.negate(z), inner.add(inner.of(2), z)));
  }

  @Override
  public PoleSeries asin(PoleSeries a) {
    regular(a);
    return isCritical(a)
        ? subtract(scale(pi(), Rational.of(1, 2)), new PoleSeries(inner.asin(root), 0, false))
        : map(a, inner::asin);
  }

  @Override
  public PoleSeries asinSlope(PoleSeries a) {
    regular(a);
    return isCritical(a)
        ? new PoleSeries(inner.divide(inner.variable(numbers.of(1)), root), 1, false)
        : map(a, inner::asinSlope);
  }

  @Override
  public PoleSeries of(Rational value) {
    return new PoleSeries(inner.of(value), 0, true);
  }

  @Override
  public PoleSeries pi() {
    return new PoleSeries(inner.pi(), 0, true);
  }

  @Override
  public PoleSeries add(PoleSeries a, PoleSeries b) {
    int pole = Math.max(a.pole(), b.pole());
    return new PoleSeries(inner.add(over(a, pole), over(b, pole)), pole, areConstant(a, b));
  }

  private static boolean areConstant(PoleSeries a, PoleSeries b) {
    return a.isConstant() && b.isConstant();
  }

  @Override
  public PoleSeries subtract(PoleSeries a, PoleSeries b) {
    return add(a, new PoleSeries(inner.negate(b.series()), b.pole(), b.isConstant()));
  }

  @Override
  public PoleSeries multiply(PoleSeries a, PoleSeries b) {
    PowerSeries<Ball> product = inner.multiply(a.series(), b.series());
    return new PoleSeries(product, a.pole() + b.pole(), areConstant(a, b));
  }

  @Override
  public PoleSeries divide(PoleSeries a, PoleSeries b) {
    PowerSeries<Ball> quotient = inner.divide(a.series(), regular(b));
    return new PoleSeries(quotient, a.pole(), areConstant(a, b));
  }

  @Override
  public PoleSeries scale(PoleSeries a, Rational factor) {
    return new PoleSeries(inner.scale(a.series(), factor), a.pole(), a.isConstant());
  }

  @Override
  public PoleSeries sqrt(PoleSeries a) {
    return map(a, inner::sqrt);
  }

  @Override
  public PoleSeries exp(PoleSeries a) {
    return map(a, inner::exp);
  }

  @Override
  public PoleSeries log(PoleSeries a) {
    return map(a, inner::log);
  }

  @Override
  public PoleSeries sin(PoleSeries a) {
    return map(a, inner::sin);
  }

  @Override
  public PoleSeries cos(PoleSeries a) {
    return map(a, inner::cos);
  }

  @Override
  public PoleSeries arcCosineDefect(PoleSeries theta, PoleSeries sinHalf, PoleSeries cosHalf) {
    PowerSeries<Ball> defect =
        inner.arcCosineDefect(regular(theta), regular(sinHalf), regular(cosHalf));
    return new PoleSeries(defect, 0, theta.isConstant());
  }
}
