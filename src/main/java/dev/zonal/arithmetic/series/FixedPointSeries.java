package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.convolution.IntegerConvolution;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Balls c_0, c_1, ... on one grid: c_i = (mantissa_i +- radius_i) 2^(unit + slope i). The radii are
 * doubles, rounded up; one that is not zero is at least {@link #LEAST_RADIUS}, so that no bound
 * made of them underflows.
 */
final class FixedPointSeries {
  private static final double LEAST_RADIUS = 0x1p-30;
  private static final double LEAST_SIZE = 0x1p-900;
  private static final int GREATEST_RADIUS_EXPONENT = 400;

  final BigInteger[] mantissas;
  final double[] radii;

  private FixedPointSeries(BigInteger[] mantissas, double[] radii) {
    this.mantissas = mantissas;
    this.radii = radii;
  }

  /** Integers without a radius. */
  static FixedPointSeries exact(BigInteger[] mantissas) {
    return new FixedPointSeries(mantissas, new double[mantissas.length]);
  }

  /**
   * The first {@code length} of the balls, rounded to the grid.
   *
   * @throws DomainException if the balls are so wide that their radii overflow on this grid
   */
  static FixedPointSeries of(List<Ball> balls, int length, long unit, int slope) {
    int size = Math.min(length, balls.size());
    BigInteger[] mantissas = new BigInteger[size];
    double[] radii = new double[size];
    for (int i = 0; i < size; i++) {
      Ball ball = balls.get(i);
      long grid = unit + (long) slope * i;
      long shift = ball.exponent() - grid;
      mantissas[i] = ball.mantissa().shiftLeft(Math.toIntExact(shift));
      boolean rounded = ball.mantissa().signum() != 0 && shift < -ball.mantissa().getLowestSetBit();
      radii[i] = radius(ball, grid) + (rounded ? 1 : 0);
    }
    return new FixedPointSeries(mantissas, radii);
  }

  /**
   * The radius in units of 2^grid, rounded up; the sum with 1 is exact or covered by the factor
   * here.
   */
  private static double radius(Ball ball, long grid) {
    if (ball.isExact()) {
      return 0;
    }
    Ball radius = ball.radius();
    long exponent = radius.exponent() - grid;
    if (exponent + radius.mantissa().bitLength() > GREATEST_RADIUS_EXPONENT) {
      throw new DomainException("balls too wide for fixed point");
    }
    double scaled = Math.scalb(radius.mantissa().doubleValue(), (int) Math.max(exponent, -2000));
    return Math.max(LEAST_RADIUS, scaled * (1 + 0x1p-50));
  }

  /** Upper bounds of |mantissa_i| 2^-width; zero only for zero. */
  double[] sizes(int width) {
    return Arrays.stream(mantissas).mapToDouble(m -> size(m, width)).toArray();
  }

  private static double size(BigInteger mantissa, int width) {
    return mantissa.signum() == 0
        ? 0
        : Math.max(LEAST_SIZE, Math.abs(leading(mantissa, width)) * (1 + 0x1p-50));
  }

  /** The numbers mantissa_i 2^-width with a relative error of at most 2^-51, or below 2^-900. */
  double[] approximations(int width) {
    return Arrays.stream(mantissas).mapToDouble(m -> leading(m, width)).toArray();
  }

  private static double leading(BigInteger mantissa, int width) {
    int drop = Math.max(0, mantissa.bitLength() - 60);
    return Math.scalb((double) mantissa.shiftRight(drop).longValue(), drop - width);
  }

  /** The least width with |mantissa_i| &lt;= 2^width for all i. */
  int width() {
    return IntegerConvolution.width(mantissas);
  }

  /** mantissa_n 2^shift, and zero beyond the end. */
  BigInteger shifted(int n, int shift) {
    return n < mantissas.length ? mantissas[n].shiftLeft(shift) : BigInteger.ZERO;
  }

  /** At least value 2^-distance; zero only for zero, and normal. */
  static double lowered(double value, int distance) {
    return value == 0 ? 0 : Math.scalb(value, -distance) + LEAST_SIZE;
  }

  /** The balls (mantissa_i +- radius_i 2^radiusExponent) 2^(unit + slope i). */
  static List<Ball> toBalls(
      BigInteger[] mantissas, double[] radii, int radiusExponent, long unit, int slope) {
    List<Ball> balls = new ArrayList<>(mantissas.length);
    for (int i = 0; i < mantissas.length; i++) {
      long grid = unit + (long) slope * i;
      if (!(radii[i] < Double.MAX_VALUE)) {
        throw new DomainException("a radius overflows");
      }
      // A positive radius here is a normal number, so that 61 bits hold it exactly.
      int exponent = Math.getExponent(radii[i]) - 60;
      long mantissa = radii[i] == 0 ? 0 : (long) Math.scalb(radii[i], -exponent);
      balls.add(Ball.of(mantissas[i], grid, mantissa, grid + radiusExponent + exponent));
    }
    return balls;
  }
}
