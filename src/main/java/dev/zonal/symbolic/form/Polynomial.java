package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.matheclipse.core.expression.F;
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

  /** An expanded sum. */
  static Polynomial of(List<IExpr> variables, IExpr sum) {
    NavigableMap<List<Integer>, Rational> terms = new TreeMap<>(LEXICOGRAPHIC);
    for (IExpr term : sum.isPlus() ? (IAST) sum : F.List(sum)) {
      Factors monomial = Factors.ofMonomial(term);
      terms.put(variables.stream().map(monomial::exponent).toList(), monomial.content());
    }
    return new Polynomial(variables, terms);
  }

  /** The variables of an expanded sum with the highest exponents of each. */
  static Map<IExpr, Integer> degrees(IExpr sum) {
    Map<IExpr, Integer> degrees = new LinkedHashMap<>();
    for (IExpr term : sum.isPlus() ? (IAST) sum : F.List(sum)) {
      Factors.ofMonomial(term).exponents().forEach((x, n) -> degrees.merge(x, n, Math::max));
    }
    return degrees;
  }

  /** a/b if b divides a; both are expanded sums. */
  static Optional<IExpr> quotient(IExpr a, IExpr b) {
    List<IExpr> variables = List.copyOf(degrees(a).keySet());
    return variables.containsAll(degrees(b).keySet())
        ? of(variables, a).dividedBy(of(variables, b)).map(Polynomial::expression)
        : Optional.empty();
  }

  /** By long division, leading term by leading term. */
  private Optional<Polynomial> dividedBy(Polynomial divisor) {
    Map.Entry<List<Integer>, Rational> leading = divisor.terms.lastEntry();
    NavigableMap<List<Integer>, Rational> rest = new TreeMap<>(terms);
    NavigableMap<List<Integer>, Rational> quotient = new TreeMap<>(LEXICOGRAPHIC);
    while (!rest.isEmpty()) {
      Map.Entry<List<Integer>, Rational> last = rest.lastEntry();
      List<Integer> exponents = sum(last.getKey(), leading.getKey(), -1);
      if (exponents.stream().anyMatch(n -> n < 0)) {
        return Optional.empty();
      }
      Rational factor = last.getValue().divide(leading.getValue());
      quotient.put(exponents, factor);
      divisor.terms.forEach(
          (n, c) ->
              rest.merge(
                  sum(exponents, n, 1),
                  c.multiply(factor).negate(),
                  (x, y) -> x.add(y).isZero() ? null : x.add(y)));
    }
    return Optional.of(new Polynomial(variables, quotient));
  }

  private static List<Integer> sum(List<Integer> a, List<Integer> b, int sign) {
    List<Integer> sum = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      sum.add(a.get(i) + sign * b.get(i));
    }
    return sum;
  }

  private IExpr expression() {
    List<IExpr> sum = new ArrayList<>();
    terms.forEach(
        (exponents, coefficient) -> {
          Map<IExpr, Integer> factors = new LinkedHashMap<>();
          for (int i = 0; i < variables.size(); i++) {
            factors.put(variables.get(i), exponents.get(i));
          }
          sum.add(new Factors(coefficient, factors).expression());
        });
    return Symja.sum(sum.toArray(IExpr[]::new));
  }
}
