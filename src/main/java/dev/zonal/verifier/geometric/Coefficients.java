package dev.zonal.verifier.geometric;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.ZERO;
import static dev.zonal.verifier.document.Balls.half;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Balls;
import java.util.function.IntFunction;

/**
 * The numbers r_n of Theorem 17.8 for n = k0, k0 + 2, .... The powers of x are multiplied one at a
 * time: if u_*^-n (1/2)_n/n! G_n are the coefficients of g, those of x g have beta G_n + gamma
 * n/(n-1/2) G_(n-1) in place of G_n. A function of i stands for G_(n-i).
 */
record Coefficients(ArcSineForm form, Parity parity, long from) {
  private Rational beta() {
    return form.shift();
  }

  private Rational gamma() {
    return Rational.ONE.subtract(beta());
  }

  private Rational theta() {
    return gamma().divide(beta().add(1));
  }

  /** Whether n theta^n decreases from k0 - 2 on, as what the farther singularity adds must. */
  boolean decrease() {
    Rational step = Rational.of(from - 1, from - 2);
    return beta().isZero() || theta().multiply(step).compareTo(Rational.ONE) <= 0;
  }

  /** r_n. */
  Slope over(Rational order) {
    Rational a0 = form.arc().get(0);
    Rational a1 = form.arc().get(1);
    // A asin x, times n - 1/2
    Slope before = ratio(0, -3).times(gamma()).times(arc(1));
    Slope arcs = arc(0).times(a0).plus(arc(0).times(beta()).plus(before).times(a1));
    if (order.signum() < 0) {
      return arcs.times(Rational.of(-2));
    }
    IntFunction<Slope> root = this::root;
    IntFunction<Slope> linear = timesX(root);
    Slope sum =
        arcs.times(Slope.over(half(-1), from))
            .plus(root(0).times(form.root().get(0)))
            .plus(linear.apply(0).times(form.root().get(1)))
            .plus(timesX(linear).apply(0).times(form.root().get(2)));
    if (order.compareTo(Rational.ONE) < 0) {
      return sum;
    }
    // (1 - x^2)^(-3/2) is the derivative of x (1 - x^2)^(-1/2) over alpha.
    Slope cube = linear.apply(-1).times(form.cube().divide(gamma().multiply(2)));
    return sum.times(Slope.over(half(1), from)).times(half(1)).plus(cube);
  }

  private IntFunction<Slope> timesX(IntFunction<Slope> g) {
    return i ->
        g.apply(i)
            .times(beta())
            .plus(ratio(-2 * i, -2 * i - 1).times(gamma()).times(g.apply(i + 1)));
  }

  /** (n - i - 1/2) times those of asin x. */
  private Slope arc(int i) {
    return root(i + 1).times(gamma());
  }

  /** (n + a/2)/(n + b/2). */
  private Slope ratio(int a, int b) {
    return Slope.of(ONE).plus(Slope.over(half(b), from).times(half(a - b)));
  }

  /** Y_(n-i), Lemma 17.7. */
  private Slope root(int i) {
    boolean isEven = Math.floorMod((parity == Parity.EVEN ? 0 : 1) - i, 2) == 0;
    boolean isSymmetric = beta().isZero();
    Ball kappa = quotient(ONE, OVER.sqrt(Balls.of(gamma().multiply(2))));
    if (isSymmetric) {
      return isEven ? near(i).times(Slope.of(product(Ball.exact(2), kappa))) : Slope.of(ZERO);
    }
    Ball theta = Balls.of(theta());
    Ball far = product(Slope.UNIT, OVER.sqrt(theta), OVER.power(theta, from - i));
    Slope both = near(i).plus(new Slope(ZERO, isEven ? far : far.negated()));
    return both.times(Slope.of(kappa));
  }

  /** 1 - tau + omega. */
  private Slope near(int i) {
    Rational share = theta().divide(theta().add(1));
    Slope tau = Slope.over(half(-2L * i - 1), from).times(share.divide(-4));
    Ball omega = Balls.of(share.pow(2).multiply(9).divide(32));
    return Slope.of(ONE).plus(tau).plus(Slope.square(omega, half(-2L * i - 3), from));
  }
}
