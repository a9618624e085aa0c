package dev.zonal.verifier.geometric;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.ZERO;
import static dev.zonal.verifier.document.Balls.power;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.singularity.SingularPoint;
import dev.zonal.kernel.singularity.Surroundings;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Claims;

/**
 * Theorem 17.9: the first two odd powers of w = sqrt(1 - u/u_*), what is left of the odd part near
 * u_*, and the rest of Cauchy's contour.
 */
record Surrounded(Surroundings around, Parity parity, long from) implements Ratios {
  private static final Ball ANY_SIGN = Ball.hull(ONE.negated(), ONE);

  /** Refused if u_* is not in the interval, mu is another, or the disc is too large. */
  static Certification<Ratios> of(Kernel kernel, Claims.OfGeometric claim) {
    Claims.Place place = claim.singularity();
    Rational square = place.square().orElseThrow();
    boolean isDisc = square.signum() > 0 && square.compareTo(Rational.ONE) < 0;
    boolean isSeries = kernel.isComposedOfAnalyticDuals();
    if (!isDisc || !isSeries || place.lower().compareTo(Rational.ONE) <= 0) {
      return Certification.refused("Theorem 17.9 does not apply");
    }
    return Certification.of(() -> point(kernel, place, claim))
        .flatMap(point -> Surroundings.of(point, square))
        .map(around -> new Surrounded(around, claim.parity(), claim.from()));
  }

  private static SingularPoint point(Kernel kernel, Claims.Place place, Claims.OfGeometric claim) {
    SingularPoint point = SingularPoint.between(kernel, OVER, place.lower(), place.upper());
    if (!point.order().equals(claim.order()) || point.isPolynomial(claim.parity() == Parity.ODD)) {
      throw new DomainException("another order, or a parity without a singularity");
    }
    return point;
  }

  private Rational mu() {
    return around.point().order();
  }

  private Ball count() {
    return Balls.of(Rational.of(around.point().isSymmetric() ? 2 : 1));
  }

  /** u_*^n R^-n n!/|(mu)_n| times n must not grow: its quotients fall to u_* over R. */
  @Override
  public boolean decrease() {
    Rational n = Rational.of(from);
    Rational next = n.add(1);
    Rational factor = Balls.least(next.divide(mu().add(n)).negate(), Rational.of(-1)).negate();
    return next.divide(n).multiply(factor).compareTo(around.reach()) <= 0;
  }

  /** C (1 + (mu-1)/(n+mu-1) next/leading + ...) for each singularity, and the rest. */
  @Override
  public Slope limiting() {
    SingularPoint point = around.point();
    Rational first = mu().subtract(1);
    Rational second = mu().subtract(2);
    Slope next = Slope.over(first, from).times(first).times(Slope.of(point.next()));
    Ball rest = product(Balls.of(first.multiply(second).abs()), Balls.of(around.rest()));
    // 1/((n + mu - 2)(n + mu - 1)) times something between -rest and rest
    Slope left = Slope.square(rest, second, from);
    Slope either = new Slope(ZERO, product(ANY_SIGN, left.slope()));
    Slope one = Slope.of(point.leading()).plus(next).plus(either);
    return one.times(Slope.of(count())).plus(new Slope(ZERO, product(ANY_SIGN, far())));
  }

  private Ball far() {
    Ball known = sum(size(mu()), size(mu().subtract(1)));
    Ball outer = sum(Balls.of(around.far()), product(count(), known));
    Rational part = around.square().divide(around.reach());
    Ball inner = product(count(), Balls.of(part), sum(Balls.of(around.near()), known));
    // n!/(mu)_n as a product of quotients
    Ball growth = ONE;
    for (long j = 1; j <= from; j++) {
      growth = product(growth, Balls.of(Rational.of(j).divide(mu().add(j - 1)).abs()));
    }
    Ball decay = power(Balls.of(around.reach()), Rational.of(-from));
    return product(sum(outer, inner), decay, growth);
  }

  /** A bound of |c w^(-2m)| for r^2 &lt;= |w^2| &lt;= 2 + r^2, c the coefficient of that power. */
  private Ball size(Rational m) {
    SingularPoint point = around.point();
    Ball coefficient = (m.equals(mu()) ? point.leading() : point.next()).abs();
    Rational most = m.signum() > 0 ? around.square() : around.square().add(2);
    return product(coefficient, power(Balls.of(most), m.negate()));
  }
}
