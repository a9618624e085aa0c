package dev.zonal.verifier.geometric;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.quotient;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;

/**
 * Theorem 17.8.
 *
 * @param order mu
 * @param scale pi Theta(1)
 */
record OneLayer(Coefficients coefficients, Rational order, Ball scale) implements Ratios {
  @Override
  public boolean decrease() {
    return coefficients.decrease();
  }

  @Override
  public Slope limiting() {
    return coefficients.over(order).times(Slope.of(quotient(ONE, scale)));
  }
}
