package dev.zonal.symbolic;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A polynomial with rational coefficients in the generators of a {@link ConstantRing} and their
 * inverses. No coefficient is zero: the zero polynomial has no terms.
 */
final class LaurentPolynomial {
  static final LaurentPolynomial ZERO = new LaurentPolynomial(new TreeMap<>());

  private final TreeMap<Monomial, BigFraction> terms;

  private LaurentPolynomial(TreeMap<Monomial, BigFraction> terms) {
    this.terms = terms;
  }

  static LaurentPolynomial of(BigFraction value) {
    return of(value, Monomial.ONE);
  }

  static LaurentPolynomial of(BigFraction coefficient, Monomial monomial) {
    TreeMap<Monomial, BigFraction> terms = new TreeMap<>();
    accumulate(terms, monomial, coefficient);
    return new LaurentPolynomial(terms);
  }

  private static void accumulate(
      TreeMap<Monomial, BigFraction> terms, Monomial monomial, BigFraction coefficient) {
    BigFraction sum = coefficient;
    BigFraction known = terms.get(monomial);
    if (known != null) {
      sum = known.add(coefficient);
    }
    if (sum.signum() == 0) {
      terms.remove(monomial);
    } else {
      terms.put(monomial, sum);
    }
  }

  Map<Monomial, BigFraction> terms() {
    return terms;
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  boolean isMonomial() {
    return terms.size() == 1;
  }

  boolean isRational() {
    return isZero() || isMonomial() && terms.firstKey().equals(Monomial.ONE);
  }

  /** The value of a rational one. */
  BigFraction rational() {
    return isZero() ? BigFraction.ZERO : terms.firstEntry().getValue();
  }

  LaurentPolynomial plus(LaurentPolynomial other) {
    if (isZero()) {
      return other;
    }
    TreeMap<Monomial, BigFraction> sum = new TreeMap<>(terms);
    other.terms.forEach((m, c) -> accumulate(sum, m, c));
    return new LaurentPolynomial(sum);
  }

  LaurentPolynomial scaled(BigFraction factor) {
    return factor.signum() == 0 ? ZERO : mapped(c -> c.multiply(factor));
  }

  private LaurentPolynomial mapped(UnaryOperator<BigFraction> operation) {
    TreeMap<Monomial, BigFraction> result = new TreeMap<>();
    terms.forEach((m, c) -> result.put(m, operation.apply(c)));
    return new LaurentPolynomial(result);
  }

  LaurentPolynomial times(LaurentPolynomial other) {
    TreeMap<Monomial, BigFraction> product = new TreeMap<>();
    terms.forEach(
        (m, c) -> other.terms.forEach((n, e) -> accumulate(product, m.times(n), c.multiply(e))));
    return new LaurentPolynomial(product);
  }

  /** The terms for which a condition holds, and the others. */
  Map<Boolean, LaurentPolynomial> split(Predicate<Monomial> condition) {
    TreeMap<Monomial, BigFraction> yes = new TreeMap<>();
    TreeMap<Monomial, BigFraction> no = new TreeMap<>();
    terms.forEach((m, c) -> (condition.test(m) ? yes : no).put(m, c));
    return Map.of(true, new LaurentPolynomial(yes), false, new LaurentPolynomial(no));
  }

  /** The coefficients by the power of a variable, which is a generator. */
  Map<Integer, LaurentPolynomial> byPowers(LaurentPolynomial variable) {
    int g = variable.terms.firstKey().width() - 1;
    Map<Integer, LaurentPolynomial> result = new TreeMap<>();
    terms.forEach(
        (m, c) -> {
          int exponent = m.exponent(g);
          LaurentPolynomial rest = of(c, m.times(Monomial.power(g, -exponent)));
          result.merge(exponent, rest, LaurentPolynomial::plus);
        });
    return result;
  }

  /** The sum of the terms, each multiplied by a polynomial of its own. */
  LaurentPolynomial expanded(Function<Monomial, LaurentPolynomial> factor) {
    TreeMap<Monomial, BigFraction> result = new TreeMap<>();
    terms.forEach(
        (m, c) ->
            factor.apply(m).terms.forEach((n, e) -> accumulate(result, m.times(n), c.multiply(e))));
    return new LaurentPolynomial(result);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LaurentPolynomial that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }
}
