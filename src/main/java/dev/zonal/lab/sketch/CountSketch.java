package dev.zonal.lab.sketch;

import dev.zonal.lab.sample.RandomStream;

/**
 * CountSketch of degree 2: the circular convolution of the count sketches of a and b, whose places
 * and signs are all independent (docs/theory.md, Proposition 26.5).
 *
 * @param dimension m, the number of places
 */
record CountSketch(int dimension, Places left, Places right) implements TensorSketch {
  /**
   * Where the coordinates of a vector go, and with which sign.
   *
   * @param places from 0 to m - 1
   * @param signs 1 or -1
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Places(int[] places, int[] signs) {
    static Places draw(int count, int dimension, RandomStream stream) {
      int[] places = new int[count];
      int[] signs = new int[count];
      for (int i = 0; i < count; i++) {
        places[i] = stream.below(dimension);
        signs[i] = stream.sign();
      }
      return new Places(places, signs);
    }

    private double[] sketch(double[] a, int dimension) {
      double[] sketch = new double[dimension];
      for (int i = 0; i < a.length; i++) {
        sketch[places[i]] += signs[i] * a[i];
      }
      return sketch;
    }

    /** The convolution with another sketch, which is turned to the place of each coordinate. */
    private double[] convolved(double[] a, double[] other) {
      int dimension = other.length;
      double[] sum = new double[dimension];
      for (int i = 0; i < a.length; i++) {
        double factor = signs[i] * a[i];
        if (factor != 0) {
          int turn = dimension - places[i];
          for (int k = 0; k < dimension; k++) {
            sum[k] += factor * other[k < places[i] ? k + turn : k - places[i]];
          }
        }
      }
      return sum;
    }
  }

  static CountSketch draw(int left, int right, int dimension, RandomStream stream) {
    return new CountSketch(
        dimension, Places.draw(left, dimension, stream), Places.draw(right, dimension, stream));
  }

  /** Directly: one of the factors is short, as the input of a network is. */
  @Override
  public double[] of(double[] a, double[] b) {
    return a.length <= b.length
        ? left.convolved(a, right.sketch(b, dimension))
        : right.convolved(b, left.sketch(a, dimension));
  }
}
