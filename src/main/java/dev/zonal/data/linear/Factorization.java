package dev.zonal.data.linear;

import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An approximate factorisation A = L D L^T + R of a symmetric matrix in fixed point, L unit lower
 * triangular, D diagonal: however far it is from A, the number of negative entries of D is that of
 * negative eigenvalues of L D L^T, and R is computed exactly (docs/theory.md, Theorem 19.1).
 */
final class Factorization implements Elimination {
  private final FixedMatrix matrix;
  private final BigInteger[][] lower;
  private final BigInteger[] diagonal;

  private Factorization(FixedMatrix matrix, BigInteger[][] lower, BigInteger[] diagonal) {
    this.matrix = matrix;
    this.lower = lower;
    this.diagonal = diagonal;
  }

  /**
   * The factorisation of the matrix less a multiple of the identity; empty if a pivot is zero, by
   * which nothing is divided.
   *
   * @param shift in units of the matrix
   */
  static Optional<Factorization> of(FixedMatrix matrix, BigInteger shift) {
    return of(matrix.minus(shift));
  }

  private static Optional<Factorization> of(FixedMatrix matrix) {
    int n = matrix.size();
    int bits = matrix.bits();
    BigInteger[][] lower = new BigInteger[n][];
    BigInteger[][] scaled = new BigInteger[n][];
    BigInteger[] diagonal = new BigInteger[n];
    for (int i = 0; i < n; i++) {
      lower[i] = new BigInteger[i];
      scaled[i] = new BigInteger[i + 1];
    }
    Context context = Context.current();
    for (int j = 0; j < n; j++) {
      context.check();
      int column = j;
      diagonal[j] = matrix.at(j, j).subtract(dot(scaled[j], lower[j], j, bits));
      if (diagonal[j].signum() == 0) {
        return Optional.empty();
      }
      IntStream.range(j + 1, n)
          .parallel()
          .forEach(
              i -> {
                BigInteger own =
                    matrix.at(i, column).subtract(dot(scaled[i], lower[column], column, bits));
                scaled[i][column] = own;
                lower[i][column] = own.shiftLeft(bits).divide(diagonal[column]);
              });
    }
    return Optional.of(new Factorization(matrix, lower, diagonal));
  }

  private static BigInteger dot(BigInteger[] a, BigInteger[] b, int length, int bits) {
    BigInteger sum = BigInteger.ZERO;
    for (int k = 0; k < length; k++) {
      sum = sum.add(a[k].multiply(b[k]));
    }
    return sum.shiftRight(bits);
  }

  @Override
  public int negative() {
    return (int) Arrays.stream(diagonal).filter(d -> d.signum() < 0).count();
  }

  /** The largest row sum of the exact residual, rounded up. */
  @Override
  public BigInteger residual() {
    int n = diagonal.length;
    int bits = matrix.bits();
    BigInteger[][] rest = new BigInteger[n][];
    Context context = Context.current();
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              context.check();
              BigInteger[] row = new BigInteger[i + 1];
              for (int k = 0; k < i; k++) {
                row[k] = lower[i][k].multiply(diagonal[k]);
              }
              row[i] = diagonal[i].shiftLeft(bits);
              rest[i] = new BigInteger[i + 1];
              for (int j = 0; j <= i; j++) {
                BigInteger sum = row[j].shiftLeft(bits);
                for (int k = 0; k < j; k++) {
                  sum = sum.add(row[k].multiply(lower[j][k]));
                }
                rest[i][j] = matrix.at(i, j).shiftLeft(2 * bits).subtract(sum);
              }
            });
    return FixedMatrix.largestRowSum(rest).shiftRight(2 * bits).add(BigInteger.ONE);
  }

  @Override
  public BigInteger[] solve(BigInteger[] right) {
    int n = diagonal.length;
    int bits = matrix.bits();
    BigInteger[] x = right.clone();
    for (int i = 0; i < n; i++) {
      x[i] = x[i].subtract(dot(lower[i], x, i, bits));
    }
    for (int i = 0; i < n; i++) {
      x[i] = x[i].shiftLeft(bits).divide(diagonal[i]);
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = 0; k < i; k++) {
        x[k] = x[k].subtract(lower[i][k].multiply(x[i]).shiftRight(bits));
      }
    }
    return x;
  }
}
