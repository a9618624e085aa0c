package dev.zonal.spectrum.quadrature;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import java.math.BigInteger;

/**
 * A panel with the ellipse chosen for it and the rule applied to it (docs/theory.md, section 7).
 */
record PanelRule(Panel panel, Panel.Choice choice, GaussLegendreRule gauss) {
  private static final Ball HALF = Ball.of(BigInteger.ONE, -1, 0, 0);

  /** The node as an angle: (index + 1/2 + x/2) pi / 2^level. */
  Ball theta(BallArithmetic over, int i) {
    Ball inPanel = over.add(gauss.node(i), Ball.exact(2 * panel.index() + 1));
    return over.multiply(inPanel, halfLength(over));
  }

  Ball weight(BallArithmetic over, int i) {
    return over.multiply(gauss.weight(i), halfLength(over));
  }

  private Ball halfLength(BallArithmetic over) {
    return over.multiply(over.pi(), Ball.of(BigInteger.ONE, -panel.level() - 1L, 0, 0));
  }

  /**
   * Corollary 7.2a without c_d: a ball whose upper end bounds the error at frequency k and below.
   */
  Ball truncation(BallArithmetic over, int dimension, long k) {
    Ball rho = Ball.exact(choice.rho());
    Ball inverse = over.divide(Ball.exact(1), rho);
    Ball h = halfLength(over);
    Ball y = over.multiply(over.multiply(h, over.subtract(rho, inverse)), HALF);
    Ball growth = over.exp(over.multiply(y, Ball.exact(k)));
    Ball e = over.exp(y);
    Ball cosh = over.multiply(over.add(e, over.divide(Ball.exact(1), e)), HALF);
    Ball decay =
        over.divide(
            over.power(inverse, 2L * gauss.size()),
            over.subtract(Ball.exact(1), over.square(inverse)));
    Ball factor = over.divide(over.multiply(h, Ball.exact(64)), Ball.exact(15));
    Ball size = over.multiply(factor, over.multiply(Ball.exact(choice.bound()), growth));
    return over.multiply(size, over.multiply(over.power(cosh, dimension - 2L), decay));
  }
}
