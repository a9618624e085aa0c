package dev.zonal.arithmetic.convolution;

import java.math.BigInteger;

/**
 * Non-negative numbers in fixed point as digits of 28 bits, so short that a hundred products of two
 * of them add up in a long: digit 0 is the integer part, the others follow by descending weight.
 */
public final class Digits {
  public static final int BITS = 28;
  public static final long MASK = (1L << BITS) - 1;

  /** Two digits. */
  private static final int BYTES = 7;

  private Digits() {}

  /** How many digits after the point hold so many bits. */
  public static int count(int bits) {
    return (bits + BITS - 1) / BITS;
  }

  /**
   * The number value 2^(-28 count).
   *
   * @param value in [0, 2^(28 (count+1)))
   */
  public static long[] of(BigInteger value, int count) {
    // a sign byte may come before the digits
    byte[] bytes = value.toByteArray();
    long[] digits = new long[count + 1];
    for (int end = bytes.length, k = count; k >= 0 && end > 0; end -= BYTES, k -= 2) {
      long pair = 0;
      for (int i = Math.max(0, end - BYTES); i < end; i++) {
        pair = pair << Byte.SIZE | bytes[i] & 0xFF;
      }
      digits[k] = pair & MASK;
      if (k > 0) {
        digits[k - 1] = pair >> BITS;
      }
    }
    return digits;
  }

  /** The number in units of 2^(-28 count), count + 1 digits being given. */
  public static BigInteger integer(long[] digits, int count) {
    byte[] bytes = new byte[(count / 2 + 1) * BYTES];
    for (int end = bytes.length, k = count; k >= 0; end -= BYTES, k -= 2) {
      long pair = digits[k] | (k > 0 ? digits[k - 1] << BITS : 0);
      for (int i = end - 1; i >= end - BYTES; i--) {
        bytes[i] = (byte) pair;
        pair >>= Byte.SIZE;
      }
    }
    return new BigInteger(1, bytes);
  }
}
