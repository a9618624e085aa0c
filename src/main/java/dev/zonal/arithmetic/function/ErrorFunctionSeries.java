package dev.zonal.arithmetic.function;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.ball.Magnitude;

/**
 * The error function at a point by its series of positive terms, erf x = 2/sqrt(pi) exp(-x^2) sum_n
 * 2^n x^(2n+1)/(2n+1)!! (docs/theory.md, Lemma 24.1).
 */
final class ErrorFunctionSeries {
  private static final int GUARD = 16;
  private static final Rational FOUR = Rational.of(4);
  private static final Rational TWO = Rational.of(2);

  private ErrorFunctionSeries() {}

  /**
   * @param x exact
   * @param bits of the result
   */
  static Ball at(Ball x, int bits) {
    if (x.mantissa().signum() == 0) {
      return x;
    }
    Ball y = x.abs();
    BallArithmetic coarse = BallArithmetic.ofBits(64);
    if (coarse.multiply(y, y).certainlyGreater(Ball.exact(bits))) {
      // 1 - erf y <= exp(-y^2) < 2^-bits.
      Ball one = Ball.exact(1).inflate(Magnitude.powerOfTwo(-bits));
      return x.mantissa().signum() < 0 ? one.negated() : one;
    }
    int spare =
        2 * Math.max(0, (int) y.binaryOrder())
            + GUARD
            + Integer.SIZE
            - Integer.numberOfLeadingZeros(bits);
    BallArithmetic over = BallArithmetic.ofBits(bits + spare);
    Ball square = over.square(y);
    Ball bound = over.scale(square, FOUR);
    Ball term = y;
    Ball sum = y;
    long n = 0;
    while (true) {
      n++;
      term = over.scale(over.multiply(term, square), Rational.of(2, 2 * n + 1));
      boolean isHalving = bound.certainlyLess(Ball.exact(2 * n + 3));
      if (isHalving && term.binaryOrder() < sum.binaryOrder() - bits - GUARD) {
        break;
      }
      sum = over.add(sum, term);
    }
    // The terms from this one on are at most twice this one together.
    sum = over.add(sum, term.inflate(term.upperMagnitude()));
    Ball factor = over.multiply(over.exp(over.negate(square)), over.scale(sum, TWO));
    Ball value = over.divide(factor, over.sqrt(over.pi()));
    return x.mantissa().signum() < 0 ? value.negated() : value;
  }
}
