package dev.zonal.lab.feature;

import dev.zonal.lab.sample.RandomStream;

/**
 * The law of the weight vectors. Each vector by itself has a direction that is uniform on the
 * sphere and E|w|^2 = d, so that with each law the features are unbiased (docs/theory.md,
 * Proposition 26.2).
 */
public enum Directions {
  /** Independent Gaussian vectors. */
  GAUSSIAN {
    @Override
    public double[][] draw(int count, int dimension, RandomStream stream) {
      double[][] rows = new double[count][];
      for (int i = 0; i < count; i++) {
        rows[i] = stream.gaussians(dimension);
      }
      return rows;
    }
  },
  /**
   * Independent vectors, uniform on the sphere of radius sqrt(d): what sampling by the leverage
   * |w|^2 exp(-|w|^2/2) comes to (docs/theory.md, Lemma 26.1).
   */
  SPHERE {
    @Override
    public double[][] draw(int count, int dimension, RandomStream stream) {
      double[][] rows = new double[count][];
      for (int i = 0; i < count; i++) {
        rows[i] = direction(dimension, stream);
      }
      return scaled(rows, dimension);
    }
  },
  /** Blocks of d rows of independent orthogonal matrices of Haar's law, times sqrt(d). */
  ORTHOGONAL {
    @Override
    public double[][] draw(int count, int dimension, RandomStream stream) {
      double[][] rows = new double[count][];
      for (int i = 0; i < count; i++) {
        int block = i - i % dimension;
        rows[i] = orthogonalTo(rows, block, i, dimension, stream);
      }
      return scaled(rows, dimension);
    }
  };

  /** Below this part of its length a vector is too near the span of the others. */
  private static final double LEAST_PART = 1e-3;

  /**
   * Weight vectors.
   *
   * @param count how many
   * @param dimension of each, at least 1
   * @return the vectors, one a row
   */
  public abstract double[][] draw(int count, int dimension, RandomStream stream);

  /** A point that is uniform on the unit sphere. */
  public static double[] direction(int dimension, RandomStream stream) {
    double[] gaussian = stream.gaussians(dimension);
    double length = DoubleVector.norm(gaussian);
    return length == 0 ? direction(dimension, stream) : DoubleVector.divided(gaussian, length);
  }

  /**
   * Gram and Schmidt's method, whose triangular factor has a positive diagonal, so that the law is
   * Haar's; twice, for doubles. A direction is drawn again where it nearly lies in the span of the
   * others, which is as likely as {@link #LEAST_PART} to the power of d - i and does not depend on
   * where the rest of it points.
   */
  private static double[] orthogonalTo(
      double[][] rows, int from, int to, int dimension, RandomStream stream) {
    while (true) {
      double[] row = direction(dimension, stream);
      project(row, rows, from, to);
      double length = DoubleVector.norm(row);
      if (length > LEAST_PART) {
        row = DoubleVector.divided(row, length);
        project(row, rows, from, to);
        return DoubleVector.divided(row, DoubleVector.norm(row));
      }
    }
  }

  private static void project(double[] row, double[][] rows, int from, int to) {
    for (int k = from; k < to; k++) {
      double part = DoubleVector.dot(row, rows[k]);
      for (int j = 0; j < row.length; j++) {
        row[j] -= part * rows[k][j];
      }
    }
  }

  private static double[][] scaled(double[][] rows, int dimension) {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = DoubleVector.scaled(rows[i], Math.sqrt(dimension));
    }
    return rows;
  }
}
