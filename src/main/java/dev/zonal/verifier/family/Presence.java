package dev.zonal.verifier.family;

/**
 * How many coefficients of each parity are positive at least, of a power series in u without
 * negative ones: 0 where nothing is known, 1 for one, 2 for infinitely many (docs/theory.md, Lemma
 * 27.1).
 */
record Presence(int even, int odd) {
  static final int INFINITE = 2;

  boolean isInfinite() {
    return even == INFINITE && odd == INFINITE;
  }

  boolean covers(Presence other) {
    return even >= other.even && odd >= other.odd;
  }

  static Presence power(int n) {
    return n % 2 == 0 ? new Presence(1, 0) : new Presence(0, 1);
  }

  Presence sum(Presence other) {
    return new Presence(Math.max(even, other.even), Math.max(odd, other.odd));
  }

  Presence product(Presence other) {
    return new Presence(
        Math.max(times(even, other.even), times(odd, other.odd)),
        Math.max(times(even, other.odd), times(odd, other.even)));
  }

  private static int times(int first, int second) {
    return first * second == 0 ? 0 : Math.max(first, second);
  }

  /** An odd exponent is 1 at least; the even one that is known may be 0, which leaves nothing. */
  Presence derivative() {
    return new Presence(/* even= */ odd, /* odd= */ even == INFINITE ? INFINITE : 0);
  }

  /** Of this series at the inner one: the parts of Lemma 27.1(e), whatever is known. */
  Presence of(Presence inner) {
    boolean mixes = inner.even > 0 && inner.odd > 0 && (even == INFINITE || odd == INFINITE);
    boolean evens =
        even == INFINITE && (inner.odd > 0 || inner.even == INFINITE)
            || odd > 0 && inner.even == INFINITE;
    boolean odds = odd == INFINITE && inner.odd > 0 || odd > 0 && inner.odd == INFINITE;
    boolean anEven = even > 0 && inner.even + inner.odd > 0 || odd > 0 && inner.even > 0;
    boolean anOdd = odd > 0 && inner.odd > 0;
    return new Presence(
        mixes || evens ? INFINITE : anEven ? 1 : 0, mixes || odds ? INFINITE : anOdd ? 1 : 0);
  }
}
