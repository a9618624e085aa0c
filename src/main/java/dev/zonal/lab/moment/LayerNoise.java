package dev.zonal.lab.moment;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.lab.weight.Initialisation;

/**
 * n times the covariance of (q_x, q_z, r), q = (2/n) sum of phi phi over one layer of ReLUs, given
 * the layer below with q_x = q_z = 1 and r = u: for Gaussian weights of any width, for orthogonal
 * weights in the limit (docs/theory.md, Lemma 25.8).
 */
final class LayerNoise {
  private LayerNoise() {}

  static GramForm of(BallArithmetic over, Initialisation weights, HalfSpaceMoments pair) {
    return weights == Initialisation.GAUSSIAN ? gaussian(over, pair) : orthogonal(over, pair);
  }

  private static GramForm gaussian(BallArithmetic over, HalfSpaceMoments pair) {
    Ball k1 = pair.kappa1();
    return new GramForm(
        Ball.exact(5),
        over.subtract(pair.m22().shifted(2), Ball.exact(1)),
        over.subtract(pair.m31().shifted(2), k1),
        over.subtract(pair.m22().shifted(2), over.square(k1)));
  }

  /** Less 4 V V^T: what the quadratic polynomials of the row add, which orthogonality freezes. */
  private static GramForm orthogonal(BallArithmetic over, HalfSpaceMoments pair) {
    Ball u = pair.u();
    Ball k1 = pair.kappa1();
    Ball turned = over.add(pair.kappa0(), over.divide(over.multiply(pair.sine(), u), over.pi()));
    GramForm frozen =
        new GramForm(
            Ball.exact(2),
            over.square(u).shifted(1),
            over.add(k1, over.multiply(u, turned)),
            over.add(over.square(k1), over.square(turned)));
    return gaussian(over, pair).plus(over, frozen.times(over, Ball.exact(-1)));
  }
}
