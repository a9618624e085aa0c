package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;

/** Decimal numbers as balls. */
final class Decimals {
  private Decimals() {}

  /**
   * A ball that contains the number, tight to 192 bits, in a time that its exponent hardly adds to.
   */
  static Ball ball(BigDecimal value) {
    Ball digits = Tail.OVER.of(BigFraction.of(value.unscaledValue()));
    return Tail.OVER.multiply(digits, Tail.OVER.power(Ball.exact(10), -(long) value.scale()));
  }
}
