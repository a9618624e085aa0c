package dev.zonal.theorem.geometric;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.value.Precision;

/**
 * A sequence v_n that is near its limit from n0 on: n (v_n - limit)/n0 lies in the interval {@code
 * deviation} for all n &gt;= n0 (docs/theory.md, Lemma 17.6).
 *
 * @param limit an enclosure of the limit
 * @param deviation of v_n at n0, and n/n0 times that of later ones
 */
record NearLimit(Ball limit, Ball deviation) {
  static final BallArithmetic OVER = Precision.TAILS;
  static final Ball UNIT = Ball.hull(Ball.exact(0), Ball.exact(1));

  /** The same number for all n. */
  static NearLimit of(Ball constant) {
    return new NearLimit(constant, Ball.exact(0));
  }

  static NearLimit of(Rational constant) {
    return of(OVER.of(constant));
  }

  /**
   * 1/(n + h).
   *
   * @throws IllegalArgumentException if n0 + h is not positive
   */
  static NearLimit reciprocal(Rational h, long from) {
    Ball range = Ball.hull(Ball.exact(1), OVER.of(growth(h, from)));
    return new NearLimit(Ball.exact(0), OVER.scale(range, Rational.of(1, from)));
  }

  /** (n + j)/(n + h). */
  static NearLimit quotient(Rational j, Rational h, long from) {
    return of(Rational.ONE).plus(reciprocal(h, from).times(j.subtract(h)));
  }

  /** Numbers from 0 to c/((n + h)(n + g)), or from that to 0. */
  static NearLimit ofSecondOrder(Ball c, Rational h, Rational g, long from) {
    Rational largest =
        Rational.of(1, from)
            .divide(from)
            .multiply(atLeastOne(growth(h, from)))
            .multiply(atLeastOne(growth(g, from)));
    return new NearLimit(Ball.exact(0), OVER.multiply(UNIT, OVER.scale(c, largest)));
  }

  /** n0/(n0 + h), which bounds n/(n + h). */
  private static Rational growth(Rational h, long from) {
    if (h.add(from).signum() <= 0) {
      throw new IllegalArgumentException("the sequence has a pole beyond n0 = " + from);
    }
    return Rational.of(from).divide(h.add(from));
  }

  private static Rational atLeastOne(Rational x) {
    return x.compareTo(Rational.ONE) > 0 ? x : Rational.ONE;
  }

  NearLimit plus(NearLimit other) {
    return new NearLimit(OVER.add(limit, other.limit), OVER.add(deviation, other.deviation));
  }

  NearLimit minus(NearLimit other) {
    return plus(other.times(Rational.ONE.negate()));
  }

  NearLimit times(Rational factor) {
    return new NearLimit(OVER.scale(limit, factor), OVER.scale(deviation, factor));
  }

  NearLimit times(NearLimit other) {
    Ball mixed =
        OVER.add(OVER.multiply(limit, other.deviation), OVER.multiply(deviation, other.limit));
    Ball both = OVER.multiply(UNIT, OVER.multiply(deviation, other.deviation));
    return new NearLimit(OVER.multiply(limit, other.limit), OVER.add(mixed, both));
  }

  /** The sequence over its limit, which must not be zero. */
  NearLimit relative() {
    return new NearLimit(Ball.exact(1), OVER.divide(deviation, limit));
  }

  /** What means of numbers of the sequence from n on are near to, for every n. */
  NearLimit ofMeans() {
    return new NearLimit(limit, Ball.hull(Ball.exact(0), deviation));
  }
}
