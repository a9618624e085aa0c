package dev.zonal.verifier;

import static dev.zonal.verifier.Tail.OVER;

import dev.zonal.arithmetic.Ball;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The decay law of a tail, eta_k = C K^-E (1 + e_k) with |e_k| &lt;= B (K0/K)^q, and where the k^E
 * eta_k lie (docs/theory.md, Lemma 12.8, Corollary 12.11, Theorem 13.3).
 *
 * @param tail one that the law {@link #reaches}
 */
record DecayLaw(Tail tail) {
  private static final Ball ONE = Ball.exact(1);
  private static final BigFraction TWO = BigFraction.of(2);

  /** The hypotheses of Lemma 12.8 on s_0 and k0: m = s_0 + d - 1 > 0, k0 > s_0/2, 2 K0 > m. */
  static boolean reaches(Tail tail) {
    BigFraction m = tail.decayExponent();
    return m.signum() > 0
        && !(tail.exponent().signum() >= 0 && ExpansionClaims.isEven(tail.exponent()))
        && tail.exponent().subtract(2 * tail.from()).signum() < 0
        && tail.start().multiply(2).subtract(m).signum() > 0;
  }

  /** s_1 - s_0, if there is a second term. */
  private BigFraction gap() {
    return tail.terms().get(1).exponent().subtract(tail.exponent());
  }

  private boolean hasSecondTerm() {
    return tail.terms().size() > 1;
  }

  /** q. */
  private BigFraction remainderOrder() {
    BigFraction least = least(TWO, tail.order());
    return hasSecondTerm() ? least(least, gap()) : least;
  }

  private static BigFraction least(BigFraction a, BigFraction b) {
    return a.subtract(b).signum() <= 0 ? a : b;
  }

  /** B = epsilon (1 + D) + D. */
  Ball remainder() {
    Ball excess = excess();
    return OVER.add(OVER.multiply(tail.relativeDistance(), OVER.add(ONE, excess)), excess);
  }

  /** B K0^q: |e_k| is at most this over K^q. */
  Ball remainderConstant() {
    return OVER.multiply(remainder(), OVER.power(OVER.of(tail.start()), remainderOrder()));
  }

  /** D of Lemma 12.8. */
  private Ball excess() {
    BigFraction m = tail.decayExponent();
    if (m.subtract(1).signum() < 0) {
      return OVER.of(m.divide(tail.start().pow(2).multiply(24)));
    }
    long whole = m.longValue();
    BigFraction weight = m.subtract(whole);
    Ball low = OVER.multiply(OVER.of(BigFraction.ONE.subtract(weight)), excess(whole));
    return weight.signum() == 0
        ? low
        : OVER.add(low, OVER.multiply(OVER.of(weight), excess(whole + 1)));
  }

  /** delta_m(K0) of Lemma 12.2, for an integer m. */
  private Ball excess(long m) {
    BigFraction square = tail.start().pow(2).multiply(4);
    Ball product = ONE;
    for (long twice = m - 1; twice > 0; twice -= 2) {
      BigFraction ratio = BigFraction.of(twice).pow(2).divide(square);
      product = OVER.divide(product, OVER.of(BigFraction.ONE.subtract(ratio)));
    }
    return OVER.subtract(product, ONE);
  }

  /** Of the k^E eta_k from k0 on and their limit. */
  Range infimum() {
    return stays(1) ? Range.of(tail.constant()) : range();
  }

  /** Likewise. */
  Range supremum() {
    return stays(-1) ? Range.of(tail.constant()) : range();
  }

  /** Whether all k^E eta_k from k0 on are at least C (1), or at most C (-1). */
  private boolean stays(int side) {
    boolean positive = tail.constant().isPositive();
    return (side > 0) == positive ? staysAboveOne() : staysBelowOne();
  }

  /** C [1 - B, 1 + B] [(k0/K0)^E, 1]. */
  private Range range() {
    Ball remainder = remainder();
    Ball spread = OVER.add(ONE, Ball.hull(remainder, OVER.negate(remainder)));
    BigFraction quotient = BigFraction.of(tail.from()).divide(tail.start());
    Ball least = OVER.power(OVER.of(quotient), tail.decayExponent());
    return Range.of(OVER.multiply(OVER.multiply(tail.constant(), spread), Ball.hull(least, ONE)));
  }

  /** Cases (i) and (ii): every k^E eta_k/C is less than 1. */
  private boolean staysBelowOne() {
    BigFraction gain = tail.decayExponent().multiply(tail.shift()).divide(tail.start());
    boolean shifted =
        tail.shift().signum() > 0
            && remainderOrder().subtract(1).signum() >= 0
            && OVER.of(gain).certainlyGreater(remainder());
    if (shifted || !secondTermCounts()) {
      return shifted;
    }
    Ball others = OVER.add(OVER.add(tail.further(2), tail.rest()), excess());
    return OVER.negate(second()).certainlyGreater(others);
  }

  /** Case (iii): no k^E eta_k/C is less than 1. */
  private boolean staysAboveOne() {
    if (tail.shift().signum() != 0 || tail.decayExponent().subtract(1).signum() < 0) {
      return false;
    }
    if (!hasSecondTerm()) {
      return tail.rest().isExact() && tail.rest().containsZero();
    }
    return secondTermCounts() && second().certainlyGreater(OVER.add(tail.further(2), tail.rest()));
  }

  /** Whether s_1 - s_0 is at most 2 and at most p. */
  private boolean secondTermCounts() {
    return hasSecondTerm() && gap().subtract(least(TWO, tail.order())).signum() <= 0;
  }

  /** The limit of the second term, with its sign: +X or -X. */
  private Ball second() {
    Tail.Term term = tail.terms().get(1);
    return tail.limitAtStart(term.exponent(), tail.relative(term));
  }
}
