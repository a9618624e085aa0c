package dev.zonal.verifier;

import static dev.zonal.verifier.Balls.ONE;
import static dev.zonal.verifier.Balls.OVER;
import static dev.zonal.verifier.Balls.isLess;
import static dev.zonal.verifier.Balls.minus;
import static dev.zonal.verifier.Balls.product;
import static dev.zonal.verifier.Balls.sum;

import dev.zonal.arithmetic.Ball;
import dev.zonal.verifier.Interval.Known;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The decay law of a tail, eta_k = C K^-E (1 + e_k) with |e_k| &lt;= B (K0/K)^q, and where the k^E
 * eta_k lie (docs/theory.md, Lemma 12.8, Corollary 12.11, Theorem 13.3).
 *
 * @param tail one that the law {@link #reaches}
 */
record DecayLaw(Tail tail) {
  private static final BigFraction TWO = BigFraction.of(2);

  /** The hypotheses of Lemma 12.8: m = E > 0, s_0 no even integer from 0 on, 2 K0 > m. */
  static boolean reaches(Tail tail) {
    BigFraction m = tail.decayExponent();
    boolean isPolynomial = tail.exponent().signum() >= 0 && Balls.isEven(tail.exponent());
    return m.signum() > 0 && !isPolynomial && isLess(m, tail.start().multiply(2));
  }

  private boolean hasSecondTerm() {
    return tail.terms().size() > 1;
  }

  /** s_1 - s_0. */
  private BigFraction gap() {
    return tail.terms().get(1).exponent().subtract(tail.exponent());
  }

  /** q. */
  private BigFraction order() {
    BigFraction least = Balls.least(TWO, tail.order());
    return hasSecondTerm() ? Balls.least(least, gap()) : least;
  }

  /** B = epsilon (1 + D) + D. */
  Ball remainder() {
    Ball excess = excess();
    return sum(product(tail.relativeDistance(), sum(ONE, excess)), excess);
  }

  /** B K0^q: |e_k| is at most this over K^q. */
  Ball remainderConstant() {
    return product(remainder(), Balls.power(Balls.of(tail.start()), order()));
  }

  /** D of Lemma 12.8. */
  private Ball excess() {
    BigFraction m = tail.decayExponent();
    if (isLess(m, BigFraction.ONE)) {
      return Balls.of(m.divide(tail.start().pow(2).multiply(24)));
    }
    long floor = m.longValue();
    BigFraction weight = m.subtract(floor);
    Ball low = product(Balls.of(BigFraction.ONE.subtract(weight)), excess(floor));
    return weight.signum() == 0 ? low : sum(low, product(Balls.of(weight), excess(floor + 1)));
  }

  /** delta_m(K0) of Lemma 12.2, for an integer m. */
  private Ball excess(long m) {
    BigFraction square = tail.start().pow(2).multiply(4);
    Ball product = ONE;
    for (long twice = m - 1; twice > 0; twice -= 2) {
      BigFraction ratio = BigFraction.of(twice).pow(2).divide(square);
      product = Balls.over(product, Balls.of(BigFraction.ONE.subtract(ratio)));
    }
    return minus(product, ONE);
  }

  /** Of the k^E eta_k from k0 on and their limit. */
  Known infimum() {
    boolean staysAbove = tail.constant().isPositive() ? quotientsStayAbove() : quotientsStayBelow();
    return staysAbove ? Known.in(tail.constant()) : range();
  }

  /** Likewise. */
  Known supremum() {
    boolean staysBelow = tail.constant().isPositive() ? quotientsStayBelow() : quotientsStayAbove();
    return staysBelow ? Known.in(tail.constant()) : range();
  }

  /** C [1 - B, 1 + B] [(k0/K0)^E, 1]. */
  private Known range() {
    Ball remainder = remainder();
    Ball spread = sum(ONE, Ball.hull(remainder, OVER.negate(remainder)));
    BigFraction ratio = BigFraction.of(tail.from()).divide(tail.start());
    Ball shift = Ball.hull(Balls.power(Balls.of(ratio), tail.decayExponent()), ONE);
    return Known.in(product(tail.constant(), spread, shift));
  }

  /** Cases (i) and (ii): no k^E eta_k/C is above 1. */
  private boolean quotientsStayBelow() {
    BigFraction shift = tail.start().subtract(tail.from());
    Ball gain = Balls.of(tail.decayExponent().multiply(shift).divide(tail.start()));
    boolean isLarge = !isLess(order(), BigFraction.ONE) && gain.certainlyGreater(remainder());
    if (isLarge || !secondTermLeads()) {
      return isLarge;
    }
    return OVER.negate(second()).certainlyGreater(sum(others(), excess()));
  }

  /** Case (iii): none is below 1. */
  private boolean quotientsStayAbove() {
    boolean isUnshifted = tail.start().equals(BigFraction.of(tail.from()));
    if (!isUnshifted || isLess(tail.decayExponent(), BigFraction.ONE)) {
      return false;
    }
    if (hasSecondTerm()) {
      return secondTermLeads() && second().certainlyGreater(others());
    }
    return tail.rest().isExact() && tail.rest().containsZero();
  }

  /** Whether s_1 - s_0 is at most 2 and at most p. */
  private boolean secondTermLeads() {
    return hasSecondTerm() && !isLess(Balls.least(TWO, tail.order()), gap());
  }

  /** X, with the sign of x_1. */
  private Ball second() {
    return tail.limitAtStart(tail.terms().get(1).exponent(), tail.relative(1));
  }

  /** W. */
  private Ball others() {
    return sum(tail.further(2), tail.rest());
  }
}
