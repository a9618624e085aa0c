package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.ball.Ball;
import java.util.List;

/**
 * How the coefficients in a convolution grow, log2 |c_i| = about constant + rate i: a choice of the
 * fixed point grid. It affects the size of the error bounds, never their validity.
 */
record CoefficientGrowth(double rate, int length, int bits) {
  /** The faster growth of the two, of those that are not polynomials too short to tell. */
  static CoefficientGrowth of(int length, int bits, List<Ball> a, List<Ball> b) {
    double rate = Math.max(rate(a, length, bits), rate(b, length, bits));
    return new CoefficientGrowth(Double.isInfinite(rate) ? 0 : rate, length, bits);
  }

  private static double rate(List<Ball> balls, int length, int bits) {
    int third = length / 3;
    if (third == 0 || balls.size() < length - third / 2) {
      return Double.NEGATIVE_INFINITY;
    }
    long early = greatest(balls, bits, 0, third);
    long late = greatest(balls, bits, length - third, length);
    boolean tells = early != Long.MIN_VALUE && late != Long.MIN_VALUE;
    return tells ? (late - early) / (double) (length - third) : Double.NEGATIVE_INFINITY;
  }

  private static long greatest(List<Ball> balls, int bits, int from, int to) {
    return balls.subList(from, Math.min(to, balls.size())).stream()
        .mapToLong(ball -> size(ball, bits))
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /**
   * The exponent of the ball, or that of a number with its radius and so many bits if that is more.
   */
  private static long size(Ball ball, int bits) {
    Ball radius = ball.radius();
    long midpoint =
        ball.mantissa().signum() == 0
            ? Long.MIN_VALUE
            : ball.exponent() + ball.mantissa().bitLength();
    long least =
        ball.isExact() ? Long.MIN_VALUE : radius.exponent() + radius.mantissa().bitLength() + bits;
    return Math.max(midpoint, least);
  }

  /** The power of two per index that the grid follows. */
  int slope() {
    return (int) Math.round(rate);
  }

  /**
   * The exponent of the greatest coefficient, its growth taken out and the slope's rounding allowed
   * for.
   */
  long top(List<Ball> balls) {
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < Math.min(length, balls.size()); i++) {
      long size = size(balls.get(i), bits);
      if (size != Long.MIN_VALUE) {
        top = Math.max(top, size - rate * i);
      }
    }
    if (Double.isInfinite(top)) {
      return 0;
    }
    return (long) Math.floor(top + Math.min(0, (rate - slope()) * length));
  }
}
