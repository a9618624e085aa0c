package dev.zonal.arithmetic.ball;

import java.math.BigInteger;

/**
 * The integer square root. Newton's iteration with doubling precision proposes, one squaring
 * checks: the result is right whatever the proposal was (docs/theory.md, Lemma 3.2). Much faster
 * than {@link BigInteger#sqrt} before JDK 21.
 */
public final class SquareRoot {
  private SquareRoot() {}

  /** The greatest integer whose square is at most {@code n}, for n &gt;= 0. */
  public static BigInteger floor(BigInteger n) {
    BigInteger root = propose(n);
    BigInteger remainder = n.subtract(root.multiply(root));
    while (remainder.signum() < 0) {
      // (root - 1)^2 = root^2 - 2 root + 1
      remainder = remainder.add(root.shiftLeft(1)).subtract(BigInteger.ONE);
      root = root.subtract(BigInteger.ONE);
    }
    while (true) {
      BigInteger next = remainder.subtract(root.shiftLeft(1)).subtract(BigInteger.ONE);
      if (next.signum() < 0) {
        return root;
      }
      remainder = next;
      root = root.add(BigInteger.ONE);
    }
  }

  private static BigInteger propose(BigInteger n) {
    int length = n.bitLength();
    if (length <= 108) {
      return BigInteger.valueOf((long) Math.sqrt(n.doubleValue()));
    }
    // a root of the leading half, extended by one Newton step s + (n - s^2) / 2s
    int low = length / 4 - 2;
    BigInteger root = propose(n.shiftRight(2 * low));
    BigInteger residue = n.shiftRight(low).subtract(root.multiply(root).shiftLeft(low));
    return root.shiftLeft(low).add(residue.shiftRight(1).divide(root));
  }
}
