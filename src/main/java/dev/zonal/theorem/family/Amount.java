package dev.zonal.theorem.family;

import java.util.Locale;

/** How many coefficients of a parity are known to be positive. */
public enum Amount {
  /** None is known to be. */
  UNKNOWN,
  /** One at least. */
  SOME,
  /** Infinitely many. */
  INFINITE;

  boolean isKnown() {
    return this != UNKNOWN;
  }

  Amount or(Amount other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Of the sums of one exponent each. */
  Amount plus(Amount other) {
    return isKnown() && other.isKnown() ? or(other) : UNKNOWN;
  }

  /** This amount, if a condition holds. */
  Amount when(boolean holds) {
    return holds ? this : UNKNOWN;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
