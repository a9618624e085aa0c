package dev.zonal.arithmetic.convolution;

import java.math.BigInteger;

/**
 * Products of long integers by number-theoretic transforms modulo two numbers (docs/theory.md,
 * Lemma 10.3a), where these are quicker than {@link BigInteger#multiply}.
 */
public final class LongProduct {
  /** From here on transforms are quicker; measured, JDK 17. */
  private static final int LEAST_BITS = 150_000;

  private static final int DIGIT_BYTES = 6;
  private static final int DIGIT_BITS = 8 * DIGIT_BYTES;
  private static final long DIGIT = (1L << DIGIT_BITS) - 1;

  private LongProduct() {}

  /** The product, exactly. */
  public static BigInteger of(BigInteger a, BigInteger b) {
    int least = Math.min(a.bitLength(), b.bitLength());
    int levels = levels(a, b);
    return least < LEAST_BITS || levels > TransformModulus.MOST_LEVELS
        ? a.multiply(b)
        : byTransforms(a, b, levels);
  }

  /** How often two divides the length of transforms that hold the product. */
  private static int levels(BigInteger a, BigInteger b) {
    int digits = (a.bitLength() + b.bitLength()) / DIGIT_BITS + 2;
    return Integer.SIZE - Integer.numberOfLeadingZeros(digits - 1);
  }

  static BigInteger byTransforms(BigInteger a, BigInteger b) {
    return byTransforms(a, b, levels(a, b));
  }

  private static BigInteger byTransforms(BigInteger a, BigInteger b, int levels) {
    long[] first = digits(a, levels);
    long[] second = first.clone();
    if (a.equals(b)) {
      TransformModulus.FIRST.convolve(first, first, levels);
      TransformModulus.SECOND.convolve(second, second, levels);
    } else {
      long[] other = digits(b, levels);
      long[] again = other.clone();
      TransformModulus.FIRST.convolve(first, other, levels);
      TransformModulus.SECOND.convolve(second, again, levels);
    }
    BigInteger size = combined(first, second);
    return a.signum() * b.signum() < 0 ? size.negate() : size;
  }

  /** The digits of |x|, from the lowest. */
  private static long[] digits(BigInteger x, int levels) {
    byte[] bytes = x.abs().toByteArray();
    long[] digits = new long[1 << levels];
    for (int i = 0; i < bytes.length; i++) {
      int place = bytes.length - 1 - i;
      digits[i / DIGIT_BYTES] |= (bytes[place] & 0xFFL) << 8 * (i % DIGIT_BYTES);
    }
    return digits;
  }

  /** The integer whose digits, larger than a digit, are known modulo both numbers. */
  private static BigInteger combined(long[] first, long[] second) {
    TransformModulus modulus = TransformModulus.SECOND;
    long m = TransformModulus.FIRST.modulus();
    // x = r + m ((s - r)/m modulo the second)
    long inverse =
        BigInteger.valueOf(m).modInverse(BigInteger.valueOf(modulus.modulus())).longValue();
    byte[] bytes = new byte[first.length * DIGIT_BYTES + 1];
    long low = 0;
    long high = 0;
    for (int i = 0; i < first.length; i++) {
      long difference = Math.floorMod(second[i] - first[i], modulus.modulus());
      long factor = modulus.product(difference, inverse);
      long product = m * factor;
      high += Math.multiplyHigh(m, factor);
      high += carried(low, product);
      low += product;
      high += carried(low, first[i]);
      low += first[i];
      long digit = low & DIGIT;
      for (int j = 0; j < DIGIT_BYTES; j++) {
        bytes[bytes.length - 1 - i * DIGIT_BYTES - j] = (byte) (digit >>> 8 * j);
      }
      low = low >>> DIGIT_BITS | high << Long.SIZE - DIGIT_BITS;
      high >>>= DIGIT_BITS;
    }
    return new BigInteger(bytes);
  }

  /** The carry of a sum of two unsigned words. */
  private static int carried(long a, long b) {
    return Long.compareUnsigned(a + b, a) < 0 ? 1 : 0;
  }
}
