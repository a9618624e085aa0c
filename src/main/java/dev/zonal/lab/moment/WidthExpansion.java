package dev.zonal.lab.moment;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.lab.weight.Initialisation;

/**
 * To first order in 1/n, the Gram entry r = &lt;x_l, z_l&gt; behind l hidden layers of n ReLUs:
 * mean limit + bias/n, covariance with the lengths covariance/n (docs/theory.md, Proposition 25.9).
 *
 * @param limit of r, inside (-1, 1) behind the first layer
 * @param bias n (E r - limit) in the limit
 * @param covariance n times the covariance of (q_x, q_z, r) in the limit
 */
public record WidthExpansion(Ball limit, Ball bias, GramForm covariance) {
  /**
   * Behind the layers of a network.
   *
   * @param depth at least 1
   * @param u the cosine between the inputs, inside (-1, 1)
   */
  public static WidthExpansion of(
      BallArithmetic over, Initialisation weights, int depth, Rational u) {
    HalfSpaceMoments first = HalfSpaceMoments.of(over, u);
    WidthExpansion state =
        new WidthExpansion(first.kappa1(), Ball.exact(0), LayerNoise.of(over, weights, first));
    for (int layer = 2; layer <= depth; layer++) {
      state = state.next(over, weights);
    }
    return state;
  }

  private WidthExpansion next(BallArithmetic over, Initialisation weights) {
    HalfSpaceMoments pair = HalfSpaceMoments.of(over, limit);
    Ball e = over.subtract(pair.kappa1(), over.multiply(limit, pair.kappa0())).shifted(-1);
    Ball curved = hessian(over, pair).with(over, covariance).shifted(-1);
    return new WidthExpansion(
        pair.kappa1(),
        over.add(over.multiply(pair.kappa0(), bias), curved),
        covariance.carried(over, e, pair.kappa0()).plus(over, LayerNoise.of(over, weights, pair)));
  }

  /** The second derivatives of sqrt(q_x q_z) kappa_1(r/sqrt(q_x q_z)) at (1, 1, r). */
  static GramForm hessian(BallArithmetic over, HalfSpaceMoments pair) {
    Ball r = pair.u();
    Ball k2 = over.divide(Ball.exact(1), over.multiply(over.pi(), pair.sine()));
    Ball g = over.subtract(pair.kappa1(), over.multiply(r, pair.kappa0())).shifted(-2);
    Ball square = over.multiply(over.square(r), k2).shifted(-2);
    return new GramForm(
        over.subtract(square, g),
        over.add(square, g),
        over.negate(over.multiply(r, k2).shifted(-1)),
        k2);
  }
}
