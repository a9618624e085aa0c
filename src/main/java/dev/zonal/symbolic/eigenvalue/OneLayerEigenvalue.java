package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.eta;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.OneLayerTerm;
import dev.zonal.kernel.OneLayerTerm.Basis;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalues of a kernel of one layer, a sum of polynomials in u times arc-cosine kernels and
 * 1, and of a polynomial alone.
 */
final class OneLayerEigenvalue {
  /** Those of the function 1. */
  static final EigenvalueForm ONE = new EigenvalueForm(Map.of(0, F.C1), F.C0, F.C0);

  private OneLayerEigenvalue() {}

  /** Those of a polynomial in u. */
  static EigenvalueForm ofPolynomial(EigenvalueSteps steps, List<Rational> coefficients) {
    int degree = coefficients.size() - 1;
    while (degree > 0 && coefficients.get(degree).signum() == 0) {
      degree--;
    }
    List<IExpr> powers = coefficients.subList(0, degree + 1).stream().map(Symja::of).toList();
    steps.add("The kernel as a polynomial", new Equation(Symja.symbol("f"), polynomial(powers)));
    return timesPolynomial(steps, powers, ONE);
  }

  private static IExpr polynomial(List<IExpr> coefficients) {
    IExpr sum = F.C0;
    for (int j = 0; j < coefficients.size(); j++) {
      sum = Symja.sum(sum, Symja.product(coefficients.get(j), F.Power(Symja.symbol("u"), F.ZZ(j))));
    }
    return sum;
  }

  /** Those of the sum of the terms over the sum of their weights. */
  static EigenvalueForm of(EigenvalueSteps steps, List<OneLayerTerm> terms) {
    SymbolicArithmetic over = new SymbolicArithmetic(new Definitions());
    IExpr total = terms.stream().map(t -> t.weight(over)).reduce(F.C0, Symja::sum);
    // The degree n of kappa_n to the factors of 1 and u; the constant functions have none.
    Map<Optional<Integer>, IExpr[]> factors =
        new TreeMap<>(Comparator.comparing((Optional<Integer> n) -> n.orElse(-1)).reversed());
    for (OneLayerTerm term : terms) {
      Basis function = term.function();
      IExpr[] factor = factors.computeIfAbsent(function.degree(), n -> new IExpr[] {F.C0, F.C0});
      int power = function.cosine() ? 1 : 0;
      IExpr weight = Symja.product(term.weight(over), inverse(total));
      factor[power] = Symja.sum(factor[power], weight);
    }
    factors.replaceAll((n, f) -> new IExpr[] {Symja.factored(f[0]), Symja.factored(f[1])});
    steps.add(
        "The kernel as a combination of known functions",
        new Equation(Symja.symbol("f"), sum(factors)));
    EigenvalueForm sum = new EigenvalueForm(Map.of(), F.C0, F.C0);
    for (Map.Entry<Optional<Integer>, IExpr[]> entry : factors.entrySet()) {
      IExpr[] factor = entry.getValue();
      boolean constant = factor[1].isZero();
      boolean isAlone = constant && factors.size() == 1;
      EigenvalueForm of = entry.getKey().map(n -> arcCosine(steps, n, isAlone)).orElse(ONE);
      List<IExpr> powers = constant ? List.of(factor[0]) : List.of(factor);
      sum = sum.plus(timesPolynomial(steps, powers, of));
    }
    return sum;
  }

  private static IExpr sum(Map<Optional<Integer>, IExpr[]> factors) {
    IExpr sum = F.C0;
    for (Map.Entry<Optional<Integer>, IExpr[]> entry : factors.entrySet()) {
      IExpr function = entry.getKey().<IExpr>map(n -> Symja.symbol("kappa" + n)).orElse(F.C1);
      IExpr terms = Symja.product(polynomial(List.of(entry.getValue())), function);
      sum = Symja.sum(sum, Symja.evaluate(F.Expand(terms)));
    }
    return sum;
  }

  private static EigenvalueForm arcCosine(EigenvalueSteps steps, int degree, boolean isAlone) {
    return switch (degree) {
      case 0 -> KappaEigenvalues.kappa0(steps);
      case 1 -> KappaEigenvalues.kappa1(steps);
      default ->
          ArcCosineDerivation.of(
              steps,
              degree,
              isAlone ? ArcCosineDerivation.Parity.ALL : ArcCosineDerivation.Parity.OTHER);
    };
  }

  /** p(u) f, by Horner's rule and the three-term rule for u f. */
  static EigenvalueForm timesPolynomial(
      EigenvalueSteps steps, List<IExpr> coefficients, EigenvalueForm of) {
    if (coefficients.size() > 1) {
      IExpr g = Symja.symbol("g");
      IExpr times = F.Times(Symja.symbol("u"), g);
      steps.add(
          "The three-term rule of the Gegenbauer polynomials, for any $g(u)$, once for each power"
              + " of $u$; $\\eta_0(u g, d) = \\eta_1(g, d)$, and $\\eta_k(1, d)$ is 1 for $k = 0$ and"
              + " else 0",
          new Equation(
              eta(K, times, D),
              F.Times(
                  F.Plus(
                      F.Times(Symja.sum(K, D, F.CN2), eta(Symja.sum(K, F.C1), g, D)),
                      F.Times(K, eta(Symja.sum(K, F.CN1), g, D))),
                  inverse(Symja.sum(Symja.product(F.C2, K), D, F.CN2)))));
    }
    EigenvalueForm sum = of.times(coefficients.get(coefficients.size() - 1));
    for (int i = coefficients.size() - 2; i >= 0; i--) {
      sum = sum.timesCosine().plus(of.times(coefficients.get(i)));
    }
    return sum;
  }
}
