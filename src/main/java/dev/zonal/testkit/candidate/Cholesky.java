package dev.zonal.testkit.candidate;

import java.util.Optional;

/** Cholesky's algorithm in doubles, which succeeds on matrices that are positive definite. */
public final class Cholesky {
  /**
   * Where it fails.
   *
   * @param row of the pivot, from 0
   * @param value of the pivot, which is not positive
   */
  public record Pivot(int row, double value) {}

  private Cholesky() {}

  /**
   * The first pivot that is not positive, if there is one.
   *
   * @param matrix symmetric, of which the part on and below the diagonal is read
   * @param shift added to its diagonal
   */
  public static Optional<Pivot> failure(double[][] matrix, double shift) {
    int n = matrix.length;
    double[][] factor = new double[n][];
    for (int i = 0; i < n; i++) {
      factor[i] = matrix[i].clone();
    }
    for (int j = 0; j < n; j++) {
      double pivot = factor[j][j] + shift;
      for (int k = 0; k < j; k++) {
        pivot -= factor[j][k] * factor[j][k];
      }
      if (!(pivot > 0)) {
        return Optional.of(new Pivot(j, pivot));
      }
      factor[j][j] = Math.sqrt(pivot);
      for (int i = j + 1; i < n; i++) {
        for (int k = 0; k < j; k++) {
          factor[i][j] -= factor[i][k] * factor[j][k];
        }
        factor[i][j] /= factor[j][j];
      }
    }
    return Optional.empty();
  }
}
