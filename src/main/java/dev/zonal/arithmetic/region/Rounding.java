package dev.zonal.arithmetic.region;

/**
 * Operations on non-negative doubles rounded outward: {@code ...Up} is an upper bound of the exact
 * result, {@code ...Down} a lower bound (docs/theory.md, Lemma 4.1). An overflow gives infinity,
 * which {@link ComplexDisc} refuses.
 */
final class Rounding {
  /** Below this a modulus is bounded by its parts, because their squares may underflow. */
  private static final double TINY = 0x1p-400;

  private Rounding() {}

  /** An upper bound of a + b; the sum of zeros stays exact. */
  static double addUp(double a, double b) {
    double sum = a + b;
    return sum == 0 ? 0 : Math.nextUp(sum);
  }

  /** A lower bound of a - b, negative if that is. */
  static double subtractDown(double a, double b) {
    return Math.nextDown(a - b);
  }

  /** An upper bound of a b; a factor zero stays exact. */
  static double multiplyUp(double a, double b) {
    return a == 0 || b == 0 ? 0 : Math.nextUp(a * b);
  }

  static double multiplyDown(double a, double b) {
    return Math.max(0, Math.nextDown(a * b));
  }

  /** An upper bound of a / b for b &gt; 0. */
  static double divideUp(double a, double b) {
    return a == 0 ? 0 : Math.nextUp(a / b);
  }

  static double sqrtDown(double a) {
    return Math.max(0, Math.nextDown(Math.sqrt(a)));
  }

  /** An upper bound of |x + iy|. */
  static double modulusUp(double x, double y) {
    double computed = Math.sqrt(x * x + y * y);
    return computed < TINY ? addUp(Math.abs(x), Math.abs(y)) : computed * (1 + 0x1p-51);
  }

  /** A lower bound of |x + iy|. */
  static double modulusDown(double x, double y) {
    double computed = Math.sqrt(x * x + y * y);
    return computed >= TINY && computed < Double.POSITIVE_INFINITY
        ? computed * (1 - 0x1p-51)
        : Math.max(Math.abs(x), Math.abs(y));
  }
}
