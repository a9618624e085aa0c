package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The Bernoulli numbers B_2, B_4, ..., from the tangent numbers: B_(2n) = (-1)^(n-1) 2n T_n/(4^n
 * (4^n - 1)). Source: Brent and Harvey 2013, algorithm TangentNumbers, O(n^2) operations on
 * integers.
 */
final class BernoulliNumbers {
  private BernoulliNumbers() {}

  /** B_2, ..., B_(2 count). */
  static List<Rational> even(int count) {
    BigInteger[] tangent = tangentNumbers(count);
    List<Rational> result = new ArrayList<>(count);
    for (int n = 1; n <= count; n++) {
      Context.checkpoint();
      BigInteger power = BigInteger.ONE.shiftLeft(2 * n);
      BigInteger numerator = tangent[n].multiply(BigInteger.valueOf(2L * n));
      result.add(
          Rational.of(
              n % 2 == 0 ? numerator.negate() : numerator,
              power.multiply(power.subtract(BigInteger.ONE))));
    }
    return result;
  }

  private static BigInteger[] tangentNumbers(int count) {
    BigInteger[] t = new BigInteger[count + 1];
    BigInteger factorial = BigInteger.ONE;
    for (int k = 1; k <= count; k++) {
      t[k] = factorial;
      factorial = factorial.multiply(BigInteger.valueOf(k));
    }
    for (int k = 2; k <= count; k++) {
      Context.checkpoint();
      for (int j = k; j <= count; j++) {
        t[j] =
            t[j - 1]
                .multiply(BigInteger.valueOf(j - k))
                .add(t[j].multiply(BigInteger.valueOf(j - k + 2)));
      }
    }
    return t;
  }
}
