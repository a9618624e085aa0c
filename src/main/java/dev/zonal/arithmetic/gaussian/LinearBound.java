package dev.zonal.arithmetic.gaussian;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;

/**
 * The bound |g(z)| &lt;= constant + slope |z| of a function in a strip.
 *
 * @param constant not negative
 * @param slope not negative
 */
record LinearBound(Ball constant, Ball slope) {
  static LinearBound constant(Ball constant) {
    return new LinearBound(constant, Ball.exact(0));
  }

  static LinearBound linear(Ball slope) {
    return new LinearBound(Ball.exact(0), slope);
  }

  /** The bound where |z| is at most r. */
  Ball at(BallArithmetic over, Ball r) {
    return over.add(constant, over.multiply(slope, r));
  }

  /** The bound of the function times a positive number. */
  LinearBound scaled(BallArithmetic over, Rational factor) {
    return new LinearBound(over.scale(constant, factor), over.scale(slope, factor));
  }

  /** The bound of a sum of two functions. */
  LinearBound plus(BallArithmetic over, LinearBound other) {
    return new LinearBound(over.add(constant, other.constant), over.add(slope, other.slope));
  }
}
