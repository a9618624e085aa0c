package dev.zonal.arithmetic;

/**
 * 1 + q + ... + q^(n-1), by doubling: only sums and products of non-negative numbers for q &gt;= 0,
 * where (1 - q^n)/(1 - q) would cancel for q near 1.
 */
public final class GeometricSum {
  private GeometricSum() {}

  /** The sum of n &gt;= 1 terms. */
  public static <T> T of(Arithmetic<T> over, T q, int n) {
    T sum = over.of(0);
    T power = over.of(1);
    for (int bit = 31 - Integer.numberOfLeadingZeros(n); bit >= 0; bit--) {
      // From n' terms to 2 n' or 2 n' + 1 terms; power is q^n'.
      sum = over.add(sum, over.multiply(power, sum));
      power = over.square(power);
      if ((n >> bit & 1) == 1) {
        sum = over.add(sum, power);
        power = over.multiply(power, q);
      }
    }
    return sum;
  }
}
