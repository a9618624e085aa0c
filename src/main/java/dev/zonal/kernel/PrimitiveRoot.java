package dev.zonal.kernel;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A positive rational number other than 1 as root^multiplicity, where the root exceeds 1 and is no
 * power of another rational number; 1 as 1^1. The multiplicity is negative for numbers below 1.
 */
record PrimitiveRoot(BigFraction root, int multiplicity) {

  static PrimitiveRoot of(BigFraction positive) {
    BigInteger p = positive.getNumerator().abs();
    BigInteger q = positive.getDenominator().abs();
    int multiplicity = 1;
    if (p.compareTo(q) < 0) {
      BigInteger swap = p;
      p = q;
      q = swap;
      multiplicity = -1;
    }
    for (int n = 2; n < p.bitLength(); ) {
      BigInteger rootOfP = root(p, n);
      BigInteger rootOfQ = root(q, n);
      if (rootOfP.pow(n).equals(p) && rootOfQ.pow(n).equals(q)) {
        p = rootOfP;
        q = rootOfQ;
        multiplicity *= n;
      } else {
        n++;
      }
    }
    return new PrimitiveRoot(BigFraction.of(p, q), multiplicity);
  }

  /** The integer part of the n-th root, by Newton's iteration from above. */
  private static BigInteger root(BigInteger a, int n) {
    BigInteger degree = BigInteger.valueOf(n);
    BigInteger x = BigInteger.ONE.shiftLeft((a.bitLength() + n - 1) / n);
    while (true) {
      BigInteger y = x.multiply(degree.subtract(BigInteger.ONE)).add(a.divide(x.pow(n - 1)));
      y = y.divide(degree);
      if (y.compareTo(x) >= 0) {
        return x;
      }
      x = y;
    }
  }
}
