package dev.zonal.lab.network;

import dev.zonal.context.OptionalLibrary;
import dev.zonal.lab.sample.RandomStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Matrices that are uniform among those with orthonormal columns, or rows where there are fewer of
 * them: the factor Q of a Gaussian matrix, each column times the sign of the diagonal entry of R.
 * Without these signs the law would not be uniform (Mezzadri 2007).
 */
final class HaarMatrix {
  private HaarMatrix() {}

  /** Rows of a matrix. */
  static double[][] draw(int rows, int columns, RandomStream stream) {
    OptionalLibrary.HIPPARCHUS_CORE.require();
    int tall = Math.max(rows, columns);
    int thin = Math.min(rows, columns);
    double[][] gaussian = new double[tall][];
    for (int i = 0; i < tall; i++) {
      gaussian[i] = stream.gaussians(thin);
    }
    QRDecomposition factors = new QRDecomposition(MatrixUtils.createRealMatrix(gaussian));
    RealMatrix q = factors.getQ();
    RealMatrix r = factors.getR();
    double[][] result = new double[rows][columns];
    for (int j = 0; j < thin; j++) {
      double sign = r.getEntry(j, j) < 0 ? -1 : 1;
      for (int i = 0; i < tall; i++) {
        double entry = sign * q.getEntry(i, j);
        if (rows == tall) {
          result[i][j] = entry;
        } else {
          result[j][i] = entry;
        }
      }
    }
    return result;
  }
}
