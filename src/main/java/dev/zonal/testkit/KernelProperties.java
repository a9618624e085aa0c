package dev.zonal.testkit;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DoubleArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.testkit.candidate.Cholesky;
import java.util.List;
import java.util.Optional;

/**
 * Properties that kernels have, as checks in doubles. A check that fails throws an {@link
 * AssertionError} that names the kernel and the point.
 */
public final class KernelProperties {
  private static final Arithmetic<Double> DOUBLES = new DoubleArithmetic();

  private KernelProperties() {}

  /** f(u) in doubles. */
  public static double value(Kernel kernel, Rational u) {
    return u.equals(Rational.ONE)
        ? kernel.atCoincidence(DOUBLES)
        : kernel.evaluate(DOUBLES, ChordAngle.ofCosine(DOUBLES, u));
  }

  /** f(1) = 1, both as it is declared and in the limit: f(u) comes near to 1 as u does. */
  public static void isNormalised(Kernel kernel, double tolerance) {
    requireNear(kernel, Rational.ONE, 1, kernel.atCoincidence(DOUBLES), tolerance);
    double before = kernel.evaluate(DOUBLES, ChordAngle.ofChord(DOUBLES, Double.MIN_NORMAL));
    requireNear(kernel, Rational.ONE, 1, before, tolerance);
  }

  /** |f(u)| &lt;= f(1), which holds for every positive semi-definite kernel. */
  public static void isBoundedByCoincidence(Kernel kernel, Rational u, double tolerance) {
    double bound = kernel.atCoincidence(DOUBLES);
    double value = value(kernel, u);
    if (!(Math.abs(value) <= bound + tolerance * Math.max(1, bound))) {
      throw new AssertionError(kernel + " at u=" + u + " is " + value + ", beyond f(1)=" + bound);
    }
  }

  /** The rational values that a kernel claims are those that it computes. */
  public static void rationalValueIsTheValue(Kernel kernel, Rational u, double tolerance) {
    kernel
        .rationalValue(u)
        .ifPresent(
            exact -> requireNear(kernel, u, exact.doubleValue(), value(kernel, u), tolerance));
  }

  /**
   * The matrix of f(&lt;x_i, x_j&gt;) is positive semi-definite, but for an eigenvalue of the size
   * -tolerance n f(1): Cholesky's algorithm succeeds on the matrix shifted by as much.
   *
   * @param points not all zero, any length; they are scaled to the sphere
   */
  public static void gramMatrixIsPositiveSemidefinite(
      Kernel kernel, List<double[]> points, double tolerance) {
    double[][] a = gramMatrix(kernel, points.stream().map(KernelProperties::onSphere).toList());
    double size = kernel.atCoincidence(DOUBLES);
    double shift = Math.max(tolerance * a.length * size, Double.MIN_NORMAL);
    Optional<Cholesky.Pivot> failure = Cholesky.failure(a, shift);
    if (failure.isPresent()) {
      throw new AssertionError(
          "%s: pivot %s of the shifted Gram matrix is %s"
              .formatted(kernel, failure.get().row(), failure.get().value()));
    }
  }

  private static double[][] gramMatrix(Kernel kernel, List<double[]> points) {
    int n = points.size();
    double[][] gram = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double r = Math.min(2, distance(points.get(i), points.get(j)));
        gram[i][j] =
            r == 0
                ? kernel.atCoincidence(DOUBLES)
                : kernel.evaluate(DOUBLES, ChordAngle.ofChord(DOUBLES, r));
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  private static double distance(double[] x, double[] z) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - z[i]) * (x[i] - z[i]);
    }
    return Math.sqrt(sum);
  }

  private static double[] onSphere(double[] x) {
    double norm = distance(x, new double[x.length]);
    double[] unit = x.clone();
    for (int i = 0; i < x.length; i++) {
      unit[i] /= norm;
    }
    return unit;
  }

  private static void requireNear(
      Kernel kernel, Rational u, double expected, double value, double tolerance) {
    if (!(Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected)))) {
      throw new AssertionError(kernel + " at u=" + u + " is " + value + ", not " + expected);
    }
  }
}
