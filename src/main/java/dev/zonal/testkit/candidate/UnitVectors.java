package dev.zonal.testkit.candidate;

import java.util.Arrays;

/** Pairs of vectors of length 1, up to the rounding of their coordinates. */
final class UnitVectors {
  private UnitVectors() {}

  /**
   * Two vectors whose product is about u: (1, 0, ...) and (u, sqrt(1 - u^2), 0, ...), both mirrored
   * at one hyperplane, so that no coordinate is as simple as these.
   */
  static double[][] pair(int dimension, double u) {
    double[] x = new double[dimension];
    double[] z = new double[dimension];
    x[0] = 1;
    z[0] = u;
    z[1] = Math.sqrt((1 - u) * (1 + u));
    double[] normal = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      normal[i] = Math.sin(3 * i + 1);
    }
    return new double[][] {mirrored(x, normal), u == 1 ? mirrored(x, normal) : mirrored(z, normal)};
  }

  private static double[] mirrored(double[] x, double[] normal) {
    double factor = 2 * dot(x, normal) / dot(normal, normal);
    double[] image = x.clone();
    for (int i = 0; i < x.length; i++) {
      image[i] -= factor * normal[i];
    }
    return image;
  }

  static double dot(double[] x, double[] z) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * z[i];
    }
    return sum;
  }

  static String shown(double[][] pair) {
    return "x = " + Arrays.toString(pair[0]) + ", z = " + Arrays.toString(pair[1]);
  }
}
