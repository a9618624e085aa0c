package dev.zonal.theorem.geometric;

import static dev.zonal.theorem.geometric.NearLimit.OVER;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.singularity.SingularPoint;
import dev.zonal.kernel.singularity.Surroundings;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;

/** The series of a kernel of any depth (docs/theory.md, Theorem 17.9). */
record DeepSeries(Surroundings around) implements SingularSeries {
  private static final Ball BOTH_SIGNS = Ball.hull(Ball.exact(-1), Ball.exact(1));

  private SingularPoint point() {
    return around.point();
  }

  @Override
  public Singularity singularity() {
    return new Singularity(point().lower(), point().upper(), Optional.of(around.square()));
  }

  @Override
  public Rational order() {
    return point().order();
  }

  /** How many singularities there are, one of the other at -u_*. */
  private Rational count() {
    return Rational.of(point().isSymmetric() ? 2 : 1);
  }

  @Override
  public Optional<NearLimit> ratios(Parity parity, long from) {
    if (point().isPolynomial(parity == Parity.ODD) || !farDecreases(from)) {
      return Optional.empty();
    }
    Rational one = order().subtract(1);
    Rational two = order().subtract(2);
    NearLimit next = NearLimit.reciprocal(one, from).times(one).times(NearLimit.of(point().next()));
    Ball rest = OVER.scale(bound(around.rest()), one.multiply(two).abs());
    NearLimit second = NearLimit.ofSecondOrder(OVER.multiply(BOTH_SIGNS, rest), one, two, from);
    NearLimit far = new NearLimit(Ball.exact(0), OVER.multiply(BOTH_SIGNS, far(from)));
    return Optional.of(
        NearLimit.of(point().leading()).plus(next).plus(second).times(count()).plus(far));
  }

  private static Ball bound(double size) {
    return OVER.of(Rational.of(size));
  }

  /** Whether n t^n n!/(mu)_n, t = u_* over R, decreases from k0 on. */
  private boolean farDecreases(long from) {
    Rational step = Rational.of(from + 1, from);
    Rational growth = Rational.of(from + 1).divide(order().add(from));
    Rational largest = growth.compareTo(Rational.ONE) > 0 ? growth : Rational.ONE;
    return step.multiply(largest).compareTo(around.reach()) <= 0;
  }

  /** What the contour away from the cuts adds to r_n at n = k0, which is less from there on. */
  private Ball far(long from) {
    Ball known = OVER.scale(OVER.add(singular(order()), singular(order().subtract(1))), count());
    Ball outside = OVER.add(bound(around.far()), known);
    Ball notch = OVER.scale(OVER.add(bound(around.near()), known), count());
    Ball length = OVER.of(around.square().divide(around.reach()));
    Ball size = OVER.add(outside, OVER.multiply(notch, length));
    Ball decay = OVER.power(OVER.of(around.reach()), -from);
    return OVER.multiply(OVER.multiply(size, decay), growth(from));
  }

  /** A bound of the term w^(-2 mu) of the singularity for r &lt;= |w| &lt;= sqrt(2 + r^2). */
  private Ball singular(Rational mu) {
    Ball coefficient = mu.equals(order()) ? point().leading() : point().next();
    Rational end = mu.signum() > 0 ? around.square() : around.square().add(2);
    return OVER.multiply(coefficient.abs(), OVER.power(OVER.of(end), mu.negate()));
  }

  /** n!/|(mu)_n|. */
  private Ball growth(long n) {
    Ball factorial = OVER.risingFactorial(Rational.ONE, n).orElseThrow();
    Ball others = OVER.risingFactorial(order().add(1), n - 1).orElseThrow();
    return OVER.divide(factorial, OVER.scale(others, order().abs()));
  }
}
