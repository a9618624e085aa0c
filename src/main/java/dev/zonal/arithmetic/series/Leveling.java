package dev.zonal.arithmetic.series;

import java.util.Arrays;

/**
 * The substitution x -> rho x in a series of doubles, by which its coefficients become about
 * equally large, so that one bound for all of them loses little. Any rho &gt; 0 is valid; a good
 * one makes the bounds small.
 */
final class Leveling {
  /** rho^n, each with a relative error of at most n 2^-52. */
  private final double[] powers;

  private Leveling(double rho, int length) {
    powers = new double[length];
    double power = 1;
    for (int n = 0; n < length; n++) {
      powers[n] = power;
      power *= rho;
    }
  }

  /** The substitution that levels the faster growing of the two. */
  static Leveling of(double[] a, double[] b, int length) {
    double rate = Math.max(rate(a, length), rate(b, length));
    // Absolute errors do not decay with the coefficients, so those that fall are left alone; and
    // powers of rho must remain normal numbers.
    double bound = 400.0 / length;
    double kept = Math.max(0, Math.min(bound, rate));
    return new Leveling(Math.pow(2, -kept), length);
  }

  private static double rate(double[] values, int length) {
    int third = length / 3;
    double early = 0;
    double late = 0;
    for (int i = 0; i < third; i++) {
      early = Math.max(early, i < values.length ? Math.abs(values[i]) : 0);
      int mirrored = length - 1 - i;
      late = Math.max(late, mirrored < values.length ? Math.abs(values[mirrored]) : 0);
    }
    return early > 0 && late > 0
        ? (Math.log(late) - Math.log(early)) / (Math.log(2) * (length - third))
        : Double.NEGATIVE_INFINITY;
  }

  /** The numbers a_n rho^n, with a relative error of at most (n + 1) 2^-52. */
  double[] approximate(double[] values) {
    double[] result = new double[values.length];
    Arrays.setAll(result, n -> values[n] * powers[n]);
    return result;
  }

  /** At least a_n rho^n, for non-negative a_n. */
  double[] apply(double[] values) {
    double[] result = approximate(values);
    Arrays.setAll(result, n -> result[n] * UpwardSum.margin(n));
    return result;
  }

  /** At least value rho^-n, for a non-negative value. */
  double undo(double value, int n) {
    return value / powers[n] * UpwardSum.margin(n);
  }
}
