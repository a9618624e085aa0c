package dev.zonal.lab.ridge;

import dev.zonal.context.OptionalLibrary;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/** (A + lambda I) x = b in doubles, by Cholesky's method. */
final class PositiveSystem {
  private PositiveSystem() {}

  /**
   * The solution.
   *
   * @param matrix A, positive semidefinite; lambda is added to it in place
   * @param lambda positive
   */
  static double[] solve(double[][] matrix, double lambda, double[] right) {
    OptionalLibrary.HIPPARCHUS_CORE.require();
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] += lambda;
    }
    RealMatrix sum = new Array2DRowRealMatrix(matrix, false);
    return new CholeskyDecomposition(sum)
        .getSolver()
        .solve(new ArrayRealVector(right, false))
        .toArray();
  }
}
