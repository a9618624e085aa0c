package dev.zonal.symbolic.ring;

import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A polynomial with rational coefficients in the generators of a {@link ConstantRing} and their
 * inverses: integers over one denominator, in lowest terms, so that products and sums of many terms
 * need one greatest common divisor at their end. No coefficient is zero: the zero polynomial has no
 * terms.
 */
public final class LaurentPolynomial {
  public static final LaurentPolynomial ZERO = new LaurentPolynomial(Map.of(), BigInteger.ONE);

  private final Map<Monomial, BigInteger> numerators;
  private final BigInteger denominator;

  private LaurentPolynomial(Map<Monomial, BigInteger> numerators, BigInteger denominator) {
    this.numerators = numerators;
    this.denominator = denominator;
  }

  static LaurentPolynomial of(Rational value) {
    return of(value, Monomial.ONE);
  }

  static LaurentPolynomial of(Rational coefficient, Monomial monomial) {
    return coefficient.isZero()
        ? ZERO
        : new LaurentPolynomial(
            Map.of(monomial, coefficient.numerator()), coefficient.denominator());
  }

  /** A power of a generator. */
  static LaurentPolynomial power(int generator, int exponent) {
    return of(Rational.ONE, Monomial.power(generator, exponent));
  }

  /** The quotient in lowest terms; the denominator is positive. */
  private static LaurentPolynomial reduced(
      Map<Monomial, BigInteger> numerators, BigInteger denominator) {
    if (numerators.isEmpty()) {
      return ZERO;
    }
    BigInteger divisor = denominator;
    for (BigInteger numerator : numerators.values()) {
      if (divisor.equals(BigInteger.ONE)) {
        return new LaurentPolynomial(numerators, denominator);
      }
      divisor = divisor.gcd(numerator);
    }
    BigInteger common = divisor;
    if (!common.equals(BigInteger.ONE)) {
      numerators.replaceAll((m, c) -> c.divide(common));
    }
    return new LaurentPolynomial(numerators, denominator.divide(common));
  }

  private static void accumulate(
      Map<Monomial, BigInteger> sums, Monomial monomial, BigInteger summand) {
    sums.merge(monomial, summand, LaurentPolynomial::sumOrNull);
  }

  private static BigInteger sumOrNull(BigInteger a, BigInteger b) {
    BigInteger sum = a.add(b);
    return sum.signum() == 0 ? null : sum;
  }

  /** The coefficients by their monomials, in the order of these. */
  SortedMap<Monomial, Rational> terms() {
    SortedMap<Monomial, Rational> terms = new TreeMap<>();
    numerators.forEach((m, c) -> terms.put(m, Rational.of(c, denominator)));
    return terms;
  }

  /** The number of terms. */
  int size() {
    return numerators.size();
  }

  public boolean isZero() {
    return numerators.isEmpty();
  }

  boolean isMonomial() {
    return numerators.size() == 1;
  }

  boolean isRational() {
    return isZero() || isMonomial() && numerators.containsKey(Monomial.ONE);
  }

  /** The value of a rational one. */
  Rational rational() {
    return isZero() ? Rational.ZERO : Rational.of(numerators.get(Monomial.ONE), denominator);
  }

  LaurentPolynomial plus(LaurentPolynomial other) {
    if (isZero()) {
      return other;
    }
    if (other.isZero()) {
      return this;
    }
    BigInteger divisor = denominator.gcd(other.denominator);
    BigInteger mine = other.denominator.divide(divisor);
    BigInteger theirs = denominator.divide(divisor);
    Map<Monomial, BigInteger> sum = new HashMap<>(numerators);
    if (!mine.equals(BigInteger.ONE)) {
      sum.replaceAll((m, c) -> c.multiply(mine));
    }
    other.numerators.forEach((m, c) -> accumulate(sum, m, c.multiply(theirs)));
    return reduced(sum, denominator.multiply(mine));
  }

  LaurentPolynomial negated() {
    return scaled(Rational.of(-1));
  }

  LaurentPolynomial scaled(Rational factor) {
    if (factor.isZero()) {
      return ZERO;
    }
    BigInteger numerator = factor.numerator();
    Map<Monomial, BigInteger> result = new HashMap<>();
    numerators.forEach((m, c) -> result.put(m, c.multiply(numerator)));
    return reduced(result, denominator.multiply(factor.denominator()));
  }

  LaurentPolynomial times(LaurentPolynomial other) {
    Map<Monomial, BigInteger> product = new HashMap<>();
    numerators.forEach(
        (m, c) ->
            other.numerators.forEach((n, e) -> accumulate(product, m.times(n), c.multiply(e))));
    return reduced(product, denominator.multiply(other.denominator));
  }

  /** The terms for which a condition holds, and the others. */
  Map<Boolean, LaurentPolynomial> split(Predicate<Monomial> condition) {
    Map<Monomial, BigInteger> yes = new HashMap<>();
    Map<Monomial, BigInteger> no = new HashMap<>();
    numerators.forEach((m, c) -> (condition.test(m) ? yes : no).put(m, c));
    return no.isEmpty()
        ? Map.of(true, this, false, ZERO)
        : Map.of(true, reduced(yes, denominator), false, reduced(no, denominator));
  }

  /** The coefficients by the power of a variable, which is a generator. */
  public Map<Integer, LaurentPolynomial> byPowers(LaurentPolynomial variable) {
    int g = variable.numerators.keySet().iterator().next().width() - 1;
    Map<Integer, LaurentPolynomial> result = new TreeMap<>();
    terms()
        .forEach(
            (m, c) -> {
              int exponent = m.exponent(g);
              LaurentPolynomial rest = of(c, m.times(Monomial.power(g, -exponent)));
              result.merge(exponent, rest, LaurentPolynomial::plus);
            });
    return result;
  }

  /** The sum of the terms, each multiplied by a polynomial of its own. */
  LaurentPolynomial expanded(Function<Monomial, LaurentPolynomial> factor) {
    LaurentPolynomial result = ZERO;
    for (Map.Entry<Monomial, BigInteger> term : numerators.entrySet()) {
      LaurentPolynomial single =
          new LaurentPolynomial(Map.of(term.getKey(), term.getValue()), BigInteger.ONE);
      result = result.plus(single.times(factor.apply(term.getKey())));
    }
    return result.scaled(Rational.of(BigInteger.ONE, denominator));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LaurentPolynomial that
        && denominator.equals(that.denominator)
        && numerators.equals(that.numerators);
  }

  @Override
  public int hashCode() {
    return 31 * numerators.hashCode() + denominator.hashCode();
  }
}
