package dev.zonal.arithmetic.convolution;

/**
 * Number-theoretic transforms modulo an odd number m between 2^61 and 2^62 in which a root of unity
 * of order 2^{@value #MOST_LEVELS} is known (docs/theory.md, Lemma 10.3a): cyclic convolutions
 * modulo m. Immutable.
 *
 * @param modulus m
 * @param root a number whose power 2^(MOST_LEVELS - 1) is -1 modulo m
 */
record TransformModulus(long modulus, long root) {
  /** The longest transforms are of 2^MOST_LEVELS numbers. */
  static final int MOST_LEVELS = 24;

  /** 2^62 - 6 2^24 + 1. */
  static final TransformModulus FIRST =
      new TransformModulus(4611686018326724609L, 2216582218977214949L);

  /** 2^62 - 7 2^24 + 1. */
  static final TransformModulus SECOND =
      new TransformModulus(4611686018309947393L, 3710034473451196388L);

  /**
   * The cyclic convolution of two lists of 2^levels numbers from 0 to m - 1, in place of the first.
   *
   * @param b destroyed; may be the same list as a
   */
  void convolve(long[] a, long[] b, int levels) {
    Powers powers = new Powers(levels);
    forward(a, powers);
    if (b != a) {
      forward(b, powers);
    }
    // Montgomery's products are short of a factor 2^64
    long scale = product(inverse(1L << levels), toThe64());
    long quotient = quotient(scale);
    long inverse = negativeInverse();
    for (int i = 0; i < a.length; i++) {
      a[i] = times(montgomery(a[i], b[i], inverse), scale, quotient);
    }
    backward(a, powers);
  }

  /** Decimation in frequency: the transform with its indices reversed bit by bit. */
  private void forward(long[] a, Powers powers) {
    for (int half = a.length / 2; half > 0; half /= 2) {
      int stride = a.length / 2 / half;
      for (int block = 0; block < a.length; block += 2 * half) {
        for (int i = 0; i < half; i++) {
          long x = a[block + i];
          long y = a[block + i + half];
          a[block + i] = reduced(x + y);
          a[block + i + half] =
              times(x - y + modulus, powers.number[i * stride], powers.quotient[i * stride]);
        }
      }
    }
  }

  /** Decimation in time with the inverse root: undoes the other but for a factor a.length. */
  private void backward(long[] a, Powers powers) {
    for (int half = 1; half < a.length; half *= 2) {
      int stride = a.length / 2 / half;
      for (int block = 0; block < a.length; block += 2 * half) {
        long first = a[block + half];
        a[block + half] = reduced(a[block] - first + modulus);
        a[block] = reduced(a[block] + first);
        for (int i = 1; i < half; i++) {
          // w^-i = -w^(n/2 - i)
          int index = a.length / 2 - i * stride;
          long x = a[block + i];
          long y = times(a[block + i + half], powers.number[index], powers.quotient[index]);
          a[block + i] = reduced(x - y + modulus);
          a[block + i + half] = reduced(x + y);
        }
      }
    }
  }

  /** w^i with its quotient, for the root w of order 2^levels and i below half of that. */
  private final class Powers {
    final long[] number;
    final long[] quotient;

    Powers(int levels) {
      long w = root;
      for (int i = levels; i < MOST_LEVELS; i++) {
        w = product(w, w);
      }
      int count = Math.max(1, 1 << levels >> 1);
      number = new long[count];
      quotient = new long[count];
      long step = quotient(w);
      long power = 1;
      for (int i = 0; i < count; i++) {
        number[i] = power;
        quotient[i] = quotient(power);
        power = times(power, w, step);
      }
    }
  }

  /** A number from 0 to 2m - 1 modulo m. */
  private long reduced(long x) {
    return x >= modulus ? x - modulus : x;
  }

  /** x w modulo m for w below m and 0 &lt;= x &lt; 2^63, given floor(w 2^64/m) (Shoup). */
  private long times(long x, long w, long quotient) {
    long high = Math.multiplyHigh(quotient, x) + (quotient >> 63 & x);
    return reduced(x * w - high * modulus);
  }

  /** floor(w 2^64/m) as an unsigned number, for 0 &lt;= w &lt; m. */
  long quotient(long w) {
    // 2^64/m = 4 + 4 (2^62 - m)/m
    long quotient = 4 * w + (long) (4.0 * w * ((1L << 62) - modulus) / modulus);
    // w 2^64 - quotient m, modulo 2^64; the guess is off by a few
    long rest = -quotient * modulus;
    while (rest < 0) {
      quotient--;
      rest += modulus;
    }
    while (rest >= modulus) {
      quotient++;
      rest -= modulus;
    }
    return quotient;
  }

  /** x y 2^-64 modulo m, for x and y below m. */
  private long montgomery(long x, long y, long negativeInverse) {
    long low = x * y;
    long q = low * negativeInverse;
    long carry = Math.multiplyHigh(q, modulus) + (q >> 63 & modulus) + (low == 0 ? 0 : 1);
    return reduced(Math.multiplyHigh(x, y) + carry);
  }

  /** -1/m modulo 2^64, by Newton's method. */
  private long negativeInverse() {
    long inverse = modulus;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - modulus * inverse;
    }
    return -inverse;
  }

  private long toThe64() {
    // 2^62 - m four times
    long rest = (1L << 62) - modulus;
    return reduced(reduced(rest + rest) + reduced(rest + rest));
  }

  /** x y modulo m. */
  long product(long x, long y) {
    return times(x, y, quotient(y));
  }

  /** The number that 2^k, an integer, is to be multiplied with to give 1: a power of (m + 1)/2. */
  private long inverse(long powerOfTwo) {
    long inverse = 1;
    for (long rest = powerOfTwo; rest > 1; rest /= 2) {
      inverse = product(inverse, (modulus + 1) / 2);
    }
    return inverse;
  }
}
