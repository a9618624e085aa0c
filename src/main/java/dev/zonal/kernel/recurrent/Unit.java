package dev.zonal.kernel.recurrent;

import dev.zonal.arithmetic.Rational;

/**
 * A unit (l, t) of a recurrent network by its variance v and by the value d of its tangent kernel
 * at u = 1, and by what they come from (docs/theory.md, Section 22.1): with m = E phi^2 for the
 * variance 1,
 *
 * <pre>
 *   v_(l,t) = input + sw2 m v_(l,t-1) + su2 m v_(l-1,t) + constant,
 *   d_(l,t) = v_(l,t) + sw2 m d_(l,t-1) + su2 m d_(l-1,t).
 * </pre>
 *
 * @param number its number, from 1
 * @param variance v
 * @param tangent d
 * @param input the part of v that comes from the input
 * @param past that from the unit (l, t-1)
 * @param below that from the unit (l-1, t)
 * @param ofPast the part of d that comes from the unit (l, t-1)
 * @param ofBelow that from the unit (l-1, t)
 */
record Unit(
    int number,
    Rational variance,
    Rational tangent,
    Rational input,
    Rational past,
    Rational below,
    Rational ofPast,
    Rational ofBelow) {

  /** The part of v that comes from biases and from the state before the first step. */
  Rational constant() {
    return Rational.ONE.subtract(input).subtract(past).subtract(below);
  }

  /** The part of d that is v. */
  Rational own() {
    return Rational.ONE.subtract(ofPast).subtract(ofBelow);
  }

  /** Whether the unit sees the input as it is. */
  boolean isInput() {
    return input.equals(Rational.ONE);
  }
}
