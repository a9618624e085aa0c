package dev.zonal.lab.moment;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.lab.weight.Initialisation;

/**
 * The tangent kernel of two hidden layers of n ReLUs to first order in 1/n (docs/theory.md,
 * Proposition 25.10), 3 at u = 1.
 */
public final class TwoLayerTangent {
  private TwoLayerTangent() {}

  /** n (E Theta_n - Theta) in the limit, for u inside (-1, 1). */
  public static Ball bias(BallArithmetic over, Initialisation weights, Rational cosine) {
    HalfSpaceMoments below = HalfSpaceMoments.of(over, cosine);
    Ball u = below.u();
    Ball rho = below.kappa1();
    HalfSpaceMoments above = HalfSpaceMoments.of(over, rho);
    GramForm noise = LayerNoise.of(over, weights, below);
    Ball k2 = over.divide(Ball.exact(1), over.multiply(over.pi(), above.sine()));
    GramForm curvature = curvature(over, rho, k2, above.sine());
    Ball slope = over.negate(over.multiply(rho, k2).shifted(-1));

    Ball first = WidthExpansion.hessian(over, above).with(over, noise).shifted(-1);
    GramForm product =
        curvature
            .times(over, rho)
            .plus(over, new GramForm(Ball.exact(0), Ball.exact(0), slope, k2.shifted(1)));
    Ball second = product.with(over, noise).shifted(-1);
    Ball third =
        over.multiply(
            u,
            over.add(
                over.multiply(below.kappa0(), curvature.with(over, noise)).shifted(-1),
                gateCovariance(over, weights, below, slope, k2)));
    Ball turn = over.divide(over.multiply(below.sine(), u), over.pi());
    Ball a = over.add(below.kappa0(), turn);
    Ball fourth =
        over.multiply(over.multiply(u, over.multiply(rho, over.subtract(Ball.exact(1), a))), k2)
            .shifted(2);
    return over.add(over.add(first, second), over.add(third, fourth));
  }

  /** The second derivatives of kappa_0(r/sqrt(q_x q_z)) at (1, 1, rho). */
  private static GramForm curvature(BallArithmetic over, Ball rho, Ball k2, Ball sine) {
    Ball k3 = over.divide(over.multiply(rho, k2), over.square(sine));
    Ball square = over.multiply(k3, over.square(rho)).shifted(-2);
    Ball mixed = over.multiply(k2, rho).shifted(-2);
    return new GramForm(
        over.add(square, over.scale(mixed, Rational.of(3))),
        over.add(square, mixed),
        over.negate(over.add(over.multiply(k3, rho), k2).shifted(-1)),
        k3);
  }

  /** The gradient of kappa_0 times n the covariance of (q_x, q_z, r) with the share of gates. */
  private static Ball gateCovariance(
      BallArithmetic over, Initialisation weights, HalfSpaceMoments pair, Ball slope, Ball k2) {
    Ball turn = over.divide(over.multiply(pair.sine(), pair.u()), over.pi());
    Ball lengths = over.add(pair.kappa0(), turn.shifted(1));
    Ball product =
        over.subtract(pair.kappa1().shifted(1), over.multiply(pair.kappa1(), pair.kappa0()));
    if (weights == Initialisation.ORTHOGONAL) {
      lengths = over.subtract(lengths, turn);
      Ball a = over.add(pair.kappa0(), turn);
      product = over.subtract(product, over.divide(over.multiply(pair.sine(), a), over.pi()));
    }
    return over.add(over.multiply(slope, lengths).shifted(1), over.multiply(k2, product));
  }
}
