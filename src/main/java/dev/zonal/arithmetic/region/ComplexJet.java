package dev.zonal.arithmetic.region;

/**
 * A holomorphic function on a closed disc, the box, to first order: enclosures of its value at the
 * centre of the box, of its derivative on all of the box, and of its values on all of the box
 * (docs/theory.md, Lemma 4.5).
 *
 * @param value contains g(c)
 * @param derivative contains g'(z) for all z in the box
 * @param range contains g(z) for all z in the box
 */
public record ComplexJet(ComplexDisc value, ComplexDisc derivative, ComplexDisc range) {
  /** Whether the function is certainly constant. */
  public boolean isConstant() {
    return derivative.isZero();
  }
}
