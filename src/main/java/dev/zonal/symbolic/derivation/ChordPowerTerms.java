package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The numbers g_j(m) in K^m lambda_k(s) ~ c_s (g_0 + g_1 K^-2 + g_2 K^-4 + ...), m = s + d - 1, K =
 * k + (d-2)/2, for the eigenvalues of a power of the chord (docs/theory.md, Lemma 12.15).
 */
final class ChordPowerTerms {
  private ChordPowerTerms() {}

  /**
   * g_j as a product: m (m+1) ... (m+2j-1) times the coefficient of t^(2j) in
   * (sinh(t/2)/(t/2))^(m-1), a polynomial in m.
   */
  static IExpr of(int j, IExpr m) {
    IExpr p = Symja.sum(m, F.CN1);
    IExpr polynomial = F.C0;
    List<Rational> coefficients = power(j);
    for (int i = j; i >= 0; i--) {
      polynomial = Symja.sum(Symja.product(polynomial, p), Symja.of(coefficients.get(i)));
    }
    IExpr product = Symja.factored(polynomial);
    for (int i = 0; i < 2 * j; i++) {
      product = Symja.product(product, Symja.sum(m, Symja.of(i)));
    }
    return product;
  }

  /**
   * The coefficient of t^(2 last) in h = f^p, f = sinh(t/2)/(t/2), as a polynomial in p by its
   * coefficients: f h' = p f' h.
   */
  private static List<Rational> power(int last) {
    List<Rational> f = sine(Rational.ONE, last);
    List<List<Rational>> powers = new ArrayList<>(List.of(List.of(Rational.ONE)));
    for (int n = 1; n <= last; n++) {
      List<Rational> sum = new ArrayList<>(Collections.nCopies(n + 1, Rational.ZERO));
      for (int i = 1; i <= n; i++) {
        List<Rational> before = powers.get(n - i);
        for (int e = 0; e < before.size(); e++) {
          Rational part = before.get(e).multiply(f.get(i)).divide(n);
          sum.set(e, sum.get(e).subtract(part.multiply(n - i)));
          sum.set(e + 1, sum.get(e + 1).add(part.multiply(i)));
        }
      }
      powers.add(sum);
    }
    return powers.get(last);
  }

  /** The coefficients of t^0, t^2, ..., t^(2 last) in sinh(at/2)/(at/2). */
  private static List<Rational> sine(Rational square, int last) {
    List<Rational> terms = new ArrayList<>(List.of(Rational.ONE));
    for (int i = 1; i <= last; i++) {
      terms.add(terms.get(i - 1).multiply(square).divide(4L * 2 * i * (2 * i + 1)));
    }
    return terms;
  }

  /**
   * g_0(m), ..., g_last(m) another way: the exponential of the integral of exp(-K t) (sinh(mt/2) /
   * sinh(t/2) - m)/t (proof of docs/theory.md, Lemma 12.8), term by term.
   */
  static List<Rational> numbers(Rational m, int last) {
    List<Rational> above = sine(m.multiply(m), last);
    List<Rational> below = sine(Rational.ONE, last);
    List<Rational> quotient = new ArrayList<>(List.of(m));
    List<Rational> terms = new ArrayList<>(List.of(Rational.ONE));
    Rational factorial = Rational.ONE;
    List<Rational> logarithm = new ArrayList<>(List.of(Rational.ZERO));
    for (int n = 1; n <= last; n++) {
      Rational next = above.get(n).multiply(m);
      for (int i = 1; i <= n; i++) {
        next = next.subtract(below.get(i).multiply(quotient.get(n - i)));
      }
      quotient.add(next);
      factorial = n == 1 ? factorial : factorial.multiply((2L * n - 2) * (2L * n - 1));
      logarithm.add(next.multiply(factorial));
      Rational sum = Rational.ZERO;
      for (int i = 1; i <= n; i++) {
        sum = sum.add(logarithm.get(i).multiply(i).multiply(terms.get(n - i)));
      }
      terms.add(sum.divide(n));
    }
    return terms;
  }
}
