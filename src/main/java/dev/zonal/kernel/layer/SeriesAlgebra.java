package dev.zonal.kernel.layer;

/**
 * What somebody wants to know of power series in u whose coefficients are not negative
 * (docs/theory.md, Proposition 9.15), without their sizes: nothing cancels among them, so that
 * which coefficients are positive follows from operation to operation (Lemma 17.4b). A kernel
 * states how it is composed of such series over any algebra, as it states its values over any
 * arithmetic.
 *
 * @param <S> what is known of a series
 */
public interface SeriesAlgebra<S> {
  /** 0. */
  S zero();

  /** A positive multiple of u^n, n at least 0. */
  S power(int n);

  /**
   * A series of which infinitely many coefficients of one parity are positive, and none of the
   * other.
   *
   * @param odd whether of the odd powers
   */
  S infinite(boolean odd);

  S sum(S first, S second);

  S product(S first, S second);

  /**
   * The outer series of the inner one, where that converges.
   *
   * @throws IllegalArgumentException if the inner one is zero
   */
  S composition(S outer, S inner);

  S derivative(S series);
}
