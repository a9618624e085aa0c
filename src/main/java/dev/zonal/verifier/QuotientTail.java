package dev.zonal.verifier;

import static dev.zonal.verifier.Tail.OVER;

import dev.zonal.arithmetic.Ball;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The quotients q_k of the eigenvalues of two positive tails with the same k0 and s_0
 * (docs/theory.md, Corollary 12.12). That a tail has a sign includes epsilon &lt; 1.
 */
record QuotientTail(Tail one, Tail two) {
  private static final Ball ONE = Ball.exact(1);

  /** rho, the limit. */
  Ball limit() {
    return OVER.divide(one.leading(), two.leading());
  }

  /** Of the q_k from k0 on and their limit. */
  Range infimum() {
    return side() > 0 ? Range.of(limit()) : range();
  }

  /** Likewise. */
  Range supremum() {
    return side() < 0 ? Range.of(limit()) : range();
  }

  /** rho (1 + [-sigma, sigma]), sigma = (epsilon_1 + epsilon_2)/(1 - epsilon_2). */
  private Range range() {
    Ball spread =
        OVER.divide(
            OVER.add(one.relativeDistance(), two.relativeDistance()),
            OVER.subtract(ONE, two.relativeDistance()));
    return Range.of(OVER.multiply(limit(), OVER.add(ONE, Ball.hull(spread, OVER.negate(spread)))));
  }

  /** 1 if every quotient is above the limit, -1 if every one is below, 0 if neither is proved. */
  private int side() {
    SortedMap<BigFraction, Ball> b = differences();
    if (b.isEmpty()) {
      return 0;
    }
    BigFraction nearest = b.firstKey();
    BigFraction gap = nearest.subtract(one.exponent());
    if (gap.subtract(one.order()).signum() > 0 || gap.subtract(two.order()).signum() > 0) {
      return 0;
    }
    Ball others = OVER.add(one.rest(), two.rest());
    for (BigFraction s : b.keySet()) {
      if (!s.equals(nearest)) {
        others = OVER.add(others, Tail.absolute(one.atStart(s, b.get(s))));
      }
    }
    Ball x = one.limitAtStart(nearest, b.get(nearest));
    return x.certainlyGreater(others) ? 1 : OVER.negate(x).certainlyGreater(others) ? -1 : 0;
  }

  /** b_s = c_s/c_0 of the first tail less that of the second, by s > s_0. */
  private SortedMap<BigFraction, Ball> differences() {
    SortedMap<BigFraction, Ball> b = new TreeMap<>((x, y) -> x.subtract(y).signum());
    for (Tail.Term term : one.terms().subList(1, one.terms().size())) {
      b.put(term.exponent(), one.relative(term));
    }
    for (Tail.Term term : two.terms().subList(1, two.terms().size())) {
      b.merge(term.exponent(), OVER.negate(two.relative(term)), OVER::add);
    }
    return b;
  }
}
