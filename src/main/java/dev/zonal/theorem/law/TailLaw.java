package dev.zonal.theorem.law;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;

/**
 * A law of the eigenvalues of one parity from some frequency on: divided by what they decay like,
 * they tend to a constant.
 */
public interface TailLaw {
  Parity parity();

  /** The first frequency, k0. */
  long from();

  /** C, the limit of the eigenvalues divided by what they decay like. */
  Ball constant();

  /**
   * An eigenvalue divided by what the law says that it decays like.
   *
   * @param k at least 1
   */
  Ball scaled(long k, Ball eigenvalue);

  /** All such quotients with k at least k0 of the parity, and their limit. */
  Ball tail();

  /**
   * Where all of them lie with respect to their limit C: 1 if none is below it, -1 if none is above
   * it, 0 if neither is decided.
   */
  int side();
}
