package dev.zonal.arithmetic.series;

/**
 * Convolutions of non-negative doubles, rounded up (docs/theory.md, Lemma 10.3). The non-zero
 * products must be normal numbers.
 */
final class UpwardSum {
  private UpwardSum() {}

  /** At least sum of a_i b_(n-i), for every n below length. */
  static double[] convolution(double[] a, double[] b, int length) {
    double[] result = new double[length];
    for (int n = 0; n < length; n++) {
      double sum = 0;
      for (int i = Math.max(0, n - b.length + 1); i <= Math.min(n, a.length - 1); i++) {
        sum += a[i] * b[n - i];
      }
      result[n] = sum * margin(n);
    }
    return result;
  }

  /**
   * A factor by which a computed sum of n + 1 non-negative products, and a few operations more, is
   * raised.
   */
  static double margin(int n) {
    return 1 + (n + 16) * 0x1p-52;
  }

  /** The greatest of the values up to each index. */
  static double[] runningMaximum(double[] values) {
    double[] result = values.clone();
    for (int i = 1; i < result.length; i++) {
      result[i] = Math.max(result[i], result[i - 1]);
    }
    return result;
  }
}
