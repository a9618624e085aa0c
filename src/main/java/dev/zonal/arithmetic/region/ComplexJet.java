package dev.zonal.arithmetic.region;

/**
 * A holomorphic function on a closed disc, the box, to first order: enclosures of its value at the
 * centre of the box, of its derivative on all of the box, and of its values on all of the box
 * (docs/theory.md, Lemma 4.5).
 *
 * <p>The function may depend on a number t, |t| at most 1, besides: then all this holds for every
 * t, but for the value, which is that at t = 0 (Lemma 28.2).
 *
 * @param value contains g(c)
 * @param derivative contains g'(z) for all z in the box
 * @param drift contains dg/dt for all z in the box and all t
 * @param range contains g(z) for all z in the box and all t
 */
public record ComplexJet(
    ComplexDisc value, ComplexDisc derivative, ComplexDisc drift, ComplexDisc range) {
  /** A function that depends on nothing else. */
  public ComplexJet(ComplexDisc value, ComplexDisc derivative, ComplexDisc range) {
    this(value, derivative, ComplexDisc.ZERO, range);
  }

  /** Whether the function is certainly constant on the box, for every t. */
  public boolean isConstant() {
    return derivative.isZero();
  }
}
