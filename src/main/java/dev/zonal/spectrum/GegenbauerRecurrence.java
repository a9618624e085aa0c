package dev.zonal.spectrum;

import java.math.BigInteger;

/**
 * The values P_0(u), P_1(u), P_2(u), ... of the Gegenbauer polynomials of the sphere in R^d,
 * normalised to P_k(1) = 1, in fixed point: an integer n stands for n 2^-bits.
 *
 * <p>In interval arithmetic the three-term recurrence blows up like (1 + sqrt 2)^k. In fixed point
 * it does not: docs/theory.md, Theorem 8.1, bounds the accumulated error by a polynomial in k.
 *
 * <p>An instance walks along one argument; it is mutable and belongs to one thread.
 */
final class GegenbauerRecurrence {

  /** The rounding error of one step, in units of the last place (docs/theory.md, Lemma 8.2). */
  private static final long STEP_ERROR = 3;

  private final BigInteger u;
  private final int dimension;
  private final int bits;
  private long degree;
  private BigInteger previous;
  private BigInteger current;

  /**
   * Starts at P_0(u).
   *
   * @param dimension d, at least 2
   * @param u the argument times 2^bits, in [-2^bits, 2^bits], taken as exact
   */
  GegenbauerRecurrence(int dimension, BigInteger u, int bits) {
    this.dimension = dimension;
    this.u = u;
    this.bits = bits;
    this.previous = BigInteger.ZERO;
    this.current = BigInteger.ONE.shiftLeft(bits);
  }

  /** k, the degree the walk has come to. */
  long degree() {
    return degree;
  }

  /** P_k(u), up to {@link #errorBound} units of the last place. */
  BigInteger value() {
    return current;
  }

  /** P_{k-1}(u), zero while k = 0. */
  BigInteger previousValue() {
    return previous;
  }

  /** Goes on to the next degree. */
  void advance() {
    BigInteger next;
    if (degree == 0) {
      next = u;
    } else {
      BigInteger product = u.multiply(current).shiftRight(bits);
      next =
          product
              .multiply(BigInteger.valueOf(2 * degree + dimension - 2))
              .subtract(previous.multiply(BigInteger.valueOf(degree)))
              .divide(BigInteger.valueOf(degree + dimension - 2));
    }
    previous = current;
    current = next;
    degree++;
  }

  /** A bound on the error of the value at degree k, in units of the last place (Theorem 8.1). */
  static BigInteger errorBound(int dimension, long k) {
    if (k < 2) {
      return BigInteger.ZERO;
    }
    BigInteger n = BigInteger.valueOf(k);
    BigInteger numerator;
    long denominator;
    if (dimension == 3) {
      numerator = n.add(BigInteger.ONE).multiply(n.add(BigInteger.TWO));
      denominator = 4;
    } else {
      numerator = n.multiply(n.add(BigInteger.valueOf(2L * dimension - 3)));
      denominator = 2L * (dimension - 1);
    }
    return numerator
        .multiply(BigInteger.valueOf(STEP_ERROR))
        .divide(BigInteger.valueOf(denominator))
        .add(BigInteger.ONE);
  }

  /** A bound on |P_k'| on [-1, 1], attained at 1: P_k'(1) = k (k+d-2)/(d-1), rounded up. */
  static BigInteger derivativeBound(int dimension, long k) {
    return BigInteger.valueOf(k)
        .multiply(BigInteger.valueOf(k + dimension - 2))
        .divide(BigInteger.valueOf(dimension - 1))
        .add(BigInteger.ONE);
  }
}
