package dev.zonal.lab.moment;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;

/**
 * Means over two standard Gaussian numbers x, z of covariance u, with phi = max(., 0)
 * (docs/theory.md, Lemma 25.1).
 *
 * @param u the covariance, in [-1, 1]
 * @param theta its arc cosine
 * @param sine of theta
 * @param kappa0 twice the probability that both are positive
 * @param kappa1 2 E phi(x) phi(z)
 * @param m22 E phi(x)^2 phi(z)^2
 * @param m31 E phi(x)^3 phi(z)
 */
public record HalfSpaceMoments(
    Ball u, Ball theta, Ball sine, Ball kappa0, Ball kappa1, Ball m22, Ball m31) {
  /** The means at a point. */
  public static HalfSpaceMoments of(BallArithmetic over, Rational u) {
    return of(over, over.of(u), over.sqrt(over.of(Rational.ONE.subtract(u.multiply(u)))));
  }

  /** The means where the covariance is known to a ball inside (-1, 1). */
  public static HalfSpaceMoments of(BallArithmetic over, Ball u) {
    Ball one = Ball.exact(1);
    Ball sine = over.sqrt(over.multiply(over.subtract(one, u), over.add(one, u)));
    return of(over, u, sine);
  }

  private static HalfSpaceMoments of(BallArithmetic over, Ball u, Ball sine) {
    Ball theta = over.acos(u);
    Ball supplement = over.subtract(over.pi(), theta);
    Ball square = over.square(u);
    Ball twoPi = over.pi().shifted(1);
    Ball three = Ball.exact(3);
    Ball su = over.multiply(sine, u);
    return new HalfSpaceMoments(
        u,
        theta,
        sine,
        over.divide(supplement, over.pi()),
        over.divide(over.add(sine, over.multiply(u, supplement)), over.pi()),
        over.divide(
            over.add(
                over.multiply(three, su),
                over.multiply(supplement, over.add(Ball.exact(1), square.shifted(1)))),
            twoPi),
        over.divide(
            over.add(
                over.multiply(sine, over.add(Ball.exact(2), square)),
                over.multiply(three, over.multiply(supplement, u))),
            twoPi));
  }
}
