package dev.zonal.verifier.tail;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.quotient;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.verifier.document.Balls;
import dev.zonal.verifier.document.Interval.Known;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The quotients q_k of the eigenvalues of two positive tails with the same k0 and s_0
 * (docs/theory.md, Corollary 12.12). That a tail has a sign includes epsilon &lt; 1.
 */
public record QuotientTail(Tail one, Tail two) {
  /** rho, the limit. */
  public Ball limit() {
    return quotient(one.leading(), two.leading());
  }

  /** The infimum of the quotients q_k from k0 on and of their limit. */
  public Known infimum() {
    return side() > 0 ? Known.in(limit()) : range();
  }

  /** The supremum of the quotients q_k from k0 on and of their limit. */
  public Known supremum() {
    return side() < 0 ? Known.in(limit()) : range();
  }

  /** rho (1 + [-sigma, sigma]), sigma = (epsilon_1 + epsilon_2)/(1 - epsilon_2). */
  private Known range() {
    Ball epsilon = two.relativeDistance();
    Ball spread = quotient(sum(one.relativeDistance(), epsilon), Balls.minus(ONE, epsilon));
    Ball factor = sum(ONE, Ball.hull(spread, OVER.negate(spread)));
    return Known.in(Balls.product(limit(), factor));
  }

  /** 1 if every quotient is above the limit, -1 if every one is below, 0 if neither is proved. */
  private int side() {
    SortedMap<Rational, Ball> b = differences();
    Rational gap = b.isEmpty() ? one.order() : b.firstKey().subtract(one.exponent());
    if (b.isEmpty() || Balls.least(one.order(), two.order()).compareTo(gap) < 0) {
      return 0;
    }
    Ball x = one.limitAtStart(b.firstKey(), b.get(b.firstKey()));
    Ball others = sum(one.rest(), two.rest());
    b.remove(b.firstKey());
    for (Rational s : b.keySet()) {
      others = sum(others, Balls.absolute(one.atStart(s, b.get(s))));
    }
    return x.certainlyGreater(others) ? 1 : OVER.negate(x).certainlyGreater(others) ? -1 : 0;
  }

  /** b_s = c_s/c_0 of the first tail less that of the second, by s &gt; s_0. */
  private SortedMap<Rational, Ball> differences() {
    SortedMap<Rational, Ball> b = new TreeMap<>();
    for (int i = 1; i < one.terms().size(); i++) {
      b.put(one.terms().get(i).exponent(), one.relative(i));
    }
    for (int i = 1; i < two.terms().size(); i++) {
      b.merge(two.terms().get(i).exponent(), OVER.negate(two.relative(i)), OVER::add);
    }
    return b;
  }
}
