package dev.zonal.arithmetic.ball;

import java.math.BigInteger;

/**
 * A non-negative number {@code mantissa 2^exponent} with a 31-bit mantissa, the currency in which
 * radii and bounds are counted (docs/theory.md, Lemma 2.1). Every operation says which way it
 * rounds.
 */
public final class Magnitude implements Comparable<Magnitude> {
  public static final Magnitude ZERO = new Magnitude(0, 0);
  private static final int BITS = 31;
  private static final long LEAST = Long.MIN_VALUE / 4;

  final long mantissa;
  final long exponent;

  private Magnitude(long mantissa, long exponent) {
    this.mantissa = mantissa;
    this.exponent = exponent;
  }

  /** At least {@code mantissa 2^exponent}, for 0 &lt;= mantissa &lt;= 2^62. */
  public static Magnitude atLeast(long mantissa, long exponent) {
    if (mantissa == 0) {
      return ZERO;
    }
    int shift = 64 - BITS - Long.numberOfLeadingZeros(mantissa);
    if (shift <= 0) {
      return new Magnitude(mantissa << -shift, exponent + shift);
    }
    long rounded = (mantissa + (1L << shift) - 1) >>> shift;
    return rounded >>> BITS == 0
        ? new Magnitude(rounded, exponent + shift)
        : new Magnitude(rounded >>> 1, exponent + shift + 1);
  }

  /** At most {@code mantissa 2^exponent}, for mantissa &gt;= 0. */
  public static Magnitude atMost(long mantissa, long exponent) {
    if (mantissa == 0) {
      return ZERO;
    }
    int shift = 64 - BITS - Long.numberOfLeadingZeros(mantissa);
    return shift <= 0
        ? new Magnitude(mantissa << -shift, exponent + shift)
        : new Magnitude(mantissa >>> shift, exponent + shift);
  }

  /** At least {@code |mantissa| 2^exponent}. */
  public static Magnitude atLeast(BigInteger mantissa, long exponent) {
    int shift = mantissa.bitLength() - BITS;
    if (shift <= 0) {
      return atLeast(Math.abs(mantissa.longValue()), exponent);
    }
    return atLeast(Math.abs(top(mantissa, shift)) + 1, exponent + shift);
  }

  /** At most {@code |mantissa| 2^exponent}. */
  public static Magnitude atMost(BigInteger mantissa, long exponent) {
    int shift = mantissa.bitLength() - BITS;
    if (shift <= 0) {
      return atMost(Math.abs(mantissa.longValue()), exponent);
    }
    long top = top(mantissa, shift);
    return atMost(top < 0 ? -top - 1 : top, exponent + shift);
  }

  /** The power 2^exponent. */
  public static Magnitude powerOfTwo(long exponent) {
    return new Magnitude(1L << (BITS - 1), exponent - (BITS - 1));
  }

  private static long top(BigInteger mantissa, int shift) {
    return mantissa.shiftRight(shift).longValue();
  }

  public boolean isZero() {
    return mantissa == 0;
  }

  /** The e with 2^(e-1) &lt;= this &lt; 2^e; far below any other for zero. */
  public long binaryOrder() {
    return mantissa == 0 ? LEAST : exponent + BITS;
  }

  /** At least the sum. */
  public Magnitude plus(Magnitude other) {
    if (mantissa == 0) {
      return other;
    }
    if (other.mantissa == 0) {
      return this;
    }
    return exponent >= other.exponent ? plusSmaller(other) : other.plusSmaller(this);
  }

  private Magnitude plusSmaller(Magnitude other) {
    long distance = exponent - other.exponent;
    return distance < BITS
        ? atLeast((mantissa << distance) + other.mantissa, other.exponent)
        : atLeast(mantissa + 1, exponent);
  }

  /** At most the difference, and zero where that is negative. */
  Magnitude minusDown(Magnitude other) {
    if (other.mantissa == 0) {
      return this;
    }
    if (compareTo(other) <= 0) {
      return ZERO;
    }
    long distance = exponent - other.exponent;
    return distance < BITS
        ? atMost((mantissa << distance) - other.mantissa, other.exponent)
        : atMost((mantissa << BITS) - (1L << BITS), exponent - BITS);
  }

  /** At least the product. */
  public Magnitude times(Magnitude other) {
    return mantissa == 0 || other.mantissa == 0
        ? ZERO
        : atLeast(mantissa * other.mantissa, exponent + other.exponent);
  }

  /** At least the product with a small integer, 0 &lt;= factor &lt; 2^31. */
  public Magnitude times(long factor) {
    return factor == 1 ? this : atLeast(mantissa * factor, exponent);
  }

  /** The product with a power of two, exactly. */
  public Magnitude shifted(long distance) {
    return mantissa == 0 ? ZERO : new Magnitude(mantissa, exponent + distance);
  }

  /** At least the quotient by a divisor that is not zero. */
  public Magnitude dividedBy(Magnitude divisor) {
    return mantissa == 0
        ? ZERO
        : atLeast((mantissa << BITS) / divisor.mantissa + 1, exponent - divisor.exponent - BITS);
  }

  /** At least the square root. */
  public Magnitude sqrt() {
    if (mantissa == 0) {
      return ZERO;
    }
    int shift = BITS - 1 - (int) Math.floorMod(exponent - BITS + 1, 2L);
    long root = (long) Math.sqrt((double) (mantissa << shift)) + 2;
    return atLeast(root, (exponent - shift) / 2);
  }

  /** At most the square root. */
  public Magnitude sqrtDown() {
    if (mantissa == 0) {
      return ZERO;
    }
    int shift = BITS - 1 - (int) Math.floorMod(exponent - BITS + 1, 2L);
    long root = (long) Math.sqrt((double) (mantissa << shift)) - 2;
    return atMost(root, (exponent - shift) / 2);
  }

  public Magnitude min(Magnitude other) {
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public int compareTo(Magnitude other) {
    if (mantissa == 0 || other.mantissa == 0) {
      return Long.compare(mantissa, other.mantissa);
    }
    return exponent == other.exponent
        ? Long.compare(mantissa, other.mantissa)
        : Long.compare(exponent, other.exponent);
  }
}
