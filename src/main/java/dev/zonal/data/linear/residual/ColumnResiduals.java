package dev.zonal.data.linear.residual;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The diagonal of the inverse of a positive definite matrix A from approximate columns of it in
 * doubles, each with its own residual (docs/theory.md, Theorem 19.13). Of one entry of the diagonal
 * nothing is known but from its own column, however bad the others are.
 */
public final class ColumnResiduals {
  private static final int MOST_ROWS = 1_000_000;
  private static final BallArithmetic OVER = BallArithmetic.ofBits(64);

  /** 1 + 2^-20, for the roundings of norms and of row sums. */
  private static final Ball SLACK = Ball.exact(0x1.00001p0);

  /** For what underflows in norms. */
  private static final Ball TINY = Ball.exact(0x1p-500);

  private static final Ball UNDERFLOW = Ball.exact(0x1p-1000);

  private final double[][] rows;
  private final UnaryOperator<double[]> inverse;
  private final Ball error;
  private final Ball smallest;

  /** At least the largest sum of the moduli of a row. */
  private final Ball rowSum;

  private final boolean isFinite;

  /**
   * @param rows of a symmetric matrix of doubles, next to A with relative errors of entries of at
   *     most 2^-52 and absolute ones of 2^-1073, and what {@code error} says
   * @param inverse a product with an approximate inverse, of which nothing is asked; thread-safe
   * @param error at least the spectral norm of what A differs by besides
   * @param smallest at most the smallest eigenvalue of A, positive
   */
  public ColumnResiduals(
      double[][] rows, UnaryOperator<double[]> inverse, Ball error, Ball smallest) {
    if (rows.length > MOST_ROWS) {
      throw new IllegalArgumentException("more than " + MOST_ROWS + " rows");
    }
    if (!smallest.isPositive()) {
      throw new IllegalArgumentException("no positive bound of the smallest eigenvalue");
    }
    this.rows = rows;
    this.inverse = inverse;
    this.error = error;
    this.smallest = smallest;
    double largest = 0;
    for (double[] row : rows) {
      double sum = 0;
      for (double entry : row) {
        sum += Math.abs(entry);
      }
      largest = Math.max(largest, sum);
    }
    this.isFinite = Double.isFinite(largest);
    this.rowSum = isFinite ? bound(largest) : null;
  }

  /**
   * An entry of the diagonal of the inverse of A; empty if numbers leave the range of doubles.
   *
   * @param i from 0
   */
  public Optional<Ball> diagonal(int i) {
    int n = rows.length;
    double[] x = new double[n];
    x[i] = 1;
    x = inverse.apply(x);
    double[] residual = new double[n];
    for (int j = 0; j < n; j++) {
      residual[j] = (i == j ? 1 : 0) - dot(rows[j], x);
    }
    double correction = dot(x, residual);
    double length = norm(x);
    double rest = norm(residual);
    if (!isFinite
        || !Double.isFinite(correction)
        || !Double.isFinite(length)
        || !Double.isFinite(rest)) {
      return Optional.empty();
    }
    return Optional.of(diagonal(x[i], correction, bound(length), bound(rest)));
  }

  /**
   * @param correction x^T s
   * @param length N
   * @param rest at least the norm of s
   */
  private Ball diagonal(double own, double correction, Ball length, Ball rest) {
    long n = rows.length;
    Ball delta = OVER.add(OVER.multiply(rowSum, length), OVER.of(1));
    delta = OVER.multiply(delta, OVER.of(n + 12)).shifted(-52);
    Ball underflow = OVER.multiply(UNDERFLOW, OVER.of(n * n));
    delta = OVER.add(delta, OVER.multiply(underflow, OVER.add(OVER.of(1), length)));
    delta = OVER.add(delta, OVER.multiply(error, length));
    Ball rounding = OVER.multiply(OVER.multiply(length, rest), OVER.of(n + 8)).shifted(-53);
    rounding = OVER.add(rounding, underflow);
    rounding = OVER.add(rounding, OVER.multiply(length, delta));
    Ball value = OVER.add(Ball.exact(own), Ball.exact(correction)).inflate(rounding);
    Ball zeta = OVER.divide(OVER.square(OVER.add(rest, delta)), smallest);
    return OVER.add(value, Ball.hull(OVER.of(0), zeta));
  }

  /** With four accumulators: a term takes part in no more than n + 4 additions. */
  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < a.length; k += 4) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < a.length; k++) {
      s0 += a[k] * b[k];
    }
    return (s0 + s1) + (s2 + s3);
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }

  /** At least what was computed as a norm or as a sum of moduli. */
  private static Ball bound(double computed) {
    return OVER.add(OVER.multiply(Ball.exact(computed), SLACK), TINY);
  }
}
