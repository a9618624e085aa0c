package dev.zonal.symbolic.ring;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Writes the numbers of a {@link ConstantRing} as expressions. */
public final class ConstantWriter {
  private static final LaurentPolynomial ONE = LaurentPolynomial.of(Rational.ONE);

  private final ConstantRing ring;

  public ConstantWriter(ConstantRing ring) {
    this.ring = ring;
  }

  /** The number as an expression in the generators. */
  IExpr toExpression(LaurentPolynomial a) {
    List<IExpr> terms = new ArrayList<>();
    a.terms().forEach((m, c) -> terms.add(term(m, c)));
    return Symja.sum(terms.toArray(IExpr[]::new));
  }

  /**
   * The number as an expression for a reader: in sigma = alpha^2/(1 + alpha^2) where it is a
   * polynomial in it, in the parameter where it is one in that, and sorted by the other generators.
   */
  IExpr written(LaurentPolynomial a) {
    LaurentPolynomial result = a;
    List<Integer> inner = new ArrayList<>();
    for (Map.Entry<String, Integer> growth : ring.growths().entrySet()) {
      int v = growth.getValue();
      String parameter = growth.getKey();
      boolean isEven = !has(result, v, e -> e % 2 != 0);
      if (isEven && inSigma(parameter) && !has(result, v, e -> e < 0)) {
        int sigma = ring.sigma();
        inner.add(sigma);
        result = substituted(result, v, 2, ONE.plus(LaurentPolynomial.power(sigma, 1).negated()));
      } else if (isEven && !has(result, v, e -> e > 0)) {
        int s = ring.parameter(parameter);
        inner.add(s);
        result = substituted(result, v, -2, ONE.plus(LaurentPolynomial.power(s, 2)));
      }
    }
    return collected(result, inner);
  }

  private static boolean has(LaurentPolynomial a, int generator, IntPredicate test) {
    return a.terms().keySet().stream().anyMatch(m -> test.test(m.exponent(generator)));
  }

  /** Puts {@code value} for g^step, without applying relations. */
  private static LaurentPolynomial substituted(
      LaurentPolynomial a, int g, int step, LaurentPolynomial value) {
    return a.expanded(
        m -> {
          LaurentPolynomial factor = LaurentPolynomial.power(g, -m.exponent(g));
          for (int i = 0; i < m.exponent(g) / step; i++) {
            factor = factor.times(value);
          }
          return factor;
        });
  }

  /** A sum over the monomials in the other generators, with polynomials in the inner ones. */
  private IExpr collected(LaurentPolynomial a, List<Integer> inner) {
    Map<Monomial, LaurentPolynomial> collected = new TreeMap<>();
    a.terms()
        .forEach(
            (m, c) -> {
              Monomial within = Monomial.ONE;
              for (int g : inner) {
                within = within.times(Monomial.power(g, m.exponent(g)));
              }
              collected.merge(
                  m.times(within.inverse()),
                  LaurentPolynomial.of(c, within),
                  LaurentPolynomial::plus);
            });
    List<IExpr> terms = new ArrayList<>();
    collected.forEach((m, c) -> terms.add(Symja.product(term(m, Rational.ONE), toExpression(c))));
    return Symja.sum(terms.toArray(IExpr[]::new));
  }

  private IExpr term(Monomial monomial, Rational coefficient) {
    List<IExpr> factors = new ArrayList<>(List.of(Symja.of(coefficient)));
    for (int g = 0; g < monomial.width(); g++) {
      if (monomial.exponent(g) != 0) {
        factors.add(F.Power(ring.meaning(g), F.ZZ(monomial.exponent(g))));
      }
    }
    return Symja.product(factors.toArray(IExpr[]::new));
  }

  /**
   * The number as a rational function of sigma, for the parameter alpha, or of v. Even powers of
   * the parameter s are powers of s^2 = sigma/(1 - sigma) = (1 - v^2)/v^2.
   */
  public IExpr inDecay(LaurentPolynomial a, String parameter) {
    int s = ring.parameter(parameter);
    int v = ring.growths().get(parameter);
    boolean inSigma = inSigma(parameter);
    IExpr name = inSigma ? ring.meaning(ring.sigma()) : ring.nameGrowth(parameter);
    IExpr square = inSigma ? Symja.sum(F.C1, Symja.product(F.CN1, name)) : Symja.power(name, F.C2);
    IExpr parameterSquare =
        Symja.product(Symja.sum(F.C1, Symja.product(F.CN1, square)), Symja.power(square, F.CN1));
    List<IExpr> terms = new ArrayList<>();
    a.terms()
        .forEach(
            (m, c) -> {
              int e = m.exponent(s);
              int f = m.exponent(v);
              if (e % 2 != 0 || inSigma && f % 2 != 0) {
                throw new UnsupportedExpressionException("an odd power of " + parameter);
              }
              Monomial rest = m.times(Monomial.power(s, -e)).times(Monomial.power(v, -f));
              IExpr decay =
                  inSigma ? Symja.power(square, Symja.of(f / 2)) : Symja.power(name, Symja.of(f));
              terms.add(
                  Symja.product(
                      term(rest, c), decay, Symja.power(parameterSquare, Symja.of(e / 2))));
            });
    return Symja.sum(terms.toArray(IExpr[]::new));
  }

  /** Whether the parameter is written as sigma where possible. */
  private static boolean inSigma(String parameter) {
    return parameter.equals("alpha");
  }
}
