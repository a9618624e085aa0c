package dev.zonal.arithmetic;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Non-negative numbers in fixed point as words of 32 bits: word 0 is the integer part, the others
 * follow by descending weight.
 */
final class Words {
  private Words() {}

  /**
   * The number value 2^(-32 count).
   *
   * @param value in [0, 2^(32 (count+1)))
   */
  static int[] of(BigInteger value, int count) {
    byte[] bytes = value.toByteArray();
    int[] words = new int[count + 1];
    for (int i = bytes.length - 1, shift = 0, word = count; i >= 0; i--) {
      if (word >= 0) {
        words[word] |= (bytes[i] & 0xFF) << shift;
      }
      shift += Byte.SIZE;
      if (shift == Integer.SIZE) {
        shift = 0;
        word--;
      }
    }
    return words;
  }

  /** The number in units of 2^(-32 count), count + 1 words being given. */
  static BigInteger integer(int[] words, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (count + 1));
    bytes.asIntBuffer().put(words, 0, count + 1);
    return new BigInteger(1, bytes.array());
  }
}
