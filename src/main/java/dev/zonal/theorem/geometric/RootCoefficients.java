package dev.zonal.theorem.geometric;

import static dev.zonal.theorem.geometric.NearLimit.OVER;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;

/**
 * The coefficients of (1 - x^2)^(-1/2), x = alpha u + beta, as powers of u: those of u^n are u_*^-n
 * (1/2)_n/n! Y_n (docs/theory.md, Lemma 17.7).
 *
 * @param shift beta, in [0, 1)
 * @param parity of the n that are looked at
 * @param from n0, the first of them, at least 4
 */
record RootCoefficients(Rational shift, Parity parity, long from) {
  private static final Rational HALF = Rational.of(1, 2);

  /** theta = (1 - beta)/(1 + beta). */
  private Rational ratio() {
    return Rational.ONE.subtract(shift).divide(shift.add(1));
  }

  /** Whether n theta^n, by which the farther singularity adds, decreases from n0 - 2 on. */
  boolean decreases() {
    Rational step = Rational.of(from - 1, from - 2);
    return shift.isZero() || ratio().multiply(step).compareTo(Rational.ONE) <= 0;
  }

  /** Y_{n-i}, n = n0, n0 + 2, ..., for i up to 2 and {@link #decreases decreasing} terms. */
  NearLimit at(int i) {
    boolean isEven = Parity.of(Math.abs((parity == Parity.EVEN ? 0 : 1) - i)) == Parity.EVEN;
    if (shift.isZero() && !isEven) {
      return NearLimit.of(Rational.ZERO);
    }
    Ball kappa =
        OVER.divide(Ball.exact(1), OVER.sqrt(OVER.of(Rational.ONE.subtract(shift).multiply(2))));
    NearLimit near = NearLimit.of(kappa).times(nearer(i));
    if (shift.isZero()) {
      return near.times(Rational.of(2));
    }
    return near.plus(NearLimit.of(kappa).times(farther(i)).times(Rational.of(isEven ? 1 : -1)));
  }

  /** 1 - tau + omega. */
  private NearLimit nearer(int i) {
    Rational share = ratio().divide(ratio().add(1));
    Rational last = Rational.of(-i).subtract(HALF);
    NearLimit tau = NearLimit.reciprocal(last, from).times(share.divide(4));
    Ball bound = OVER.of(share.pow(2).multiply(Rational.of(9, 32)));
    NearLimit omega = NearLimit.ofSecondOrder(bound, last, last.subtract(1), from);
    return NearLimit.of(Rational.ONE).minus(tau).plus(omega);
  }

  /** sqrt(theta) theta^(n-i) chi, which is at most n0/n times its first bound. */
  private NearLimit farther(int i) {
    Ball theta = OVER.of(ratio());
    Ball first = OVER.multiply(OVER.sqrt(theta), OVER.power(theta, from - i));
    return new NearLimit(Ball.exact(0), OVER.multiply(NearLimit.UNIT, first));
  }
}
