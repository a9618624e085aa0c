package dev.zonal.theorem;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.kernel.ChordAngle;
import dev.zonal.kernel.ResidualTangentKernel;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How far a residual tangent kernel is from that of one block in the supremum norm (docs/theory.md,
 * Lemma 13.7):
 *
 * <pre>
 *   |f_L(-1)| &lt;= sup |f_L - f_1|
 *           &lt;= 1/L Sum_{l=0..L-1} (m_l + asin(sqrt(m_l/2))/pi + min(1, sigma (L-1-l))),
 *   m_l = min(2, l sigma).
 * </pre>
 *
 * @param least a ball whose lower end is a lower bound
 * @param most a ball whose upper end is an upper bound
 */
public record OneLayerDistance(Ball least, Ball most) {

  /** The bounds for a kernel without bias and with the blocks trained. */
  static OneLayerDistance of(ResidualTangentKernel kernel, BallArithmetic over) {
    int depth = kernel.depth();
    Ball square = kernel.alpha().squareIn(over);
    Ball sigma = over.divide(square, over.add(square, Ball.exact(1)));
    Ball sum = Ball.exact(0);
    for (int l = 0; l < depth; l++) {
      sum = over.add(sum, over.add(modulus(over, sigma, l), product(over, sigma, depth - 1 - l)));
    }
    Ball antipode = kernel.evaluate(over, ChordAngle.ofCosine(over, BigFraction.of(-1)));
    Ball size = antipode.isNegative() ? over.negate(antipode) : antipode;
    return new OneLayerDistance(size, over.scale(sum, BigFraction.of(1, depth)));
  }

  private static Ball modulus(BallArithmetic over, Ball sigma, int l) {
    if (l == 0) {
      return Ball.exact(0);
    }
    Ball shift = over.scale(sigma, BigFraction.of(l));
    if (!shift.certainlyLess(Ball.exact(2))) {
      return over.add(Ball.exact(2), over.of(BigFraction.of(1, 2)));
    }
    Ball root = over.sqrt(over.scale(shift, BigFraction.of(1, 2)));
    return over.add(shift, over.divide(over.asin(root), over.pi()));
  }

  private static Ball product(BallArithmetic over, Ball sigma, int factors) {
    Ball bound = over.scale(sigma, BigFraction.of(factors));
    return bound.certainlyLess(Ball.exact(1)) ? bound : Ball.exact(1);
  }
}
