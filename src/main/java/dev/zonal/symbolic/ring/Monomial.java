package dev.zonal.symbolic.ring;

import java.util.Arrays;

/**
 * A product of powers of generators, by their indices; exponents may be negative. Compared by total
 * order of the exponents, for a stable order of terms.
 */
final class Monomial implements Comparable<Monomial> {
  static final Monomial ONE = new Monomial(new int[0]);

  private final int[] exponents;
  private final int hash;

  private Monomial(int[] exponents) {
    this.exponents = exponents;
    this.hash = Arrays.hashCode(exponents);
  }

  static Monomial power(int generator, int exponent) {
    int[] exponents = new int[generator + 1];
    exponents[generator] = exponent;
    return new Monomial(trimmed(exponents));
  }

  private static int[] trimmed(int[] exponents) {
    int length = exponents.length;
    while (length > 0 && exponents[length - 1] == 0) {
      length--;
    }
    return length == exponents.length ? exponents : Arrays.copyOf(exponents, length);
  }

  /** One more than the largest generator that occurs. */
  int width() {
    return exponents.length;
  }

  int exponent(int generator) {
    return generator < exponents.length ? exponents[generator] : 0;
  }

  Monomial times(Monomial other) {
    int[] sum = Arrays.copyOf(exponents, Math.max(exponents.length, other.exponents.length));
    for (int i = 0; i < other.exponents.length; i++) {
      sum[i] += other.exponents[i];
    }
    return new Monomial(trimmed(sum));
  }

  Monomial inverse() {
    return new Monomial(Arrays.stream(exponents).map(e -> -e).toArray());
  }

  /** The square root, or null if an exponent is odd. */
  Monomial root() {
    if (Arrays.stream(exponents).anyMatch(e -> (e & 1) != 0)) {
      return null;
    }
    return new Monomial(Arrays.stream(exponents).map(e -> e / 2).toArray());
  }

  @Override
  public int compareTo(Monomial other) {
    return Arrays.compare(exponents, other.exponents);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monomial that && Arrays.equals(exponents, that.exponents);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
