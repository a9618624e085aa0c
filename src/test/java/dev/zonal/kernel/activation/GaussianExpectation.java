package dev.zonal.kernel.activation;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * E phi(x) psi(z) for Gaussian x, z by quadrature in polar coordinates of the plane, in which the
 * kinks and jumps of phi and psi at 0 are rays: between them the integrand is smooth.
 */
final class GaussianExpectation {
  private static final double FARTHEST = 14;
  private static final double[][] RADII = gauss(64);
  private static final double[][] ANGLES = gauss(32);

  private GaussianExpectation() {}

  /**
   * @param first the variance of x
   * @param second the variance of z
   * @param u their correlation
   */
  static double of(
      DoubleUnaryOperator phi, DoubleUnaryOperator psi, double first, double second, double u) {
    double theta = Math.acos(u);
    double half = Math.PI / 2;
    double[] rays =
        DoubleStream.of(half, 3 * half, theta + half, theta + 3 * half)
            .map(ray -> ray % (2 * Math.PI))
            .sorted()
            .toArray();
    double sum = 0;
    for (int i = 0; i < rays.length; i++) {
      double begin = rays[i];
      double end = i + 1 < rays.length ? rays[i + 1] : rays[0] + 2 * Math.PI;
      for (int j = 0; j < ANGLES[0].length; j++) {
        double t = begin + (end - begin) * ANGLES[0][j];
        double a = Math.sqrt(first) * Math.cos(t);
        double b = Math.sqrt(second) * Math.cos(t - theta);
        sum +=
            (end - begin)
                * ANGLES[1][j]
                * radial(r -> phi.applyAsDouble(a * r) * psi.applyAsDouble(b * r));
      }
    }
    return sum / (2 * Math.PI);
  }

  private static double radial(DoubleUnaryOperator f) {
    double sum = 0;
    for (int i = 0; i < RADII[0].length; i++) {
      double r = FARTHEST * RADII[0][i];
      sum += FARTHEST * RADII[1][i] * f.applyAsDouble(r) * r * Math.exp(-r * r / 2);
    }
    return sum;
  }

  /** Nodes and weights of Gauss's rule on [0, 1]. */
  private static double[][] gauss(int n) {
    double[][] rule = new double[2][n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 0;
      for (int step = 0; step < 20; step++) {
        double before = 1;
        double value = x;
        for (int k = 2; k <= n; k++) {
          double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
          before = value;
          value = next;
        }
        slope = n * (x * value - before) / (x * x - 1);
        x -= value / slope;
      }
      rule[0][i] = (1 + x) / 2;
      rule[1][i] = 1 / ((1 - x * x) * slope * slope);
    }
    return rule;
  }
}
