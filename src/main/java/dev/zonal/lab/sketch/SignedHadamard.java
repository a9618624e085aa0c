package dev.zonal.lab.sketch;

import dev.zonal.lab.sample.RandomStream;

/**
 * H D, H the Walsh-Hadamard matrix of 1 and -1, D a diagonal of random signs, of vectors that are
 * filled up with zeros to a power of two.
 *
 * @param signs the diagonal of D, as many as a vector has coordinates
 */
@SuppressWarnings("ArrayRecordComponent")
record SignedHadamard(int[] signs) {
  static SignedHadamard draw(int dimension, RandomStream stream) {
    int[] signs = new int[dimension];
    for (int i = 0; i < dimension; i++) {
      signs[i] = stream.sign();
    }
    return new SignedHadamard(signs);
  }

  /** The size of H: the least power of two that holds the vectors. */
  int size() {
    return size(signs.length);
  }

  static int size(int dimension) {
    return dimension == 1 ? 1 : Integer.highestOneBit(dimension - 1) << 1;
  }

  /** H D a. */
  double[] of(double[] a) {
    double[] product = new double[size()];
    for (int i = 0; i < a.length; i++) {
      product[i] = signs[i] * a[i];
    }
    for (int half = 1; half < product.length; half *= 2) {
      for (int start = 0; start < product.length; start += 2 * half) {
        for (int i = start; i < start + half; i++) {
          double sum = product[i] + product[i + half];
          product[i + half] = product[i] - product[i + half];
          product[i] = sum;
        }
      }
    }
    return product;
  }
}
