package dev.zonal.arithmetic.elementary;

import dev.zonal.arithmetic.Longest;
import java.math.BigInteger;

/**
 * The constants pi and log 2 in fixed point, from arc tangents and area tangents of reciprocals of
 * integers by binary splitting (docs/theory.md, Lemma 3.3). The longest expansion computed so far
 * is kept.
 */
public enum BinaryConstant {
  /** pi = 48 atan(1/18) + 32 atan(1/57) - 20 atan(1/239) (Gauss). */
  PI(-1, new long[][] {{48, 18}, {32, 57}, {-20, 239}}),
  /** log 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749). */
  LOG_2(1, new long[][] {{18, 26}, {-2, 4801}, {8, 8749}});

  private static final int GUARD = 32;

  private final int sign;
  private final long[][] terms;
  private final Longest<Expansion> longest = new Longest<>(this::compute);

  BinaryConstant(int sign, long[][] terms) {
    this.sign = sign;
    this.terms = terms;
  }

  /** The constant times 2^bits, with an error of less than 2. */
  public BigInteger times2To(int bits) {
    Expansion known = kept(bits);
    return known.value.shiftRight(known.bits - bits);
  }

  /** The expansion that serves so many bits. */
  Expansion kept(int bits) {
    return longest.ofAtLeast(bits + GUARD);
  }

  /** The constant in units of 2^-bits, with an error of less than 200. */
  Expansion compute(int bits) {
    BigInteger sum = BigInteger.ZERO;
    for (long[] term : terms) {
      sum = sum.add(reciprocalTangent(term[1], bits).multiply(BigInteger.valueOf(term[0])));
    }
    return new Expansion(sum, bits);
  }

  /** sum sign^k / ((2k+1) x^(2k+1)) in units of 2^-bits, with an error of less than 2. */
  private BigInteger reciprocalTangent(long x, int bits) {
    // x^-2N <= 2^-bits
    int count = (int) (bits / (2 * Math.log((double) x) / Math.log(2))) + 2;
    Part sum = sum(0, count, BigInteger.valueOf(sign * x * x));
    BigInteger denominator = sum.odd.multiply(sum.power).multiply(BigInteger.valueOf(x));
    return sum.numerator.shiftLeft(bits).divide(denominator);
  }

  /**
   * sum_{from &lt;= k &lt; to} y^(from-k) / (2k+1) = numerator / (odd power), power = y^(to-from).
   */
  private static Part sum(int from, int to, BigInteger y) {
    if (to - from == 1) {
      return new Part(y, BigInteger.valueOf(2L * from + 1), y);
    }
    int middle = (from + to) >>> 1;
    Part left = sum(from, middle, y);
    Part right = sum(middle, to, y);
    return new Part(
        left.numerator
            .multiply(right.odd)
            .multiply(right.power)
            .add(right.numerator.multiply(left.odd)),
        left.odd.multiply(right.odd),
        left.power.multiply(right.power));
  }

  private record Part(BigInteger numerator, BigInteger odd, BigInteger power) {}

  record Expansion(BigInteger value, int bits) {}
}
