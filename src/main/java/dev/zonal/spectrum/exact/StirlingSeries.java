package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import java.math.BigInteger;
import java.util.List;

/**
 * Gamma of rational arguments by Stirling's series, whose error for a positive argument is at most
 * the first term left out (docs/theory.md, Lemma 9.12).
 */
final class StirlingSeries {
  private final BallArithmetic over;
  private final List<Rational> bernoulli;

  StirlingSeries(BallArithmetic over) {
    this.over = over;
    // From the least argument on, terms up to this one fall below the precision.
    this.bernoulli = BernoulliNumbers.even(over.bits() / 6 + 10);
  }

  /** From here on the series reaches the precision. */
  long leastArgument() {
    return over.bits() / 4 + 16L;
  }

  /**
   * log Gamma(x), with an absolute error near 2^-bits log Gamma(x).
   *
   * @param x at least {@link #leastArgument()}
   */
  Ball logGamma(Rational x) {
    Ball argument = over.of(x);
    Ball main =
        over.subtract(
            over.multiply(over.of(x.subtract(Rational.of(1, 2))), over.log(argument)), argument);
    Ball constant = over.scale(over.log(over.scale(over.pi(), Rational.of(2))), Rational.of(1, 2));
    return over.add(over.add(main, constant), correction(argument, bernoulli.size()));
  }

  /**
   * Sum_j B_2j/(2j (2j-1) x^(2j-1)).
   *
   * @param terms how many may be taken at most, that which bounds the error included
   */
  Ball correction(Ball x, int terms) {
    Ball inverse = over.divide(over.of(1), x);
    Ball square = over.square(inverse);
    Ball power = inverse;
    Ball sum = over.of(0);
    for (int j = 1; ; j++) {
      Ball term =
          over.scale(power, bernoulli.get(j - 1).divide(Rational.of(2L * j * (2L * j - 1))));
      if (term.magnitude() < -over.bits() || j == terms) {
        return sum.inflate(term);
      }
      sum = over.add(sum, term);
      power = over.multiply(power, square);
    }
  }

  /**
   * Gamma(x).
   *
   * @param x rational, of moderate size, not a pole
   */
  Ball gamma(Rational x) {
    BigInteger floor = x.numerator().divide(x.denominator());
    long steps = Math.max(0, leastArgument() + 1 - floor.longValueExact());
    return over.divide(over.exp(logGamma(x.add(Rational.of(steps)))), rising(over, x, steps));
  }

  /** The rising factorial (x)_n as a product of n rational numbers. */
  static Ball rising(BallArithmetic over, Rational x, long n) {
    BigInteger q = x.denominator();
    BigInteger p = x.numerator();
    Ball product = over.of(1);
    BigInteger chunk = BigInteger.ONE;
    for (long i = 0; i < n; i++) {
      chunk = chunk.multiply(p.add(q.multiply(BigInteger.valueOf(i))));
      if (chunk.bitLength() > 512) {
        Context.checkpoint();
        product = over.multiply(product, over.of(Rational.of(chunk)));
        chunk = BigInteger.ONE;
      }
    }
    Ball denominator = over.power(over.of(Rational.of(q)), n);
    return over.divide(over.multiply(product, over.of(Rational.of(chunk))), denominator);
  }
}
