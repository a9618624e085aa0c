package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A polynomial with rational coefficients.
 *
 * @param variables in the order in which exponents are compared
 * @param terms the coefficients by the exponents of the variables; none is zero
 */
record Polynomial(List<IExpr> variables, NavigableMap<List<Integer>, Rational> terms) {
  private static final Comparator<List<Integer>> LEXICOGRAPHIC =
      (a, b) -> {
        int i = 0;
        while (i < a.size() - 1 && a.get(i).equals(b.get(i))) {
          i++;
        }
        return a.isEmpty() ? 0 : Integer.compare(a.get(i), b.get(i));
      };

  /** An expanded sum in the given variables. */
  static Polynomial of(List<IExpr> variables, IExpr sum) {
    NavigableMap<List<Integer>, Rational> terms = new TreeMap<>(LEXICOGRAPHIC);
    for (Factors monomial : monomials(sum)) {
      terms.put(variables.stream().map(monomial::exponent).toList(), monomial.content());
    }
    return new Polynomial(variables, terms);
  }

  private static List<Factors> monomials(IExpr sum) {
    return sum.isPlus()
        ? ((IAST) sum).stream().map(Factors::ofMonomial).toList()
        : List.of(Factors.ofMonomial(sum));
  }

  /** The variables of an expanded sum. */
  private static Set<IExpr> variables(IExpr sum) {
    Set<IExpr> variables = new LinkedHashSet<>();
    monomials(sum).forEach(monomial -> variables.addAll(monomial.exponents().keySet()));
    return variables;
  }

  /** A sum of products of symbols and expanded sums, multiplied out. */
  static Polynomial sum(List<Factors> products) {
    Set<IExpr> variables = new LinkedHashSet<>();
    products.forEach(
        p -> p.exponents().keySet().forEach(base -> variables.addAll(variables(base))));
    List<IExpr> inOrder = List.copyOf(variables);
    Polynomial sum = new Polynomial(inOrder, new TreeMap<>(LEXICOGRAPHIC));
    products.forEach(product -> sum.add(expanded(inOrder, product), Rational.ONE));
    return sum;
  }

  private static Polynomial expanded(List<IExpr> variables, Factors product) {
    NavigableMap<List<Integer>, Rational> monomial = new TreeMap<>(LEXICOGRAPHIC);
    monomial.put(variables.stream().map(product::exponent).toList(), product.content());
    Polynomial result = new Polynomial(variables, monomial);
    for (Map.Entry<IExpr, Integer> factor : product.exponents().entrySet()) {
      if (factor.getKey().isPlus()) {
        Polynomial base = of(variables, factor.getKey());
        for (int i = 0; i < factor.getValue(); i++) {
          result = result.times(base);
        }
      }
    }
    return result;
  }

  private Polynomial times(Polynomial other) {
    Polynomial product = new Polynomial(variables, new TreeMap<>(LEXICOGRAPHIC));
    terms.forEach((exponents, c) -> product.add(other.shifted(exponents, 1), c));
    return product;
  }

  private void add(Polynomial other, Rational factor) {
    other.terms.forEach(
        (exponents, c) ->
            terms.merge(
                exponents,
                c.multiply(factor),
                (x, y) -> {
                  Rational sum = x.add(y);
                  return sum.isZero() ? null : sum;
                }));
  }

  /** Times a product of variables, or divided by it. */
  private Polynomial shifted(List<Integer> exponents, int sign) {
    NavigableMap<List<Integer>, Rational> shifted = new TreeMap<>(LEXICOGRAPHIC);
    terms.forEach((n, c) -> shifted.put(sum(n, exponents, sign), c));
    return new Polynomial(variables, shifted);
  }

