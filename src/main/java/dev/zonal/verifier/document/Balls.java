package dev.zonal.verifier.document;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import java.math.BigDecimal;

/** The arithmetic of the verifier: balls of 192 bits, in words as short as the formulas are. */
public final class Balls {
  public static final BallArithmetic OVER = BallArithmetic.ofBits(192);
  public static final Ball ZERO = Ball.exact(0);
  public static final Ball ONE = Ball.exact(1);

  private Balls() {}

  public static Ball of(Rational value) {
    return OVER.of(value);
  }

  public static Ball of(double value) {
    return OVER.of(Rational.of(value));
  }

  /** In a time that the size of the exponent hardly adds to. */
  public static Ball of(BigDecimal value) {
    Ball digits = OVER.of(Rational.of(value.unscaledValue()));
    return OVER.multiply(digits, OVER.power(Ball.exact(10), -(long) value.scale()));
  }

  public static Ball sum(Ball... summands) {
    Ball sum = ZERO;
    for (Ball summand : summands) {
      sum = OVER.add(sum, summand);
    }
    return sum;
  }

  public static Ball product(Ball... factors) {
    Ball product = ONE;
    for (Ball factor : factors) {
      product = OVER.multiply(product, factor);
    }
    return product;
  }

  public static Ball minus(Ball a, Ball b) {
    return OVER.subtract(a, b);
  }

  public static Ball quotient(Ball a, Ball b) {
    return OVER.divide(a, b);
  }

  public static Ball power(Ball base, Rational exponent) {
    return OVER.power(base, exponent);
  }

  /** A ball whose upper end is at least |x|, and whose lower end is not above |x|. */
  public static Ball absolute(Ball x) {
    if (x.isPositive()) {
      return x;
    }
    Ball negative = OVER.negate(x);
    return x.isNegative() ? negative : Ball.hull(ZERO, Ball.hull(x, negative));
  }

  /** Lambda_k(s), Lemma 9.3; where s is an even integer from 0 on, Lambda_k'(s) for 2k above s. */
  public static Ball lambda(int dimension, Rational s, long k) {
    return ChordPowerSpectrum.singular(dimension, s).at(k).enclose(OVER);
  }

  /** kappa_d(s), Lemmas 12.2 and 12.13. */
  public static Ball kappa(int dimension, Rational s) {
    return ChordPowerSpectrum.limit(OVER, dimension, s);
  }

  /** n/2. */
  public static Rational half(long n) {
    return Rational.of(n, 2L);
  }

  public static boolean isEven(Rational x) {
    return x.divide(2).isInteger();
  }

  public static Rational least(Rational a, Rational b) {
    return b.compareTo(a) < 0 ? b : a;
  }
}
