package dev.zonal.theorem.family;

import static dev.zonal.theorem.family.Amount.INFINITE;
import static dev.zonal.theorem.family.Amount.SOME;
import static dev.zonal.theorem.family.Amount.UNKNOWN;

/**
 * What is known of the positive coefficients of a power series in u without negative ones: bounds
 * from below, which sums, products and compositions keep (docs/theory.md, Lemma 27.1).
 *
 * @param even of the even powers
 * @param odd of the odd powers
 */
public record Amounts(Amount even, Amount odd) {
  /** Nothing is known. */
  public static final Amounts NOTHING = new Amounts(UNKNOWN, UNKNOWN);

  static Amounts power(int n) {
    return n % 2 == 0 ? new Amounts(SOME, UNKNOWN) : new Amounts(UNKNOWN, SOME);
  }

  static Amounts series(boolean odd) {
    return odd ? new Amounts(UNKNOWN, INFINITE) : new Amounts(INFINITE, UNKNOWN);
  }

  /** Infinitely many of either parity. */
  public boolean areInfinite() {
    return even == INFINITE && odd == INFINITE;
  }

  /** Whether whatever has these amounts has the others. */
  public boolean imply(Amounts other) {
    return even.compareTo(other.even) >= 0 && odd.compareTo(other.odd) >= 0;
  }

  Amounts sum(Amounts other) {
    return new Amounts(even.or(other.even), odd.or(other.odd));
  }

  Amounts product(Amounts other) {
    return new Amounts(
        even.plus(other.even).or(odd.plus(other.odd)),
        even.plus(other.odd).or(odd.plus(other.even)));
  }

  Amounts derivative() {
    return new Amounts(/* even= */ odd, /* odd= */ even.when(even == INFINITE));
  }

  /** The series of an inner one of which an odd power is known and no even one. */
  Amounts ofOdd(Amounts inner) {
    return new Amounts(even, odd == SOME ? inner.odd : odd);
  }

  /** The series of an inner one of which an even power is known and no odd one. */
  Amounts ofEven(Amounts inner) {
    boolean rises = inner.even == INFINITE && (odd.isKnown() || even == INFINITE);
    Amount known = SOME.when(even.isKnown() || odd.isKnown());
    return new Amounts(rises ? INFINITE : known, UNKNOWN);
  }

  /** The series of an inner one of which an even and an odd power are known. */
  Amounts ofMixed(Amounts inner) {
    if (even == INFINITE || odd == INFINITE) {
      return new Amounts(INFINITE, INFINITE);
    }
    return odd == SOME ? inner : new Amounts(even, UNKNOWN);
  }
}
