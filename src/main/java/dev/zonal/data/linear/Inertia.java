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
 * <p>(docs/theory.md, Theorem 19.1).
 *
 * @param below how many
 * @param error in units of the matrix
 */
record Inertia(int below, BigInteger error) {
  /**
   * At a shift in units of the matrix; empty if the factorisation meets a pivot of zero, next to
   * which another shift does not.
   */
  static Optional<Inertia> at(FixedMatrix matrix, BigInteger shift) {
    return Factorization.of(matrix.minus(shift))
        .map(f -> new Inertia(f.negative(), f.residual().add(matrix.error())));
  }
}
