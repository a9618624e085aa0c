package dev.zonal.verifier.geometric;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.half;
import static dev.zonal.verifier.document.Balls.minus;
import static dev.zonal.verifier.document.Balls.power;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Claims;

/**
 * The eigenvalues of (1 - u/u_*)^-mu: Lemma 17.5, and G_k and Phi_k of Theorem 17.8.
 *
 * @param d the dimension
 * @param singularity u_*, above 1
 * @param mu half an odd integer
 * @param from k0, at least 4
 */
record Power(int d, Claims.Place singularity, Rational mu, long from) {
  static Power of(int d, Claims.OfGeometric claim) {
    return new Power(d, claim.singularity(), claim.order(), claim.from());
  }

  /** rho, a falling function of u_*. */
  Ball rate() {
    return Ball.hull(rate(singularity.lower()), rate(singularity.upper()));
  }

  private static Ball rate(Rational at) {
    return minus(Balls.of(at), OVER.sqrt(Balls.of(at.pow(2).subtract(1))));
  }

  /** s. */
  Rational exponent() {
    return mu.subtract(half(d));
  }

  /** Gamma(d/2)/Gamma(mu) (1 + rho^2)^mu (1 - rho^2)^-(s+1), Gamma(mu) by Gamma(mu + 2). */
  Ball constant() {
    GammaFunction gamma = new GammaFunction(OVER);
    Ball below = gamma.gamma(mu.add(2));
    Ball gammas = quotient(product(gamma.gamma(half(d)), Balls.of(mu.multiply(mu.add(1)))), below);
    Ball square = OVER.square(rate());
    return product(
        gammas, power(sum(ONE, square), mu), power(minus(ONE, square), exponent().add(1).negate()));
  }

  /** G_k. */
  Slope gammas() {
    Rational s = exponent();
    Rational sigma = half(d).add(mu).subtract(1).divide(2);
    Ball base = sum(ONE, product(Slope.UNIT, Balls.of(sigma.divide(from))));
    Ball slope = product(power(base, s.subtract(1)), Balls.of(s.multiply(sigma).divide(from)));
    Rational start = sigma.add(from);
    Ball excess = product(Slope.UNIT, excess(s.abs(), start));
    Ball ofGammas = s.signum() > 0 ? minus(quotient(ONE, sum(ONE, excess)), ONE) : excess;
    Rational growth = Balls.least(start.divide(from).negate(), Rational.of(-1)).negate();
    return new Slope(ONE, slope).times(new Slope(ONE, product(ofGammas, Balls.of(growth))));
  }

  /** A bound of delta_m(K0) with its sign, Lemma 12.8. */
  private static Ball excess(Rational m, Rational start) {
    if (m.compareTo(Rational.ONE) < 0) {
      return Balls.of(m.divide(start.pow(2).multiply(-24)));
    }
    Rational weight = m.subtract(m.longValue());
    return sum(
        product(Balls.of(Rational.ONE.subtract(weight)), excess(m.longValue(), start)),
        product(Balls.of(weight), excess(m.longValue() + 1, start)));
  }

  private static Ball excess(long j, Rational start) {
    Ball whole = ONE;
    for (long twice = j - 1; twice > 0; twice -= 2) {
      Rational square = half(twice).divide(start).pow(2);
      whole = quotient(whole, Balls.of(Rational.ONE.subtract(square)));
    }
    return minus(whole, ONE);
  }

  /** Phi_k. */
  Slope series() {
    Rational b = exponent().add(1);
    boolean isPositive = b.signum() > 0;
    Rational a = isPositive ? b : Rational.ONE.subtract(b);
    Rational p = isPositive ? b.subtract(1) : b.negate();
    Ball square = OVER.square(rate());
    Ball y = quotient(square, minus(ONE, square));
    Slope first = Slope.over(half(d), from).times(Slope.of(product(Balls.of(p.multiply(a)), y)));
    Rational factor = p.multiply(p.subtract(1)).multiply(a).multiply(a.add(1)).divide(2);
    Ball second = product(Balls.of(factor), y, y, largest(p, a, y));
    return Slope.of(ONE).plus(first).plus(Slope.square(second, half(d), from));
  }

  /** The bound of Z_k: the mean of (1 + yT)^j, by T^i in turn. */
  private Ball largest(Rational p, Rational a, Ball y) {
    Ball mean = ONE;
    Ball moment = ONE;
    for (long i = 0; Rational.of(i + 2).compareTo(p) < 0; i++) {
      long j = p.negate().floor().negate().longValueExact() - 2;
      Rational next = a.add(i + 2).divide(half(d).add(from + i + 2));
      moment = product(moment, y, Balls.of(next.multiply(j - i).divide(i + 1)));
      mean = sum(mean, moment);
    }
    return mean;
  }
}
