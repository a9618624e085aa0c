package dev.zonal.theorem.geometric;

import static dev.zonal.theorem.geometric.NearLimit.OVER;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.GammaQuotient;

/**
 * The power (1 - u/u_*)^-mu of the distance to a singularity: with b = mu - (d-2)/2 and s = mu -
 * d/2 its eigenvalues are
 *
 * <pre>
 *   Gamma(d/2)/Gamma(mu) (1 + rho^2)^mu (1 - rho^2)^-b rho^k k^s G_k Phi_k,
 *   rho = u_* - sqrt(u_*^2 - 1),
 * </pre>
 *
 * where G_k and Phi_k tend to 1 (docs/theory.md, Lemma 17.5 and Theorem 17.8).
 *
 * @param dimension d
 * @param singularity u_*
 * @param order mu, half an odd integer, at least -1/2
 */
record DistancePower(int dimension, Singularity singularity, Rational order) {
  private static final Rational ONE = Rational.ONE;
  private static final Rational HALF = Rational.of(1, 2);
  private static final Ball UNIT = NearLimit.UNIT;

  /** rho. */
  Ball rate() {
    return singularity.rate();
  }

  /** s. */
  Rational exponent() {
    return order.subtract(Rational.of(dimension, 2));
  }

  /** b. */
  private Rational power() {
    return exponent().add(1);
  }

  /** The factor before rho^k k^s. */
  Ball constant() {
    Ball square = OVER.square(rate());
    Ball gammas =
        GammaQuotient.ONE.gamma(dimension).dividedByGamma(order.multiply(2).longValue()).in(OVER);
    Ball above = OVER.power(OVER.add(Ball.exact(1), square), order);
    Ball below = OVER.power(OVER.subtract(Ball.exact(1), square), power());
    return OVER.multiply(gammas, OVER.divide(above, below));
  }

  /** k^-s Gamma(k + mu)/Gamma(k + d/2). */
  NearLimit gammas(long from) {
    Rational shift = order.add(Rational.of(dimension, 2)).subtract(ONE).multiply(HALF);
    Rational s = exponent();
    Ball base = OVER.add(Ball.exact(1), OVER.multiply(UNIT, OVER.of(shift.divide(from))));
    Ball slope = OVER.scale(OVER.power(base, s.subtract(ONE)), s.multiply(shift).divide(from));
    NearLimit shifted = new NearLimit(Ball.exact(1), slope);
    return shifted.times(excess(s.negate(), shift.add(from), from));
  }

  /** 1 + delta_m(k + sigma), its second-order deviation bounded for all k from k0 on. */
  private static NearLimit excess(Rational m, Rational start, long from) {
    Rational size = m.abs();
    Ball bound;
    if (size.compareTo(ONE) < 0) {
      bound = OVER.negate(OVER.of(size.divide(start.pow(2).multiply(24))));
    } else {
      long floor = size.longValue();
      Rational weight = size.subtract(floor);
      bound =
          OVER.add(
              OVER.scale(integerExcess(floor, start), ONE.subtract(weight)),
              OVER.scale(integerExcess(floor + 1, start), weight));
    }
    Ball range = OVER.add(Ball.exact(1), OVER.multiply(UNIT, bound));
    Ball excess =
        OVER.subtract(m.signum() < 0 ? OVER.divide(Ball.exact(1), range) : range, Ball.exact(1));
    Rational later = start.divide(from);
    return new NearLimit(
        Ball.exact(1), later.compareTo(ONE) > 0 ? OVER.scale(excess, later) : excess);
  }

  /** delta_j(K) of Lemma 12.2. */
  private static Ball integerExcess(long j, Rational start) {
    Rational product = ONE;
    for (long twice = j - 1; twice > 0; twice -= 2) {
      Rational ratio = Rational.of(twice, 2).divide(start).pow(2);
      product = product.divide(ONE.subtract(ratio));
    }
    return OVER.of(product.subtract(ONE));
  }

  /** Phi_k. */
  NearLimit hypergeometric(long from) {
    Rational b = power();
    Rational a = b.signum() > 0 ? b : ONE.subtract(b);
    Rational p = b.signum() > 0 ? b.subtract(1) : b.negate();
    NearLimit one = NearLimit.of(ONE);
    if (p.isZero()) {
      return one;
    }
    Ball square = OVER.square(rate());
    Ball y = OVER.divide(square, OVER.subtract(Ball.exact(1), square));
    Rational half = Rational.of(dimension, 2);
    NearLimit first = NearLimit.reciprocal(half, from).times(p.multiply(a)).times(NearLimit.of(y));
    Rational factor = p.multiply(p.subtract(1)).multiply(a).multiply(a.add(1)).multiply(HALF);
    Ball second = OVER.scale(OVER.multiply(OVER.square(y), largest(p, a, y, from)), factor);
    return one.plus(first).plus(NearLimit.ofSecondOrder(second, half, half.add(1), from));
  }

  /** A bound of Z_k. */
  private Ball largest(Rational p, Rational a, Ball y, long from) {
    Ball sum = Ball.exact(1);
    Ball term = Ball.exact(1);
    Rational start = Rational.of(dimension, 2).add(from);
    int j = p.subtract(2).negate().floor().negate().intValue();
    for (int i = 0; i < j; i++) {
      Rational step = Rational.of(j - i, i + 1).multiply(a.add(i + 2L)).divide(start.add(i + 2L));
      term = OVER.multiply(OVER.scale(term, step), y);
      sum = OVER.add(sum, term);
    }
    return sum;
  }
}
