package dev.zonal.lab.approximation;

import dev.zonal.context.OptionalLibrary;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * K + lambda I = C C^T of a positive semidefinite matrix K, in doubles.
 *
 * @param inverse C^(-1), lower triangular
 * @param lambda positive
 */
@SuppressWarnings("ArrayRecordComponent")
public record RegularisedMatrix(double[][] inverse, double lambda) {
  /** Of a matrix. */
  public static RegularisedMatrix of(double[][] kernel, double lambda) {
    OptionalLibrary.HIPPARCHUS_CORE.require();
    int n = kernel.length;
    RealMatrix sum = new Array2DRowRealMatrix(kernel);
    for (int i = 0; i < n; i++) {
      sum.addToEntry(i, i, lambda);
    }
    return new RegularisedMatrix(inverse(new CholeskyDecomposition(sum).getL().getData()), lambda);
  }

  /** By forward substitution, column after column. */
  private static double[][] inverse(double[][] lower) {
    int n = lower.length;
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        double factor = lower[i][k];
        for (int j = 0; j <= k; j++) {
          inverse[i][j] -= factor * inverse[k][j];
        }
      }
      inverse[i][i] = 1;
      for (int j = 0; j <= i; j++) {
        inverse[i][j] /= lower[i][i];
      }
    }
    return inverse;
  }

  /**
   * tr K (K + lambda)^(-1), the effective dimension: a sum over eigenvalues, in which nothing
   * cancels for a large lambda; those that rounding makes negative are 0.
   */
  public static double effectiveDimension(double[][] kernel, double lambda) {
    double sum = 0;
    for (double value : eigenvalues(kernel)) {
      sum += Math.max(0, value) / (Math.max(0, value) + lambda);
    }
    return sum;
  }

  /**
   * The least eps with -eps (K + lambda) &lt;= E &lt;= eps (K + lambda), the largest absolute
   * eigenvalue of C^(-1) E C^(-T), which are those of (K + lambda)^(-1/2) E (K + lambda)^(-1/2).
   *
   * @param error E, symmetric
   */
  public double relativeNorm(double[][] error) {
    int n = inverse.length;
    double[][] left = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        double factor = inverse[i][k];
        for (int j = 0; j < n; j++) {
          left[i][j] += factor * error[k][j];
        }
      }
    }
    double[][] both = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k <= j; k++) {
          sum += left[i][k] * inverse[j][k];
        }
        both[i][j] = sum;
        both[j][i] = sum;
      }
    }
    return largestAbsoluteEigenvalue(both);
  }

  static double largestAbsoluteEigenvalue(double[][] symmetric) {
    double largest = 0;
    for (double value : eigenvalues(symmetric)) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** The eigenvalues of a symmetric matrix, the largest first. */
  static double[] eigenvalues(double[][] symmetric) {
    OptionalLibrary.HIPPARCHUS_CORE.require();
    return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(symmetric, false))
        .getEigenvalues();
  }
}
