package dev.zonal.lab.sketch;

/**
 * All products of a coordinate of each: no sketch at all.
 *
 * @param left the dimension of a
 * @param right the dimension of b
 */
public record ExactTensor(int left, int right) implements TensorSketch {
  @Override
  public int dimension() {
    return Math.multiplyExact(left, right);
  }

  @Override
  public double[] of(double[] a, double[] b) {
    double[] products = new double[dimension()];
    for (int i = 0; i < left; i++) {
      for (int j = 0; j < right; j++) {
        products[i * right + j] = a[i] * b[j];
      }
    }
    return products;
  }
}
