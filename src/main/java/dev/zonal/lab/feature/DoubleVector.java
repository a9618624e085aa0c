package dev.zonal.lab.feature;

/** What is asked of vectors of doubles; sums are in order, so that every machine has the same. */
public final class DoubleVector {
  private DoubleVector() {}

  /** The inner product of two vectors of one length. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The length |a|, free of overflow; 0 for zero only. */
  public static double norm(double[] a) {
    double largest = 0;
    for (double x : a) {
      largest = Math.max(largest, Math.abs(x));
    }
    if (largest == 0) {
      return 0;
    }
    double sum = 0;
    for (double x : a) {
      double part = x / largest;
      sum += part * part;
    }
    return largest * Math.sqrt(sum);
  }

  /** The vector times a number. */
  public static double[] scaled(double[] a, double factor) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * factor;
    }
    return product;
  }

  /** The vector divided by a number that is not 0, however small. */
  public static double[] divided(double[] a, double divisor) {
    double[] quotient = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      quotient[i] = a[i] / divisor;
    }
    return quotient;
  }

  /** One vector behind the other. */
  static double[] joined(double[] a, double[] b) {
    double[] both = new double[a.length + b.length];
    System.arraycopy(a, 0, both, 0, a.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
