package dev.zonal.arithmetic.convolution;

import java.math.BigInteger;
import java.util.Arrays;

/** Products of integer polynomials as one product of integers: x becomes a power of 2^8. */
public final class KroneckerSubstitution {
  private KroneckerSubstitution() {}

  /** The first {@code length} coefficients of the product. */
  public static BigInteger[] product(BigInteger[] a, BigInteger[] b, int length) {
    int terms = Math.min(a.length, b.length);
    int widths = IntegerConvolution.width(a) + IntegerConvolution.width(b);
    int bits = widths + (32 - Integer.numberOfLeadingZeros(terms)) + 1;
    int bytes = bits / 8 + 1;
    BigInteger packed = pack(a, bytes);
    return unpack(LongProduct.of(packed, a == b ? packed : pack(b, bytes)), bytes, length);
  }

  private static BigInteger pack(BigInteger[] values, int bytes) {
    byte[] packed = new byte[values.length * bytes + 1];
    boolean borrow = false;
    for (int i = 0; i < values.length; i++) {
      BigInteger value = borrow ? values[i].subtract(BigInteger.ONE) : values[i];
      borrow = value.signum() < 0;
      int end = packed.length - i * bytes;
      byte[] digits = value.toByteArray();
      System.arraycopy(digits, 0, packed, end - digits.length, digits.length);
      if (borrow) {
        Arrays.fill(packed, end - bytes, end - digits.length, (byte) -1);
      }
    }
    packed[0] = (byte) (borrow ? -1 : 0);
    return new BigInteger(packed);
  }

  private static BigInteger[] unpack(BigInteger product, int bytes, int length) {
    byte[] digits = product.toByteArray();
    byte[] padded = new byte[length * bytes];
    byte sign = (byte) (product.signum() < 0 ? -1 : 0);
    int copied = Math.min(digits.length, padded.length);
    Arrays.fill(padded, 0, padded.length - copied, sign);
    System.arraycopy(digits, digits.length - copied, padded, padded.length - copied, copied);
    BigInteger[] result = new BigInteger[length];
    boolean carry = false;
    for (int i = 0; i < length; i++) {
      BigInteger digit = new BigInteger(padded, padded.length - (i + 1) * bytes, bytes);
      result[i] = carry ? digit.add(BigInteger.ONE) : digit;
      carry = digit.signum() < 0;
    }
    return result;
  }
}
