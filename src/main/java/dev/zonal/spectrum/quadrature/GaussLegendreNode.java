package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.FixedPoint;
import java.math.BigInteger;

/**
 * A node of the n-point Gauss-Legendre rule together with the proof that it is one (docs/theory.md,
 * Lemma 7.3): P_n has exactly one zero within the radius of x. All numbers but n are integers in
 * units of 2^-bits.
 *
 * @param n the number of nodes
 * @param x where the node is
 * @param radius the distance from x within which it is proved to be
 * @param slope P_n'(x)
 * @param bits the bits after the binary point
 */
record GaussLegendreNode(int n, BigInteger x, BigInteger radius, Measured slope, int bits) {
  /** A number that is within an error of what it is said to be. */
  record Measured(BigInteger number, BigInteger error) {}

  /**
   * The node near x.
   *
   * @param current P_n(x)
   * @param slope P_n'(x)
   * @throws ArithmeticException if there is no proof that it is one
   */
  static GaussLegendreNode certify(
      int n, BigInteger x, Measured current, Measured slope, int bits) {
    BigInteger value = current.number().abs().add(current.error());
    BigInteger one = BigInteger.ONE.shiftLeft(bits);
    BigInteger steepness = slope.number().abs().subtract(slope.error());
    BigInteger radius =
        steepness.signum() <= 0
            ? one
            : value.shiftLeft(bits + 1).divide(steepness).add(BigInteger.ONE);
    BigInteger least = steepness.subtract(radius.multiply(curvature(n)));
    boolean inside = x.abs().add(radius).compareTo(one) < 0;
    boolean monotone = least.signum() > 0;
    if (!inside || !monotone || value.shiftLeft(bits).compareTo(radius.multiply(least)) > 0) {
      throw new ArithmeticException("Gauss-Legendre node not certified for n = " + n);
    }
    return new GaussLegendreNode(n, x, radius, slope, bits);
  }

  /** At least |P_n''|, which is at most (n-1) n (n+1) (n+2) / 8. */
  private static BigInteger curvature(int n) {
    return BigInteger.valueOf((long) n * (n + 1))
        .multiply(BigInteger.valueOf((long) (n - 1) * (n + 2)))
        .shiftRight(3)
        .add(BigInteger.ONE);
  }

  Ball ball() {
    return FixedPoint.ball(x, radius, bits);
  }

  Ball weight(BallArithmetic over) {
    BigInteger moved = radius.multiply(curvature(n));
    Ball steepness = FixedPoint.ball(slope.number(), slope.error().add(moved), bits);
    Ball sineSquared = over.subtract(Ball.exact(1), over.square(ball()));
    return over.divide(Ball.exact(2), over.multiply(sineSquared, over.square(steepness)));
  }
}
