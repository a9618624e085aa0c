package dev.zonal.data.linear;

import java.math.BigInteger;

/**
 * An approximate factorisation L D L^T of a symmetric matrix less a multiple of the identity, with
 * a bound of what it misses.
 */
interface Elimination {
  /** The number of negative eigenvalues of L D L^T, exactly. */
  int negative();

  /** At least the spectral norm of what is missed, in units of the matrix. */
  BigInteger residual();

  /** An approximate solution of the system with that matrix, in the units of the right side. */
  BigInteger[] solve(BigInteger[] right);
}
