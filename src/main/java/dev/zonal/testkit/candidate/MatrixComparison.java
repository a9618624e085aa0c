package dev.zonal.testkit.candidate;

import java.util.Arrays;
import java.util.Optional;

/** Gram matrices of a candidate: symmetric, and without a negative eigenvalue. */
public final class MatrixComparison {
  private final Comparison comparison;

  public MatrixComparison(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * The matrix of the candidate's values between some points is symmetric up to the tolerance, and
   * positive semidefinite up to that of all of a row.
   *
   * @param points vectors of one dimension, none of them zero; they are scaled to length 1
   */
  public void isSemidefinite(double[][] points) {
    double[][] unit = Arrays.stream(points).map(MatrixComparison::scaled).toArray(double[][]::new);
    double[][] matrix = comparison.candidate().matrix(unit);
    int n = points.length;
    if (matrix.length != n || Arrays.stream(matrix).anyMatch(row -> row.length != n)) {
      throw new AssertionError("the matrix of " + n + " points is not " + n + " by " + n);
    }
    double slack = comparison.slack() + comparison.kink();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        if (!(Math.abs(matrix[i][j] - matrix[j][i]) <= 2 * slack)) {
          throw new AssertionError(
              "the candidate is not symmetric: %s between x and z, %s between z and x%n  x = %s%n"
                      .formatted(matrix[i][j], matrix[j][i], Arrays.toString(unit[i]))
                  + "  z = "
                  + Arrays.toString(unit[j]));
        }
      }
    }
    requireSemidefinite(matrix, n * slack, unit);
  }

  /** By Cholesky's algorithm, once so much is added to the diagonal. */
  private static void requireSemidefinite(double[][] matrix, double shift, double[][] points) {
    Optional<Cholesky.Pivot> failure = Cholesky.failure(matrix, shift);
    if (failure.isPresent()) {
      throw new AssertionError(
          ("the candidate is not positive semidefinite: between these points the matrix, with"
                      + " %.3g added to its diagonal, has the pivot %.3g%n")
                  .formatted(shift, failure.get().value())
              + Arrays.deepToString(Arrays.copyOf(points, failure.get().row() + 1)));
    }
  }

  private static double[] scaled(double[] x) {
    double length = Math.sqrt(UnitVectors.dot(x, x));
    return Arrays.stream(x).map(c -> c / length).toArray();
  }
}
