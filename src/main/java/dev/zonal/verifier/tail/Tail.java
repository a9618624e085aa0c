package dev.zonal.verifier.tail;

import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;
import static dev.zonal.verifier.document.Balls.sum;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.spectrum.value.Parity;
import dev.zonal.verifier.document.Balls;
import java.util.List;

/**
 * A verified tail: for every k &gt;= k0 of the parity
 *
 * <pre>
 *   eta_k = Sum_i c_i Lambda_k(s_i) + c_0 Lambda_k(s_0) y_k,   |y_k| &lt;= Y (K0/K)^p,
 * </pre>
 *
 * <p>K = k + (d-2)/2 (docs/theory.md, Propositions 12.9 and 12.10).
 *
 * @param from k0 &gt;= 1, of the parity, with 2 k0 &gt; s_i for every i
 * @param terms s_i ascending, with enclosures of the c_i; c_0 is certainly not zero
 * @param rest Y, as it is claimed
 * @param order p
 */
public record Tail(
    int dimension, Parity parity, long from, List<Term> terms, Ball rest, Rational order) {
  /** One power of the chord, which contributes c Lambda_k(s) to the eigenvalue. */
  public record Term(Rational exponent, Ball coefficient) {}

  /** The exponent s_0 of the leading power of the chord. */
  public Rational exponent() {
    return terms.get(0).exponent();
  }

  /** The coefficient c_0 of the leading power of the chord. */
  public Ball leading() {
    return terms.get(0).coefficient();
  }

  /** E = d - 1 + s_0. */
  public Rational decayExponent() {
    return exponent().add(dimension - 1L);
  }

  /** The first frequency k0, shifted: K0 = k0 + (d-2)/2. */
  public Rational start() {
    return Balls.half(2 * from + dimension - 2);
  }

  /** C = kappa_d(s_0) c_0, the limit of k^E eta_k (Lemma 12.2). */
  public Ball constant() {
    return product(leading(), Balls.kappa(dimension, exponent()));
  }

  /** epsilon of Corollary 12.11: |eta_k/(c_0 Lambda_k(s_0)) - 1| is at most this from k0 on. */
  public Ball relativeDistance() {
    return sum(further(1), rest);
  }

  /** The sum of |c_i Lambda_k0(s_i)/(c_0 Lambda_k0(s_0))| over i from a number on. */
  public Ball further(int first) {
    Ball sum = Balls.ZERO;
    for (int i = first; i < terms.size(); i++) {
      sum = sum(sum, Balls.absolute(atStart(terms.get(i).exponent(), relative(i))));
    }
    return sum;
  }

  /** c_i/c_0. */
  public Ball relative(int i) {
    return quotient(terms.get(i).coefficient(), leading());
  }

  /** b Lambda_k0(s)/Lambda_k0(s_0). */
  public Ball atStart(Rational s, Ball b) {
    Ball last = Balls.lambda(dimension, exponent(), from);
    return quotient(product(b, Balls.lambda(dimension, s, from)), last);
  }

  /** b kappa_d(s)/kappa_d(s_0) K0^-(s - s_0). */
  public Ball limitAtStart(Rational s, Ball b) {
    Ball power = Balls.power(Balls.of(start()), exponent().subtract(s));
    Ball last = Balls.kappa(dimension, exponent());
    return quotient(product(b, power, Balls.kappa(dimension, s)), last);
  }

  /** 1 or -1 if all eigenvalues of the tail have that sign (Corollary 12.5), 0 if it is unknown. */
  public int sign() {
    Ball limit = constant();
    if (limit.containsZero() || !relativeDistance().certainlyLess(Balls.ONE)) {
      return 0;
    }
    return limit.isPositive() ? 1 : -1;
  }
}
