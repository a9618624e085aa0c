package dev.zonal.spectrum.value;

import dev.zonal.arithmetic.function.BallArithmetic;

/**
 * How precisely things are computed, in bits: what is asked for, and what is added against errors
 * on the way. Nothing that is proved depends on these numbers, for an enclosure is right at any
 * precision; too few bits cost another attempt, too many cost time.
 */
public final class Precision {
  /** Relative accuracy of an eigenvalue of which the sign is wanted. */
  public static final int SIGN = 40;

  /** Relative accuracy of eigenvalues and quotients that constants are made of. */
  public static final int QUOTIENT = 64;

  /** Relative accuracy of the coefficients of a tail, the first of which may nearly cancel. */
  public static final int TAIL = 192;

  /** For an undecided rounding with a chance of about 2^-10. */
  public static final int ROUNDING = 10;

  /** Against the errors of a closed form, which are those of its last few operations. */
  public static final int CLOSED_FORM = 8;

  /** Against the errors of some thousand sums and products. */
  public static final int PRODUCTS = 16;

  /** Against what a power series loses while its coefficients grow. */
  public static final int SERIES = 32;

  /** Against the errors of the few hundred operations of a kernel at one point, and then some. */
  public static final int KERNEL = 64;

  /** Of bounds of errors, of which little more than the order of magnitude counts. */
  public static final BallArithmetic BOUNDS = BallArithmetic.ofBits(64);

  /** Of constants that are printed to some fifteen digits. */
  public static final BallArithmetic CONSTANTS = BallArithmetic.ofBits(128);

  /** Of what tails and laws are made of. */
  public static final BallArithmetic TAILS = BallArithmetic.ofBits(TAIL);

  private Precision() {}
}
