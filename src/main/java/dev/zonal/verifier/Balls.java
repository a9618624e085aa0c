package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.spectrum.ChordPowerSpectrum;
import java.math.BigDecimal;

/** The arithmetic of the verifier: balls of 192 bits, in words as short as the formulas are. */
final class Balls {
  static final BallArithmetic OVER = BallArithmetic.ofBits(192);
  static final Ball ZERO = Ball.exact(0);
  static final Ball ONE = Ball.exact(1);

  private Balls() {}

  static Ball of(Rational value) {
    return OVER.of(value);
  }

  static Ball of(double value) {
    return OVER.of(Rational.of(value));
  }

  /** In a time that the size of the exponent hardly adds to. */
  static Ball of(BigDecimal value) {
    Ball digits = OVER.of(Rational.of(value.unscaledValue()));
    return OVER.multiply(digits, OVER.power(Ball.exact(10), -(long) value.scale()));
  }

  static Ball sum(Ball... summands) {
    Ball sum = ZERO;
    for (Ball summand : summands) {
      sum = OVER.add(sum, summand);
    }
    return sum;
  }

  static Ball product(Ball... factors) {
    Ball product = ONE;
    for (Ball factor : factors) {
      product = OVER.multiply(product, factor);
    }
    return product;
  }

  static Ball minus(Ball a, Ball b) {
    return OVER.subtract(a, b);
  }

  static Ball over(Ball a, Ball b) {
    return OVER.divide(a, b);
  }

  static Ball power(Ball base, Rational exponent) {
    return OVER.power(base, exponent);
  }

  /** A ball whose upper end is at least |x|, and whose lower end is not above |x|. */
  static Ball absolute(Ball x) {
    if (x.isPositive()) {
      return x;
    }
    Ball negative = OVER.negate(x);
    return x.isNegative() ? negative : Ball.hull(ZERO, Ball.hull(x, negative));
  }

  /** Lambda_k(s), Lemma 9.3. */
  static Ball lambda(int dimension, Rational s, long k) {
    return ChordPowerSpectrum.of(dimension, s).at(k).enclose(OVER);
  }

  /** kappa_d(s), Lemma 12.2. */
  static Ball kappa(int dimension, Rational s) {
    return ChordPowerSpectrum.limit(OVER, dimension, s);
  }

  /** n/2. */
  static Rational half(long n) {
    return Rational.of(n, 2L);
  }

  static boolean isEven(Rational x) {
    return x.divide(2).isInteger();
  }

  static Rational least(Rational a, Rational b) {
    return b.compareTo(a) < 0 ? b : a;
  }
}
