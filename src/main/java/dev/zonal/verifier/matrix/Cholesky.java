package dev.zonal.verifier.matrix;

import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Integers R, lower triangular, with 2^bits A = R R^T + E for a symmetric matrix A of integers,
 * where E is what roots and quotients leave over, exactly; or a vector x for which x^T A x is about
 * the pivot that is not positive, where there is one (docs/theory.md, Theorem 19.7).
 */
final class Cholesky {
  private final int bits;

  /** Row i has the entries 0 to i. */
  private final BigInteger[][] root;

  /** The number of columns that have a positive pivot. */
  private final int columns;

  private final BigInteger rest;

  private Cholesky(int bits, BigInteger[][] root, int columns, BigInteger rest) {
    this.bits = bits;
    this.root = root;
    this.columns = columns;
    this.rest = rest;
  }

  /**
   * The root of a matrix less a multiple of the identity.
   *
   * @param rows of the matrix, row i with the entries 0 to i
   */
  static Cholesky of(BigInteger[][] rows, BigInteger shift, int bits) {
    int n = rows.length;
    BigInteger[][] root = new BigInteger[n][];
    BigInteger[] sums = new BigInteger[n];
    for (int i = 0; i < n; i++) {
      root[i] = new BigInteger[i + 1];
      sums[i] = BigInteger.ZERO;
    }
    Context context = Context.current();
    for (int j = 0; j < n; j++) {
      context.check();
      BigInteger pivot = left(rows[j][j].subtract(shift), root[j], root[j], j, bits);
      if (pivot.signum() <= 0) {
        return new Cholesky(bits, root, j, BigInteger.ZERO);
      }
      BigInteger[] own = pivot.sqrtAndRemainder();
      root[j][j] = own[0];
      sums[j] = sums[j].add(own[1]);
      int column = j;
      BigInteger[] rests = new BigInteger[n];
      IntStream.range(j + 1, n)
          .parallel()
          .forEach(
              i -> {
                BigInteger entry = left(rows[i][column], root[i], root[column], column, bits);
                BigInteger[] parts = entry.divideAndRemainder(own[0]);
                root[i][column] = parts[0];
                rests[i] = parts[1].abs();
              });
      for (int i = j + 1; i < n; i++) {
        sums[i] = sums[i].add(rests[i]);
        sums[j] = sums[j].add(rests[i]);
      }
    }
    BigInteger largest = BigInteger.ZERO;
    for (BigInteger sum : sums) {
      largest = largest.max(sum);
    }
    return new Cholesky(bits, root, n, largest.shiftRight(bits).add(BigInteger.ONE));
  }

  /** What is left of 2^bits times an entry. */
  private static BigInteger left(
      BigInteger entry, BigInteger[] a, BigInteger[] b, int length, int bits) {
    BigInteger left = entry.shiftLeft(bits);
    for (int k = 0; k < length; k++) {
      left = left.subtract(a[k].multiply(b[k]));
    }
    return left;
  }

  /** A row of R, up to the diagonal. */
  BigInteger[] row(int i) {
    return root[i].clone();
  }

  boolean isComplete() {
    return columns == root.length;
  }

  /** At least the spectral norm of 2^-bits E: its largest sum of moduli of a row. */
  BigInteger rest() {
    return rest;
  }

  /** A vector for the pivot that is not positive, in any unit. */
  BigInteger[] descent() {
    BigInteger[] x = new BigInteger[root.length];
    for (int i = columns; i < x.length; i++) {
      x[i] = BigInteger.ZERO;
    }
    x[columns] = BigInteger.ONE.shiftLeft(bits);
    for (int k = columns - 1; k >= 0; k--) {
      BigInteger sum = BigInteger.ZERO;
      for (int i = k + 1; i <= columns; i++) {
        sum = sum.add(root[i][k].multiply(x[i]));
      }
      x[k] = sum.negate().divide(root[k][k]);
    }
    return x;
  }
}
