package dev.zonal.cli.option;

import dev.zonal.context.Context;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.LongStream;

/**
 * The integers nearest to n geometrically spaced points from a to b, both ends included. No such
 * point is half an odd integer: (m + 1/2)^(n-1) = a^(n-1-i) b^i would make an odd number even. So
 * enough precision always tells which integer is nearest, and it is raised until it does.
 */
final class GeometricPoints {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private GeometricPoints() {}

  /**
   * @param first the first point, from 1
   * @param last the last point, not below the first, at most 10^18
   * @param count how many points, at least 2 and at most 10^6
   */
  static long[] between(long first, long last, int count) {
    for (int digits = 60; ; digits *= 2) {
      long[] points = tryBetween(first, last, count, digits);
      if (points.length == count) {
        return points;
      }
    }
  }

  private static long[] tryBetween(long first, long last, int count, int digits) {
    // Relative errors: at most 10^(1-digits) of the root and of each product, each of the two up to
    // 10^6
    // times: below 10^(8-digits), and below 10^(26-digits) absolutely.
    MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
    BigDecimal uncertainty = BigDecimal.ONE.movePointLeft(digits - 30);
    BigDecimal ratio =
        root(
            BigDecimal.valueOf(last).divide(BigDecimal.valueOf(first), context),
            count - 1,
            context);
    long[] points = new long[count];
    points[0] = first;
    points[count - 1] = last;
    BigDecimal point = BigDecimal.valueOf(first);
    for (int i = 1; i < count - 1; i++) {
      Context.checkpoint();
      point = point.multiply(ratio, context);
      long nearest = point.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
      if (point
              .subtract(BigDecimal.valueOf(nearest))
              .abs()
              .subtract(HALF)
              .abs()
              .compareTo(uncertainty)
          < 0) {
        return LongStream.empty().toArray();
      }
      points[i] = nearest;
    }
    return points;
  }

  /** value^(1/degree) for value in [1, 10^18], by Newton's iteration from a double. */
  private static BigDecimal root(BigDecimal value, int degree, MathContext context) {
    MathContext working = new MathContext(context.getPrecision() + 10, RoundingMode.HALF_EVEN);
    BigDecimal n = BigDecimal.valueOf(degree);
    BigDecimal root = BigDecimal.valueOf(Math.pow(value.doubleValue(), 1.0 / degree));
    // At most degree * 10^-15 <= 10^-9 of relative error to begin with, about squared (times
    // degree) by
    // every step: the step count is generous.
    for (int correct = 3; correct < 8 * working.getPrecision(); correct *= 2) {
      BigDecimal power = root.pow(degree - 1, working);
      BigDecimal correction =
          value.divide(power, working).subtract(root, working).divide(n, working);
      root = root.add(correction, working);
    }
    return root.round(context);
  }
}
