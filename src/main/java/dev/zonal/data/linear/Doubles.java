package dev.zonal.data.linear;

import java.math.BigInteger;

/** Passing between integers and doubles with an exponent beside them. */
final class Doubles {
  private static final int KEPT = 64;

  private Doubles() {}

  /**
   * An integer times 2^exponent, with a relative error below 2^-52 and an absolute one below
   * 2^-1073; infinite where there is no such double.
   */
  static double scaled(BigInteger value, int exponent) {
    int cut = Math.max(0, value.bitLength() - KEPT);
    return Math.scalb(value.shiftRight(cut).doubleValue(), Math.addExact(exponent, cut));
  }

  /** A double times 2^exponent, rounded down. */
  static BigInteger floor(double value, int exponent) {
    int own = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    BigInteger mantissa = BigInteger.valueOf((long) Math.scalb(value, -own));
    int by = Math.addExact(own, exponent);
    return by >= 0 ? mantissa.shiftLeft(by) : mantissa.shiftRight(-by);
  }

  /** A double times 2^exponent, rounded up. */
  static BigInteger ceiling(double value, int exponent) {
    return floor(-value, exponent).negate();
  }

  /** The length in bits of the longest of them. */
  static int longest(BigInteger[] values) {
    int most = 0;
    for (BigInteger value : values) {
      most = Math.max(most, value.bitLength());
    }
    return most;
  }
}
