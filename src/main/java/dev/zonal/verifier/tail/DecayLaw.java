package dev.zonal.verifier.tail;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.minus;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Interval.Known;

/**
 * The decay law of a tail, eta_k = C K^-E (1 + e_k) with |e_k| &lt;= B (K0/K)^q, and where the k^E
 * eta_k lie (docs/theory.md, Lemma 12.8, Corollary 12.11, Theorem 13.3).
 *
 * @param tail one that the law {@link #reaches}
 */
public record DecayLaw(Tail tail) {
  private static final Rational TWO = Rational.of(2);

  /**
   * The hypotheses of Lemma 12.8: m = E &gt; 0, 2 K0 &gt; m. An even s_0 stands for r^s_0 log r,
   * and the lemma holds as well (Lemma 12.13): a polynomial has no tail.
   */
  public static boolean reaches(Tail tail) {
    Rational m = tail.decayExponent();
    return m.signum() > 0 && m.compareTo(tail.start().multiply(2)) < 0;
  }

  private boolean hasSecondTerm() {
    return tail.terms().size() > 1;
  }

  /** How far the second power of the chord is above the leading one: s_1 - s_0. */
  private Rational gap() {
    return tail.terms().get(1).exponent().subtract(tail.exponent());
  }

  /** The power q of 1/K with which the relative error of the law decays. */
  private Rational order() {
    Rational least = Balls.least(TWO, tail.order());
    return hasSecondTerm() ? Balls.least(least, gap()) : least;
  }

  /** The bound B = epsilon (1 + D) + D of the relative error of the law at k0. */
  public Ball remainder() {
    Ball excess = excess();
    return sum(product(tail.relativeDistance(), sum(ONE, excess)), excess);
  }

  /** B K0^q: |e_k| is at most this over K^q. */
  public Ball remainderConstant() {
    return product(remainder(), Balls.power(Balls.of(tail.start()), order()));
  }

  /** D of Lemma 12.8. */
  private Ball excess() {
    Rational m = tail.decayExponent();
    if (m.compareTo(Rational.ONE) < 0) {
      return Balls.of(m.divide(tail.start().pow(2).multiply(24)));
    }
    long floor = m.longValue();
    Rational weight = m.subtract(floor);
    Ball low = product(Balls.of(Rational.ONE.subtract(weight)), excess(floor));
    return weight.signum() == 0 ? low : sum(low, product(Balls.of(weight), excess(floor + 1)));
  }

  /** delta_m(K0) of Lemma 12.2, for an integer m. */
  private Ball excess(long m) {
    Rational square = tail.start().pow(2).multiply(4);
    Ball product = ONE;
    for (long twice = m - 1; twice > 0; twice -= 2) {
      Rational ratio = Rational.of(twice).pow(2).divide(square);
      product = Balls.quotient(product, Balls.of(Rational.ONE.subtract(ratio)));
    }
    return minus(product, ONE);
  }

  /** The infimum of the k^E eta_k from k0 on and of their limit. */
  public Known infimum() {
    boolean staysAbove = tail.constant().isPositive() ? quotientsStayAbove() : quotientsStayBelow();
    return staysAbove ? Known.in(tail.constant()) : range();
  }

  /** The supremum of the k^E eta_k from k0 on and of their limit. */
  public Known supremum() {
    boolean staysBelow = tail.constant().isPositive() ? quotientsStayBelow() : quotientsStayAbove();
    return staysBelow ? Known.in(tail.constant()) : range();
  }

  /** C [1 - B, 1 + B] [(k0/K0)^E, 1]. */
  private Known range() {
    Ball remainder = remainder();
    Ball spread = sum(ONE, Ball.hull(remainder, OVER.negate(remainder)));
    Rational ratio = Rational.of(tail.from()).divide(tail.start());
    Ball shift = Ball.hull(Balls.power(Balls.of(ratio), tail.decayExponent()), ONE);
    return Known.in(product(tail.constant(), spread, shift));
  }

  /** Cases (i) and (ii): no k^E eta_k/C is above 1. */
  private boolean quotientsStayBelow() {
    Rational shift = tail.start().subtract(tail.from());
    Ball gain = Balls.of(tail.decayExponent().multiply(shift).divide(tail.start()));
    boolean isLarge = order().compareTo(Rational.ONE) >= 0 && gain.certainlyGreater(remainder());
    if (isLarge || !secondTermLeads()) {
      return isLarge;
    }
    return OVER.negate(second()).certainlyGreater(sum(others(), excess()));
  }

  /** Case (iii): none is below 1. */
  private boolean quotientsStayAbove() {
    boolean isUnshifted = tail.start().equals(Rational.of(tail.from()));
    if (!isUnshifted || tail.decayExponent().compareTo(Rational.ONE) < 0) {
      return false;
    }
    if (hasSecondTerm()) {
      return secondTermLeads() && second().certainlyGreater(others());
    }
    return tail.rest().isExact() && tail.rest().containsZero();
  }

  /** Whether s_1 - s_0 is at most 2 and at most p. */
  private boolean secondTermLeads() {
    return hasSecondTerm() && Balls.least(TWO, tail.order()).compareTo(gap()) >= 0;
  }

  /** What the second term contributes at k0, relatively: X, with the sign of x_1. */
  private Ball second() {
    return tail.limitAtStart(tail.terms().get(1).exponent(), tail.relative(1));
  }

  /** The bound W of what all further terms and the rest contribute at k0, relatively. */
  private Ball others() {
    return sum(tail.further(2), tail.rest());
  }
}
