package dev.zonal.arithmetic;

import java.math.BigInteger;

/**
 * A positive rational number other than 1 as root^multiplicity, where the root exceeds 1 and is no
 * power of another rational number; 1 as 1^1. The multiplicity is negative for numbers below 1.
 */
public record PrimitiveRoot(Rational root, int multiplicity) {
  /** A composite number taken for a prime would be tried in vain, and do no harm. */
  private static final int CERTAINTY = 20;

  /**
   * The root of a number.
   *
   * @param positive a positive number
   */
  public static PrimitiveRoot of(Rational positive) {
    BigInteger p = positive.numerator().abs();
    BigInteger q = positive.denominator();
    int multiplicity = 1;
    if (p.compareTo(q) < 0) {
      BigInteger swap = p;
      p = q;
      q = swap;
      multiplicity = -1;
    }
    for (int n = 2; n < p.bitLength(); n++) {
      // A perfect power has a prime exponent, and keeps being one until that is used up.
      while (BigInteger.valueOf(n).isProbablePrime(CERTAINTY)) {
        BigInteger rootOfP = root(p, n);
        if (!rootOfP.pow(n).equals(p)) {
          break;
        }
        BigInteger rootOfQ = root(q, n);
        if (!rootOfQ.pow(n).equals(q)) {
          break;
        }
        p = rootOfP;
        q = rootOfQ;
        multiplicity *= n;
      }
    }
    return new PrimitiveRoot(Rational.of(p, q), multiplicity);
  }

  /** The integer part of the n-th root, by Newton's iteration from above. */
  private static BigInteger root(BigInteger a, int n) {
    BigInteger degree = BigInteger.valueOf(n);
    BigInteger x = aboveRoot(a, n);
    while (true) {
      BigInteger y = x.multiply(degree.subtract(BigInteger.ONE)).add(a.divide(x.pow(n - 1)));
      y = y.divide(degree);
      if (y.compareTo(x) >= 0) {
        return x;
      }
      x = y;
    }
  }

  /** A number above the n-th root, nearer than one part in 2^20 or than 2. */
  private static BigInteger aboveRoot(BigInteger a, int n) {
    int shift = Math.max(0, a.bitLength() - 60);
    double log2 = shift + Math.log(a.shiftRight(shift).doubleValue() + 1) / Math.log(2);
    double rootLog2 = log2 / n + 0x1p-22;
    long scale = Math.max(0, (long) rootLog2 - 50);
    long top = (long) Math.pow(2, rootLog2 - scale) + 1;
    return BigInteger.valueOf(top).shiftLeft((int) scale);
  }
}
