package dev.zonal.data.linear.approximation;

import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Approximations of all eigenvectors of a symmetric matrix by Jacobi's rotations, which converge
 * quadratically. Nothing of it is proved; Exact products prove what is found.
 */
public final class JacobiRotations {
  private static final int MOST_SWEEPS = 24;

  /** Bits of an entry that are rounding alone. */
  private static final int ROUNDING = 2;

  private final BigInteger[][] rows;

  /** One row for each vector. */
  private final BigInteger[][] vectors;

  private final int bits;

  /**
   * @param matrix in units of 2^-bits; row i has the entries 0 to i
   */
  public JacobiRotations(BigInteger[][] matrix, int bits) {
    int n = matrix.length;
    this.bits = bits;
    this.rows = new BigInteger[n][n];
    this.vectors = new BigInteger[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(vectors[i], BigInteger.ZERO);
      vectors[i][i] = BigInteger.ONE.shiftLeft(bits);
      for (int j = 0; j < n; j++) {
        rows[i][j] = i >= j ? matrix[i][j] : matrix[j][i];
      }
    }
  }

  /** About orthonormal, in units of 2^-bits, one row for each. */
  public BigInteger[][] vectors() {
    Context context = Context.current();
    for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(); sweep++) {
      for (int p = 0; p < rows.length; p++) {
        context.check();
        for (int q = p + 1; q < rows.length; q++) {
          rotate(p, q);
        }
      }
    }
    return vectors;
  }

  private boolean isDiagonal() {
    BigInteger largest = BigInteger.ZERO;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        largest = largest.max(rows[i][j].abs());
      }
    }
    return largest.bitLength()
        <= ROUNDING + Integer.SIZE - Integer.numberOfLeadingZeros(rows.length);
  }

  /** Makes the entry (p, q) zero, by the smaller of the two angles that do. */
  private void rotate(int p, int q) {
    BigInteger off = rows[p][q];
    if (off.bitLength() <= ROUNDING) {
      return;
    }
    BigInteger one = BigInteger.ONE.shiftLeft(bits);
    BigInteger difference = rows[q][q].subtract(rows[p][p]);
    // t = sgn/(|x| + sqrt(x^2 + 1)), x = difference/(2 off); with both over 2 off.
    BigInteger twice = off.shiftLeft(1);
    BigInteger root = difference.multiply(difference).add(twice.multiply(twice)).sqrt();
    BigInteger below = difference.abs().add(root);
    BigInteger t = twice.shiftLeft(bits).divide(difference.signum() < 0 ? below.negate() : below);
    BigInteger c = one.shiftLeft(bits).divide(one.multiply(one).add(t.multiply(t)).sqrt());
    BigInteger s = t.multiply(c).shiftRight(bits);
    for (int k = 0; k < rows.length; k++) {
      if (k != p && k != q) {
        BigInteger a = rows[k][p];
        BigInteger b = rows[k][q];
        rows[k][p] = c.multiply(a).subtract(s.multiply(b)).shiftRight(bits);
        rows[k][q] = s.multiply(a).add(c.multiply(b)).shiftRight(bits);
        rows[p][k] = rows[k][p];
        rows[q][k] = rows[k][q];
      }
    }
    for (int k = 0; k < rows.length; k++) {
      BigInteger a = vectors[p][k];
      BigInteger b = vectors[q][k];
      vectors[p][k] = c.multiply(a).subtract(s.multiply(b)).shiftRight(bits);
      vectors[q][k] = s.multiply(a).add(c.multiply(b)).shiftRight(bits);
    }
    BigInteger moved = t.multiply(off).shiftRight(bits);
    rows[p][p] = rows[p][p].subtract(moved);
    rows[q][q] = rows[q][q].add(moved);
    rows[p][q] = BigInteger.ZERO;
    rows[q][p] = BigInteger.ZERO;
  }
}
