package dev.zonal.arithmetic;

import java.util.Optional;

/**
 * A real parameter of a kernel that is known exactly, or of which all that is known is exact bounds:
 * a kernel never holds a rounded number.
 */
public sealed interface Parameter permits Rational, RationalPower, ParameterInterval, Symbol {
  /**
   * The parameter as a number of the given arithmetic.
   *
   * @throws dev.zonal.arithmetic.DomainException if the parameter is a symbol and the arithmetic is
   *     numerical
   */
  <T> T in(Arithmetic<T> over);

  /** The square, where it is rational. */
  Optional<Rational> rationalSquare();

  /** The square as a number of the given arithmetic, from the exact square where there is one. */
  default <T> T squareIn(Arithmetic<T> over) {
    return rationalSquare().map(over::of).orElseGet(() -> over.square(in(over)));
  }

  /** Whether this is the number zero. */
  default boolean isZero() {
    return false;
  }
}
