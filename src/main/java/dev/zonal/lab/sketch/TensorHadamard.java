package dev.zonal.lab.sketch;

import dev.zonal.lab.sample.RandomStream;

/**
 * TensorSRHT: products of random coordinates of H D a and H D' b, divided by the square root of
 * their number (docs/theory.md, Proposition 26.4).
 *
 * @param left H D
 * @param right H D'
 * @param rows the coordinates of H D a that are taken
 * @param columns those of H D' b
 */
@SuppressWarnings("ArrayRecordComponent")
record TensorHadamard(SignedHadamard left, SignedHadamard right, int[] rows, int[] columns)
    implements TensorSketch {
  static TensorHadamard draw(int left, int right, int dimension, RandomStream stream) {
    SignedHadamard first = SignedHadamard.draw(left, stream);
    SignedHadamard second = SignedHadamard.draw(right, stream);
    int[] rows = new int[dimension];
    int[] columns = new int[dimension];
    for (int k = 0; k < dimension; k++) {
      rows[k] = stream.below(first.size());
      columns[k] = stream.below(second.size());
    }
    return new TensorHadamard(first, second, rows, columns);
  }

  @Override
  public int dimension() {
    return rows.length;
  }

  @Override
  public double[] of(double[] a, double[] b) {
    double[] one = left.of(a);
    double[] other = right.of(b);
    double scale = 1 / Math.sqrt(rows.length);
    double[] sketch = new double[rows.length];
    for (int k = 0; k < sketch.length; k++) {
      sketch[k] = scale * one[rows[k]] * other[columns[k]];
    }
    return sketch;
  }
}
