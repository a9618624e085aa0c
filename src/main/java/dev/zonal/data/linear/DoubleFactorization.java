package dev.zonal.data.linear;

import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The factorisation L D L^T in doubles, with a bound of its residual from the sizes of the factors
 * alone (docs/theory.md, Theorem 19.2).
 */
final class DoubleFactorization implements Elimination {
  private static final int MOST_ROWS = 1_000_000;

  /** So many columns are eliminated from a row at once. */
  private static final int BLOCK = 32;

  private final double[][] lower;
  private final double[] diagonal;
  private final double bound;
  private final int bits;

  private DoubleFactorization(double[][] lower, double[] diagonal, double bound, int bits) {
    this.lower = lower;
    this.diagonal = diagonal;
    this.bound = bound;
    this.bits = bits;
  }

  /**
   * The factorisation of the matrix less a multiple of the identity; empty if a pivot is zero or
   * numbers leave the range of doubles.
   *
   * @param shift in units of the matrix
   */
  static Optional<DoubleFactorization> of(FixedMatrix matrix, BigInteger shift) {
    int n = matrix.size();
    if (n > MOST_ROWS) {
      return Optional.empty();
    }
    double[][] rows = new double[n][];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              rows[i] = new double[i + 1];
              for (int j = 0; j <= i; j++) {
                BigInteger entry = i == j ? matrix.at(i, i).subtract(shift) : matrix.at(i, j);
                rows[i][j] = Doubles.scaled(entry, -matrix.bits());
              }
            });
    double[] sums = rowSums(rows);
    double[] diagonal = new double[n];
    if (!eliminate(rows, diagonal)) {
      return Optional.empty();
    }
    double bound = bound(sums, rows, diagonal);
    return Double.isFinite(bound)
        ? Optional.of(new DoubleFactorization(rows, diagonal, bound, matrix.bits()))
        : Optional.empty();
  }

  /** Of the moduli of a symmetric matrix. */
  private static double[] rowSums(double[][] rows) {
    double[] sums = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        double size = Math.abs(rows[i][j]);
        sums[i] += size;
        if (j < i) {
          sums[j] += size;
        }
      }
    }
    return sums;
  }

  /**
   * Replaces the entries below the diagonal by those of L; false if a pivot is zero or no number.
   */
  private static boolean eliminate(double[][] rows, double[] diagonal) {
    int n = rows.length;
    Context context = Context.current();
    for (int start = 0; start < n; start += BLOCK) {
      context.check();
      int first = start;
      int end = Math.min(n, start + BLOCK);
      double[][] scaled = new double[end - first][];
      for (int j = first; j < end; j++) {
        eliminate(rows[j], scaled, diagonal, first, j);
        double[] v = new double[j];
        for (int k = 0; k < j; k++) {
          v[k] = diagonal[k] * rows[j][k];
        }
        scaled[j - first] = v;
        diagonal[j] = rows[j][j] - dot(rows[j], v, j);
        if (diagonal[j] == 0 || !Double.isFinite(diagonal[j])) {
          return false;
        }
      }
      IntStream.range(end, n)
          .parallel()
          .forEach(i -> eliminate(rows[i], scaled, diagonal, first, end));
    }
    return true;
  }

  /** The entries first to end - 1 of a row of L. */
  private static void eliminate(
      double[] row, double[][] scaled, double[] diagonal, int first, int end) {
    for (int k = first; k < end; k++) {
      row[k] = (row[k] - dot(row, scaled[k - first], k)) / diagonal[k];
    }
  }

  /** With four accumulators: a term takes part in no more than length + 4 additions. */
  private static double dot(double[] a, double[] b, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < length; k++) {
      s0 += a[k] * b[k];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * The bound of Theorem 19.2; its factor 2 is for the roundings here as well, and 2^-1000 in place
   * of 2^-1070 does not underflow itself.
   */
  private static double bound(double[] sums, double[][] lower, double[] diagonal) {
    int n = diagonal.length;
    double[] weights = new double[n];
    double longest = 1;
    double pivot = 0;
    for (int i = 0; i < n; i++) {
      weights[i] += 1;
      for (int j = 0; j < i; j++) {
        double size = Math.abs(lower[i][j]);
        weights[j] += size;
        longest = Math.max(longest, size);
      }
      pivot = Math.max(pivot, Math.abs(diagonal[i]));
    }
    for (int j = 0; j < n; j++) {
      weights[j] *= Math.abs(diagonal[j]);
    }
    double sigma = 0;
    for (int i = 0; i < n; i++) {
      double sum = sums[i] + weights[i];
      for (int j = 0; j < i; j++) {
        sum += Math.abs(lower[i][j]) * weights[j];
      }
      sigma = Math.max(sigma, sum);
    }
    double underflow = n * (2.0 * n * longest + pivot) * 0x1p-1000;
    return 2 * (n + 16.0) * 0x1p-53 * sigma + underflow;
  }

  /** An entry of L. */
  double lower(int i, int j) {
    return i == j ? 1 : lower[i][j];
  }

  /** An entry of D. */
  double diagonal(int i) {
    return diagonal[i];
  }

  @Override
  public int negative() {
    int count = 0;
    for (double d : diagonal) {
      count += d < 0 ? 1 : 0;
    }
    return count;
  }

  @Override
  public BigInteger residual() {
    return Doubles.ceiling(bound, bits);
  }

  @Override
  public BigInteger[] solve(BigInteger[] right) {
    int exponent = Doubles.longest(right);
    double[] x = new double[right.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Doubles.scaled(right[i], -exponent);
    }
    x = solve(x);
    BigInteger[] solution = new BigInteger[x.length];
    for (int i = 0; i < x.length; i++) {
      solution[i] = Doubles.floor(x[i], exponent);
    }
    return solution;
  }

  /** An approximate solution. */
  double[] solve(double[] right) {
    double[] x = right.clone();
    int n = x.length;
    for (int i = 0; i < n; i++) {
      x[i] -= dot(lower[i], x, i);
    }
    for (int i = 0; i < n; i++) {
      x[i] /= diagonal[i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double[] row = lower[i];
      double own = x[i];
      for (int k = 0; k < i; k++) {
        x[k] -= row[k] * own;
      }
    }
    return x;
  }
}
