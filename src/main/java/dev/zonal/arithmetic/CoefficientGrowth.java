package dev.zonal.arithmetic;

import java.util.List;

/**
 * How the coefficients in a convolution grow, log2 |c_i| = about constant + rate i: a choice of the
 * fixed point grid. It affects the size of the error bounds, never their validity.
 */
final class CoefficientGrowth {
  private final double rate;
  private final int length;

  private CoefficientGrowth(double rate, int length) {
    this.rate = rate;
    this.length = length;
  }

  /** The faster growth of the two, of those that are not polynomials too short to tell. */
  static CoefficientGrowth of(int length, List<Ball> a, List<Ball> b) {
    double rate = Math.max(rate(a, length), rate(b, length));
    return new CoefficientGrowth(Double.isInfinite(rate) ? 0 : rate, length);
  }

  private static double rate(List<Ball> balls, int length) {
    int third = length / 3;
    if (third == 0 || balls.size() < length - third / 2) {
      return Double.NEGATIVE_INFINITY;
    }
    long early = greatest(balls, 0, third);
    long late = greatest(balls, length - third, length);
    boolean tells = early != Long.MIN_VALUE && late != Long.MIN_VALUE;
    return tells ? (late - early) / (double) (length - third) : Double.NEGATIVE_INFINITY;
  }

  private static long greatest(List<Ball> balls, int from, int to) {
    long greatest = Long.MIN_VALUE;
    for (int i = from; i < Math.min(to, balls.size()); i++) {
      Ball ball = balls.get(i);
      if (ball.mantissa().signum() != 0) {
        greatest = Math.max(greatest, ball.exponent() + ball.mantissa().bitLength());
      }
    }
    return greatest;
  }

  /** The power of two per index that the grid follows. */
  int slope() {
    return (int) Math.round(rate);
  }

  /**
   * The exponent of a grid on which the greatest coefficient, its growth taken out, has so many
   * bits.
   */
  long unit(List<Ball> balls, int bits) {
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < Math.min(length, balls.size()); i++) {
      Ball ball = balls.get(i);
      if (ball.mantissa().signum() != 0) {
        double size = ball.exponent() + ball.mantissa().bitLength() - rate * i;
        top = Math.max(top, size);
      }
    }
    if (Double.isInfinite(top)) {
      return -bits;
    }
    return (long) Math.floor(top + Math.min(0, (rate - slope()) * length)) - bits;
  }
}
