package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A function of s &gt;= S near a polynomial in S/s,
 *
 * <pre>
 *   coefficients_0 + coefficients_1 S/s + ... + e(s),   |e(s)| &lt;= error,
 * </pre>
 *
 * <p>such as the Bessel functions I and K without their exponential growth or decay
 * (docs/theory.md, Lemma 21.13).
 *
 * @param error not negative
 */
record LargeArgument(BallArithmetic over, List<Ball> coefficients, Ball error) {
  LargeArgument {
    coefficients = List.copyOf(coefficients);
  }

  /**
   * sqrt(2 s/pi) e^s K_nu(s), nu = 0 or 1.
   *
   * @param from S
   */
  static LargeArgument ofMacdonald(BallArithmetic over, int nu, Rational from) {
    Hankel hankel = new Hankel(over, Rational.of(2L * nu - 1, 2), from);
    List<Ball> terms = hankel.terms(over.bits());
    List<Ball> alternating = new ArrayList<>();
    for (int j = 0; j + 1 < terms.size(); j++) {
      alternating.add(j % 2 == 0 ? terms.get(j) : terms.get(j).negated());
    }
    return new LargeArgument(over, alternating, terms.get(terms.size() - 1).abs());
  }

  /**
   * sqrt(2 pi t) e^-t I_nu(t), t = s/q; of order 0 by that of 1 and 2.
   *
   * @param nu a whole or a half, not negative
   * @param from S
   * @throws DomainException if S/q is too small for that order
   */
  static LargeArgument ofBessel(BallArithmetic over, Rational nu, int q, Rational from) {
    Rational start = from.divide(q);
    if (nu.isZero()) {
      LargeArgument first = ofBessel(over, Rational.ONE, q, from);
      return ofBessel(over, Rational.of(2), q, from)
          .plus(first.timesInverse(Rational.of(2).divide(start)));
    }
    Rational alpha = nu.subtract(Rational.of(1, 2));
    if (alpha.add(2).compareTo(start) > 0) {
      throw new DomainException("the argument is too small for that order");
    }
    Hankel hankel = new Hankel(over, alpha, start);
    List<Ball> terms = hankel.terms(over.bits());
    int count = terms.size() - 1;
    Ball rest = terms.get(count).abs();
    Ball error =
        rest.isExact() && rest.containsZero()
            ? rest
            : over.scale(rest, Rational.of(count).divide(alpha));
    return new LargeArgument(over, terms.subList(0, count), over.add(error, hankel.cutOff(count)));
  }

  /**
   * The terms A_j T^-j, A_j = (-alpha)_j (alpha+1)_j/(j! 2^j).
   *
   * @param start T
   */
  private record Hankel(BallArithmetic over, Rational alpha, Rational start) {
    /** As far as they fall and are needed, at least up to alpha, and one more for the error. */
    List<Ball> terms(int bits) {
      List<Ball> terms = new ArrayList<>(List.of(over.of(1)));
      for (int j = 0; ; j++) {
        Ball last = terms.get(j);
        boolean isEnough = last.containsZero() || last.binaryOrder() < -bits;
        boolean grows = quotient(j).compareTo(Rational.ONE) >= 0;
        boolean isLast = alpha.add(j + 2L).compareTo(start.multiply(2)) >= 0;
        if (j >= 1 && alpha.compareTo(j) <= 0 && (isEnough || grows || isLast)) {
          return terms;
        }
        terms.add(over.scale(last, quotient(j)));
      }
    }

    private Rational quotient(int j) {
      return alpha.negate().add(j).multiply(alpha.add(j + 1L)).divide(start.multiply(2L * j + 2));
    }

    /**
     * What the integrals of the first terms miss beyond 2T: the sum of |(-alpha)_j|/j! times
     * (2T)^(alpha+1) e^-2T/((2T - J - alpha + 1) Gamma(alpha+1)).
     */
    Ball cutOff(int count) {
      Ball sum = over.of(0);
      Ball binomial = over.of(1);
      for (int j = 0; j < count; j++) {
        sum = over.add(sum, binomial.abs());
        binomial = over.scale(binomial, alpha.negate().add(j).divide(j + 1L));
      }
      Rational twice = start.multiply(2);
      Rational room = twice.subtract(alpha).subtract(count - 1L);
      if (room.signum() <= 0) {
        throw new DomainException("the argument is too small for that order");
      }
      Ball power = over.power(over.of(twice), alpha.add(1));
      Ball gamma = GammaQuotient.ONE.gamma(alpha.add(1).multiply(2).longValue()).in(over);
      Ball tail = over.divide(over.multiply(power, over.exp(over.of(twice.negate()))), gamma);
      return over.divide(over.multiply(sum, tail), over.of(room));
    }
  }

  LargeArgument plus(LargeArgument other) {
    List<Ball> sum = new ArrayList<>();
    for (int j = 0; j < Math.max(coefficients.size(), other.coefficients.size()); j++) {
      sum.add(over.add(at(j), other.at(j)));
    }
    return new LargeArgument(over, sum, over.add(error, other.error));
  }

  private Ball at(int j) {
    return j < coefficients.size() ? coefficients.get(j) : over.of(0);
  }

  /** This times factor S/s. */
  LargeArgument timesInverse(Rational factor) {
    List<Ball> product = new ArrayList<>(List.of(over.of(0)));
    coefficients.forEach(c -> product.add(over.scale(c, factor)));
    return new LargeArgument(over, product, over.scale(error, factor));
  }

  LargeArgument times(LargeArgument other) {
    int size = coefficients.size() + other.coefficients.size() - 1;
    List<Ball> product = new ArrayList<>(Collections.nCopies(size, over.of(0)));
    for (int i = 0; i < coefficients.size(); i++) {
      for (int j = 0; j < other.coefficients.size(); j++) {
        Ball term = over.multiply(coefficients.get(i), other.coefficients.get(j));
        product.set(i + j, over.add(product.get(i + j), term));
      }
    }
    Ball both =
        over.add(
            over.multiply(bound(), other.error),
            over.multiply(error, over.add(other.bound(), other.error)));
    return new LargeArgument(over, product, both);
  }

  /** A bound of the polynomial, since S/s is at most 1. */
  private Ball bound() {
    return coefficients.stream().map(Ball::abs).reduce(over.of(0), over::add);
  }

  /** A ball that contains the value at s = S. */
  Ball atStart() {
    return coefficients.stream().reduce(over.of(0), over::add).inflate(error);
  }

  /**
   * A ball that contains the integral of s^-w times this over s &gt;= S, over S^(1-w), w &gt; 1.
   */
  Ball integral(Rational w) {
    Ball sum = over.of(0);
    for (int j = 0; j < coefficients.size(); j++) {
      sum = over.add(sum, over.scale(coefficients.get(j), w.add(j - 1L).reciprocal()));
    }
    return sum.inflate(over.scale(error, w.subtract(Rational.ONE).reciprocal()));
  }
}
