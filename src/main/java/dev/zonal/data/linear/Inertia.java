package dev.zonal.data.linear;

import java.math.BigInteger;
import java.util.Optional;

/**
 * How many eigenvalues of a symmetric matrix lie below a number, up to an error that is proved:
 * with eigenvalues counted from the smallest one, 1,
 *
 * <pre>
 *   lambda_below &lt;= shift + error,   lambda_(below+1) &gt;= shift - error
 * </pre>
 *
 * <p>(docs/theory.md, Theorem 19.1). The matrix is the one in fixed point; what that differs by
 * from the matrix that is meant comes on top.
 *
 * @param shift in units of the matrix
 * @param below how many
 * @param error in units of the matrix
 */
record Inertia(BigInteger shift, int below, BigInteger error) {
  /**
   * By exact residuals; empty if the factorisation meets a pivot of zero, next to which another
   * shift does not.
   */
  static Optional<Inertia> at(FixedMatrix matrix, BigInteger shift) {
    return Factorization.of(matrix, shift).map(f -> of(f, shift));
  }

  /** In doubles; empty if their range does not do. */
  static Optional<Inertia> inDoubles(FixedMatrix matrix, BigInteger shift) {
    return DoubleFactorization.of(matrix, shift).map(f -> of(f, shift));
  }

  private static Inertia of(Elimination factors, BigInteger shift) {
    return new Inertia(shift, factors.negative(), factors.residual());
  }

  /** At most the eigenvalue that follows those below. */
  BigInteger next() {
    return shift.subtract(error);
  }

  /** At least the last eigenvalue below. */
  BigInteger last() {
    return shift.add(error);
  }
}
