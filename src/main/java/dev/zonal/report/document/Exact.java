package dev.zonal.report.document;

import dev.zonal.arithmetic.PiRational;

/**
 * Numbers that are known exactly, as rational multiples of powers of pi: {@code -2/15}, {@code
 * 1/4*pi^-2}.
 */
public final class Exact {
  /** Fractions with longer numerators or denominators are not written. */
  private static final int MOST_DIGITS = 1000;

  private static final int MOST_BITS = (int) (MOST_DIGITS * 3.3219);

  private Exact() {}

  public static String of(PiRational value) {
    String rational = value.coefficient().toString();
    return value.power() == 0 ? rational : rational + "*pi^" + value.power();
  }

  /** Whether the number is short enough to be written. */
  static boolean isModerate(PiRational value) {
    return value.coefficient().numerator().bitLength() <= MOST_BITS
        && value.coefficient().denominator().bitLength() <= MOST_BITS;
  }
}
