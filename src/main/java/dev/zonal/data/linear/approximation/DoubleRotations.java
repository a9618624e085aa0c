package dev.zonal.data.linear.approximation;

/**
 * Approximate eigenvalues and eigenvectors of a small symmetric matrix in doubles by Jacobi's
 * rotations. Nothing of it is proved.
 */
final class DoubleRotations {
  private static final int MOST_SWEEPS = 40;

  private final double[][] matrix;
  private final double[][] vectors;

  /**
   * @param matrix is overwritten
   */
  DoubleRotations(double[][] matrix) {
    int n = matrix.length;
    this.matrix = matrix;
    this.vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
    boolean moved = true;
    for (int sweep = 0; sweep < MOST_SWEEPS && moved; sweep++) {
      moved = false;
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          moved |= rotate(p, q);
        }
      }
    }
  }

  double value(int i) {
    return matrix[i][i];
  }

  /** Of unit length. */
  double[] vector(int i) {
    return vectors[i];
  }

  private boolean rotate(int p, int q) {
    double off = matrix[p][q];
    double x = (matrix[q][q] - matrix[p][p]) / (2 * off);
    if (off == 0 || Math.abs(x) > 0x1p60 || !Double.isFinite(x)) {
      matrix[p][q] = 0;
      matrix[q][p] = 0;
      return false;
    }
    double t = Math.copySign(1, x) / (Math.abs(x) + Math.hypot(x, 1));
    double c = 1 / Math.hypot(t, 1);
    double s = t * c;
    for (int k = 0; k < matrix.length; k++) {
      if (k != p && k != q) {
        double a = matrix[p][k];
        double b = matrix[q][k];
        matrix[p][k] = c * a - s * b;
        matrix[q][k] = s * a + c * b;
        matrix[k][p] = matrix[p][k];
        matrix[k][q] = matrix[q][k];
      }
    }
    matrix[p][p] -= t * off;
    matrix[q][q] += t * off;
    matrix[p][q] = 0;
    matrix[q][p] = 0;
    for (int k = 0; k < matrix.length; k++) {
      double a = vectors[p][k];
      double b = vectors[q][k];
      vectors[p][k] = c * a - s * b;
      vectors[q][k] = s * a + c * b;
    }
    return true;
  }
}