  private static List<Integer> sum(List<Integer> a, List<Integer> b, int sign) {
    List<Integer> sum = new ArrayList<>(a.size());
    for (int i = 0; i < a.size(); i++) {
      sum.add(a.get(i) + sign * b.get(i));
    }
    return sum;
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  boolean isMonomial() {
    return terms.size() == 1;
  }

  /** The monomial that divides all terms and leaves coprime integers. */
  Factors content() {
    Rational content = terms.values().stream().reduce(Polynomial::gcd).orElseThrow();
    Map<IExpr, Integer> exponents = new LinkedHashMap<>();
    for (int i = 0; i < variables.size(); i++) {
      int variable = i;
      int least = terms.keySet().stream().mapToInt(n -> n.get(variable)).min().orElseThrow();
      exponents.put(variables.get(i), least);
    }
    return new Factors(isMonomial() ? content : content.abs(), exponents);
  }

  private static Rational gcd(Rational a, Rational b) {
    Rational scale = Rational.of(a.denominator().multiply(b.denominator()));
    return Rational.of(a.multiply(scale).numerator().gcd(b.multiply(scale).numerator()))
        .divide(scale);
  }

  /** Divided by a monomial that divides all terms. */
  Polynomial dividedBy(Factors monomial) {
    Polynomial quotient = new Polynomial(variables, new TreeMap<>(LEXICOGRAPHIC));
    List<Integer> exponents = variables.stream().map(monomial::exponent).toList();
    quotient.add(shifted(exponents, -1), monomial.content().reciprocal());
    return quotient;
  }

  /** The quotient by an expanded sum, if that divides this polynomial. */
  Optional<Polynomial> dividedBy(IExpr divisor) {
    return variables.containsAll(variables(divisor))
        ? dividedBy(of(variables, divisor))
        : Optional.empty();
  }

  /** By long division, leading term by leading term. */
  private Optional<Polynomial> dividedBy(Polynomial divisor) {
    Map.Entry<List<Integer>, Rational> leading = divisor.terms.lastEntry();
    Polynomial rest = new Polynomial(variables, new TreeMap<>(terms));
    NavigableMap<List<Integer>, Rational> quotient = new TreeMap<>(LEXICOGRAPHIC);
    while (!rest.isZero()) {
      Map.Entry<List<Integer>, Rational> last = rest.terms.lastEntry();
      List<Integer> exponents = sum(last.getKey(), leading.getKey(), -1);
      if (Collections.min(exponents) < 0) {
        return Optional.empty();
      }
      Rational factor = last.getValue().divide(leading.getValue());
      quotient.put(exponents, factor);
      rest.add(divisor.shifted(exponents, 1), factor.negate());
    }
    return Optional.of(new Polynomial(variables, quotient));
  }

  /** The variables that occur in any power at all. */
  List<IExpr> occurring() {
    return variables.stream().filter(x -> degree(x) > 0).toList();
  }

  int degree(IExpr variable) {
    int i = variables.indexOf(variable);
    return terms.keySet().stream().mapToInt(n -> n.get(i)).max().orElse(0);
  }

  /** The coefficient of a power of a variable. */
  Polynomial coefficient(IExpr variable, int power) {
    int i = variables.indexOf(variable);
    NavigableMap<List<Integer>, Rational> coefficient = new TreeMap<>(LEXICOGRAPHIC);
    terms.forEach(
        (exponents, c) -> {
          if (exponents.get(i) == power) {
            List<Integer> others = new ArrayList<>(exponents);
            others.set(i, 0);
            coefficient.put(others, c);
          }
        });
    return new Polynomial(variables, coefficient);
  }

  Polynomial negated() {
    Polynomial negated = new Polynomial(variables, new TreeMap<>(LEXICOGRAPHIC));
    negated.add(this, Rational.of(-1));
    return negated;
  }

  /** The residue of the value at integers modulo a prime that divides no denominator. */
  BigInteger at(Function<IExpr, BigInteger> point, BigInteger prime) {
    BigInteger sum = BigInteger.ZERO;
    for (Map.Entry<List<Integer>, Rational> term : terms.entrySet()) {
      BigInteger value = Factors.residue(term.getValue(), prime);
      for (int i = 0; i < variables.size(); i++) {
        BigInteger n = BigInteger.valueOf(term.getKey().get(i));
        value = value.multiply(point.apply(variables.get(i)).modPow(n, prime)).mod(prime);
      }
      sum = sum.add(value);
    }
    return sum.mod(prime);
  }

  IExpr expression() {
    IExpr[] sum =
        terms.entrySet().stream()
            .map(term -> monomial(term.getKey(), term.getValue()))
            .toArray(IExpr[]::new);
    return Symja.sum(sum);
  }

  private IExpr monomial(List<Integer> exponents, Rational coefficient) {
    Map<IExpr, Integer> factors = new LinkedHashMap<>();
    for (int i = 0; i < variables.size(); i++) {
      factors.put(variables.get(i), exponents.get(i));
    }
    return new Factors(coefficient, factors).product();
  }
}
