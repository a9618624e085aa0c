package dev.zonal.vectors;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Points between which matrices are given, about of length 1, in doubles that are written down as
 * they are: of no particular kind, but that the second is next to the first, and the third about
 * opposite to it.
 */
record SamplePoints(int count, int dimension) {
  private static final double NEAR = 0x1p-20;

  List<double[]> points() {
    return IntStream.range(0, count).mapToObj(this::point).toList();
  }

  private double[] point(int i) {
    double[] x = direction(i == 1 || i == 2 ? 0 : i);
    if (i == 1) {
      x[dimension - 1] += NEAR;
    }
    for (int j = 0; i == 2 && j < dimension; j++) {
      x[j] = -x[j] * (1 + j * 0x1p-10);
    }
    return x;
  }

  /** By the angles of a sequence that fills the circle evenly, exact decimals of six digits. */
  private double[] direction(int i) {
    double[] x = new double[dimension];
    double square = 0;
    for (int j = 0; j < dimension; j++) {
      double share = (i + 1) * 0.6180339887498949 * (j + 1) + 0.3 * j;
      x[j] = Math.rint((2 * (share - Math.floor(share)) - 1) * 1e6);
      square += x[j] * x[j];
    }
    double norm = Math.sqrt(square);
    for (int j = 0; j < dimension; j++) {
      x[j] = Math.rint(x[j] / norm * 1e6) / 1e6;
    }
    return x;
  }
}
