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
 * @param previous P_{n-1}(x)
 * @param error a bound on the error of {@code previous}
 * @param bits the bits after the binary point
 */
record GaussLegendreNode(
    int n, BigInteger x, BigInteger radius, BigInteger previous, BigInteger error, int bits) {
  /**
   * The node near x.
   *
   * @param current P_n(x)
   * @param previous P_{n-1}(x)
   * @param error a bound on the error of both
   * @throws ArithmeticException if there is no proof that it is one
   */
  static GaussLegendreNode certify(
      int n, BigInteger x, BigInteger current, BigInteger previous, BigInteger error, int bits) {
    BigInteger value = current.abs().add(error);
    BigInteger one = BigInteger.ONE.shiftLeft(bits);
    // n |P_{n-1} - x P_n| <= |P_n'|, for 1 - x^2 <= 1; the three errors are at most `error`,
    // `error` and 1.
    BigInteger slope =
        previous
            .subtract(x.multiply(current).shiftRight(bits))
            .abs()
            .subtract(error.shiftLeft(1))
            .subtract(BigInteger.ONE)
            .multiply(BigInteger.valueOf(n));
    // |P_n''| <= (n-1) n (n+1) (n+2) / 8
    BigInteger curvature =
        BigInteger.valueOf((long) n * (n + 1))
            .multiply(BigInteger.valueOf((long) (n - 1) * (n + 2)))
            .shiftRight(3)
            .add(BigInteger.ONE);
    BigInteger radius =
        slope.signum() <= 0 ? one : value.shiftLeft(bits + 1).divide(slope).add(BigInteger.ONE);
    BigInteger least = slope.subtract(radius.multiply(curvature));
    boolean inside = x.abs().add(radius).compareTo(one) < 0;
    boolean monotone = least.signum() > 0;
    if (!inside || !monotone || value.shiftLeft(bits).compareTo(radius.multiply(least)) > 0) {
      throw new ArithmeticException("Gauss-Legendre node not certified for n = " + n);
    }
    return new GaussLegendreNode(n, x, radius, previous, error, bits);
  }

  Ball ball() {
    return FixedPoint.ball(x, radius, bits);
  }

  Ball weight(BallArithmetic over) {
    // |P_{n-1}'| <= n (n-1) / 2
    BigInteger moved = radius.multiply(BigInteger.valueOf((long) n * (n - 1) / 2));
    Ball slope = over.multiply(FixedPoint.ball(previous, error.add(moved), bits), Ball.exact(n));
    Ball sineSquared = over.subtract(Ball.exact(1), over.square(ball()));
    return over.divide(over.multiply(Ball.exact(2), sineSquared), over.square(slope));
  }
}
