package dev.zonal.data.linear;

import java.math.BigInteger;

/**
 * Two bounds of a number, in units of a matrix.
 *
 * @param below at most the number
 * @param above at least the number
 */
record Bounds(BigInteger below, BigInteger above) {
  /** Both further away by an error, which is not negative. */
  Bounds widened(BigInteger error) {
    return new Bounds(below.subtract(error), above.add(error));
  }

  /** Of the difference of a number and this one. */
  Bounds subtractedFrom(BigInteger whole) {
    return new Bounds(whole.subtract(above), whole.subtract(below));
  }
}
