package dev.zonal.cli.point;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The integers nearest to n geometrically spaced points from a to b, both ends included. No such
 * point is half an odd integer: (m + 1/2)^(n-1) = a^(n-1-i) b^i would make an odd number even. So
 * enough precision always tells which integer is nearest, and it is raised until it does.
 */
final class GeometricPoints {
  private static final int FEWEST_BITS = 192;
  private static final Ball HALF = Ball.exact(1).shifted(-1);

  private GeometricPoints() {}

  /**
   * @param first the first point, from 1
   * @param last the last point, not below the first, at most 10^18
   * @param count how many points, at least 2 and at most 10^6
   */
  static long[] between(long first, long last, int count) {
    for (int bits = FEWEST_BITS; ; bits *= 2) {
      Optional<long[]> points = tryBetween(first, last, count, BallArithmetic.ofBits(bits));
      if (points.isPresent()) {
        return points.get();
      }
    }
  }

  private static Optional<long[]> tryBetween(
      long first, long last, int count, BallArithmetic over) {
    Ball quotient = over.divide(Ball.exact(last), Ball.exact(first));
    Ball ratio = over.power(quotient, Rational.of(1, count - 1));
    long[] points = new long[count];
    points[0] = first;
    points[count - 1] = last;
    Ball point = Ball.exact(first);
    for (int i = 1; i < count - 1; i++) {
      Context.checkpoint();
      point = over.multiply(point, ratio);
      Ball raised = over.add(point, HALF);
      BigInteger nearest = raised.lowerEnd().floorOn(0);
      if (!raised.upperEnd().floorOn(0).equals(nearest)) {
        return Optional.empty();
      }
      points[i] = nearest.longValueExact();
    }
    return Optional.of(points);
  }
}
