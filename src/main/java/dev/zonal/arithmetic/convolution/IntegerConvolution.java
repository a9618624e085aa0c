package dev.zonal.arithmetic.convolution;

import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.Arrays;

/** Products of polynomials with integer coefficients: term by term, or as one product. */
public final class IntegerConvolution {
  /** From this length on one large product beats the sums of small ones; measured, JDK 17. */
  private static final int MANY_TERMS = 160;

  /** From this length on it does so for long coefficients. */
  private static final int SOME_TERMS = 64;

  /** The length of a product that transforms are quick at. */
  private static final int LONG = 600_000;

  private IntegerConvolution() {}

  /** The first {@code length} coefficients of the product. */
  public static BigInteger[] product(BigInteger[] a, BigInteger[] b, int length) {
    if (isLong(a, b)) {
      return KroneckerSubstitution.product(a, b, length);
    }
    BigInteger[] product = new BigInteger[length];
    for (int n = 0; n < length; n++) {
      Context.checkpoint();
      product[n] = a == b ? square(a, n, 0) : dot(a, b, n, 0);
    }
    return product;
  }

  /** The coefficients of the product from one on to before another. */
  static BigInteger[] product(BigInteger[] a, BigInteger[] b, int from, int to) {
    if (isLong(a, b)) {
      return Arrays.copyOfRange(KroneckerSubstitution.product(a, b, to), from, to);
    }
    BigInteger[] product = new BigInteger[to - from];
    for (int n = from; n < to; n++) {
      Context.checkpoint();
      product[n - from] = dot(a, b, n, 0);
    }
    return product;
  }

  private static boolean isLong(BigInteger[] a, BigInteger[] b) {
    int terms = Math.min(a.length, b.length);
    return terms >= MANY_TERMS
        || terms >= SOME_TERMS && (long) terms * (width(a) + width(b)) >= LONG;
  }

  /** The least width with |value| &lt;= 2^width for all the values. */
  public static int width(BigInteger[] values) {
    return Arrays.stream(values).mapToInt(BigInteger::bitLength).max().orElse(0);
  }

  /** Sum of a_i b_(n-i) over i &gt;= from. */
  static BigInteger dot(BigInteger[] a, BigInteger[] b, int n, int from) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = Math.max(from, n - b.length + 1); i <= Math.min(n, a.length - 1); i++) {
      sum = sum.add(a[i].multiply(b[n - i]));
    }
    return sum;
  }

  /** Sum of a_i a_(n-i) over i, n - i &gt;= from. */
  static BigInteger square(BigInteger[] a, int n, int from) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = Math.max(from, n - a.length + 1); 2 * i < n; i++) {
      sum = sum.add(a[i].multiply(a[n - i]));
    }
    sum = sum.shiftLeft(1);
    boolean hasMiddle = n % 2 == 0 && n / 2 >= from && n / 2 < a.length;
    return hasMiddle ? sum.add(a[n / 2].multiply(a[n / 2])) : sum;
  }
}
