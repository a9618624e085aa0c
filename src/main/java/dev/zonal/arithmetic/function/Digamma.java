package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.context.Context;
import java.util.List;

/**
 * The logarithmic derivative psi of the gamma function at positive rational arguments, by a shift
 * and Stirling's series with its remainder (docs/theory.md, Proposition 3.12).
 *
 * @param over the arithmetic whose precision the absolute accuracy is about
 */
public record Digamma(BallArithmetic over) {
  private static final int GUARD = 32;

  /**
   * psi(x); relatively accurate except near its zero at 1.46.
   *
   * @throws DomainException unless x is positive
   */
  public Ball at(Rational x) {
    if (x.signum() <= 0) {
      throw new DomainException("psi at " + x + ", which is not positive");
    }
    BallArithmetic wide = BallArithmetic.ofBits(over.bits() + GUARD);
    int shift = GammaFunction.shift(x, wide.bits());
    Rational argument = x.add(shift);
    int terms = GammaFunction.terms(wide.bits(), argument.floor().bitLength() - 1);
    Ball sum = stirling(wide, argument, GammaFunction.COEFFICIENTS.ofAtLeast(terms), terms);
    for (int i = shift - 1; i >= 0; i--) {
      Context.checkpoint();
      sum = wide.subtract(sum, wide.divide(Ball.exact(1), wide.of(x.add(i))));
    }
    return over.round(sum);
  }

  /**
   * psi(x) by the terms of the first coefficients but one, or fewer.
   *
   * @param coefficients B_2k/(2k (2k-1)) for k from 1 on
   */
  static Ball stirling(BallArithmetic wide, Rational x, List<Rational> coefficients, int count) {
    Ball argument = wide.of(x);
    Ball reciprocal = wide.divide(Ball.exact(1), argument);
    Ball square = wide.square(reciprocal);
    Ball sum = wide.subtract(wide.log(argument), reciprocal.shifted(-1));
    Ball power = square;
    for (int k = 1; ; k++) {
      Ball term = wide.scale(power, coefficients.get(k - 1).multiply(2 * k - 1));
      if (k == count || term.binaryOrder() < -wide.bits()) {
        // the first omitted term bounds the remainder
        return sum.inflate(term);
      }
      sum = wide.subtract(sum, term);
      power = wide.multiply(power, square);
    }
  }
}
