package dev.zonal.verifier;

import dev.zonal.arithmetic.Ball;
import dev.zonal.arithmetic.BallArithmetic;
import dev.zonal.spectrum.ChordPowerSpectrum;
import dev.zonal.spectrum.Parity;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A verified tail: for every k &gt;= k0 of the parity
 *
 * <pre>
 *   eta_k = Sum_i c_i Lambda_k(s_i) + c_0 Lambda_k(s_0) y_k,   |y_k| &lt;= Y (K0/K)^p,
 * </pre>
 *
 * <p>K = k + (d-2)/2 (docs/theory.md, Propositions 12.9 and 12.10).
 *
 * @param from k0, of the parity, with 2 k0 &gt; s_i for every i
 * @param terms s_i ascending, with enclosures of the c_i; c_0 is certainly not zero
 * @param rest Y, exactly as it is claimed
 * @param order p
 */
record Tail(
    int dimension, Parity parity, long from, List<Term> terms, Ball rest, BigFraction order) {
  static final BallArithmetic OVER = BallArithmetic.ofBits(192);
  private static final Ball ONE = Ball.exact(1);

  /** c Lambda_k(s). */
  record Term(BigFraction exponent, Ball coefficient) {}

  /** s_0. */
  BigFraction exponent() {
    return terms.get(0).exponent();
  }

  /** c_0. */
  Ball leading() {
    return terms.get(0).coefficient();
  }

  /** E = d - 1 + s_0. */
  BigFraction decayExponent() {
    return exponent().add(dimension - 1L);
  }

  /** (d-2)/2. */
  BigFraction shift() {
    return BigFraction.of(dimension - 2L, 2L);
  }

  /** K0. */
  BigFraction start() {
    return shift().add(BigFraction.of(from));
  }

  /** C = kappa_d(s_0) c_0, the limit of k^E eta_k (Lemma 12.2). */
  Ball constant() {
    return OVER.multiply(leading(), ChordPowerSpectrum.limit(OVER, dimension, exponent()));
  }

  /** epsilon of Corollary 12.11: |eta_k/(c_0 Lambda_k(s_0)) - 1| is at most this from k0 on. */
  Ball relativeDistance() {
    return OVER.add(further(1), rest);
  }

  /** The sum of |c_i Lambda_k0(s_i)/(c_0 Lambda_k0(s_0))| over i from a number on. */
  Ball further(int first) {
    Ball sum = Ball.exact(0);
    for (Term term : terms.subList(first, terms.size())) {
      sum = OVER.add(sum, absolute(atStart(term.exponent(), relative(term))));
    }
    return sum;
  }

  /** c_i/c_0. */
  Ball relative(Term term) {
    return OVER.divide(term.coefficient(), leading());
  }

  /** b Lambda_k0(s)/Lambda_k0(s_0). */
  Ball atStart(BigFraction s, Ball b) {
    return OVER.divide(
        OVER.multiply(b, lambda(dimension, s, from)), lambda(dimension, exponent(), from));
  }

  /** b kappa_d(s)/kappa_d(s_0) K0^-(s - s_0). */
  Ball limitAtStart(BigFraction s, Ball b) {
    Ball ratio =
        OVER.divide(
            ChordPowerSpectrum.limit(OVER, dimension, s),
            ChordPowerSpectrum.limit(OVER, dimension, exponent()));
    return OVER.multiply(
        OVER.multiply(b, ratio), OVER.power(OVER.of(start()), exponent().subtract(s)));
  }

  /** 1 or -1 if all eigenvalues of the tail have that sign (Corollary 12.5), 0 if it is unknown. */
  int sign() {
    Ball limit = constant();
    if (limit.containsZero() || !relativeDistance().certainlyLess(ONE)) {
      return 0;
    }
    return limit.isPositive() ? 1 : -1;
  }

  /** Lambda_k(s), Lemma 9.3. */
  static Ball lambda(int dimension, BigFraction s, long k) {
    return ChordPowerSpectrum.of(dimension, s).at(k).enclose(OVER);
  }

  /** A ball whose upper end is at least |x|, and whose lower end is not negative. */
  static Ball absolute(Ball x) {
    return x.isPositive()
        ? x
        : x.isNegative() ? OVER.negate(x) : Ball.hull(Ball.exact(0), bound(x));
  }

  private static Ball bound(Ball x) {
    return x.midpoint().isNegative() ? OVER.negate(x) : x;
  }
}
