package dev.zonal.verifier.geometric;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.ZERO;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.verifier.document.Balls;

/**
 * A sequence v_n with (v_n - limit) n/n0 in {@code slope} for all n &gt;= n0 (docs/theory.md, Lemma
 * 17.6).
 */
record Slope(Ball limit, Ball slope) {
  static final Ball UNIT = Ball.hull(ZERO, ONE);

  static Slope of(Ball constant) {
    return new Slope(constant, ZERO);
  }

  /** 1/(n + h), n0 + h &gt; 0. */
  static Slope over(Rational h, long from) {
    Ball range = Ball.hull(ONE, Balls.of(Rational.of(from).divide(h.add(from))));
    return new Slope(ZERO, product(range, Balls.of(Rational.of(1, from))));
  }

  /** Between 0 and c/((n + h) (n + h + 1)), n0 + h &gt; 0. */
  static Slope square(Ball c, Rational h, long from) {
    Rational start = Balls.least(h, Rational.ZERO).add(from);
    Rational next = Balls.least(h.add(1), Rational.ZERO).add(from);
    Ball most = product(c, Balls.of(start.multiply(next).reciprocal()));
    return new Slope(ZERO, product(UNIT, most));
  }

  Slope plus(Slope other) {
    return new Slope(sum(limit, other.limit), sum(slope, other.slope));
  }

  Slope times(Rational factor) {
    return times(of(Balls.of(factor)));
  }

  /** (v + tD)(w + tE) = vw + t(v E + D (w + tE)), 0 &lt; t &lt;= 1. */
  Slope times(Slope other) {
    Ball reach = sum(other.limit, product(UNIT, other.slope));
    return new Slope(
        product(limit, other.limit), sum(product(limit, other.slope), product(slope, reach)));
  }

  /** Of one sign, 1 or -1, or 0 if neither is certain; 1 for constants, too. */
  boolean isOf(int sign) {
    return sign > 0 ? slope.isNonNegative() : slope.negated().isNonNegative();
  }
}
