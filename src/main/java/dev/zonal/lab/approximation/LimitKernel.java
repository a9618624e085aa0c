package dev.zonal.lab.approximation;

import dev.zonal.context.Context;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.sample.Replicates;
import java.util.List;

/**
 * The tangent kernel of a ReLU network of L hidden layers, not normalised, in doubles: |x||z| K(u)
 * with K(1) = L + 1, the same on every machine.
 *
 * @param depth L, at least 1
 */
public record LimitKernel(int depth) {
  /** kappa_0(u), u from -1 to 1. */
  public static double kappa0(double u) {
    return 1 - StrictMath.acos(u) / Math.PI;
  }

  /** kappa_1(u). */
  public static double kappa1(double u) {
    double theta = StrictMath.acos(u);
    return (Math.sqrt((1 - u) * (1 + u)) + (Math.PI - theta) * u) / Math.PI;
  }

  /** K(u). */
  public double at(double u) {
    double covariance = u;
    double tangent = u;
    for (int l = 0; l < depth; l++) {
      double next = Math.min(1, kappa1(covariance));
      tangent = next + tangent * kappa0(covariance);
      covariance = next;
    }
    return tangent;
  }

  /** The kernel of two points; 0 if one of them is 0. */
  public double between(double[] x, double[] z) {
    double lengths = DoubleVector.norm(x) * DoubleVector.norm(z);
    return lengths == 0 ? 0 : lengths * at(cosine(DoubleVector.dot(x, z) / lengths));
  }

  /** Rounding may have carried it beyond the ends. */
  static double cosine(double u) {
    return Math.max(-1, Math.min(1, u));
  }

  /** The matrix of the kernel between points. */
  public double[][] matrix(List<double[]> rows, List<double[]> columns, Context context) {
    return Replicates.of(
            rows.size(),
            i -> columns.stream().mapToDouble(z -> between(rows.get(i), z)).toArray(),
            context)
        .toArray(double[][]::new);
  }
}
