package dev.zonal.symbolic.eigenvalue;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Structure;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.NoClosedFormException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.kernel.Layer;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalues of a kernel that is a polynomial in u plus (a + b u) kappa_0 + c kappa_1: a
 * network of one layer.
 */
final class OneLayerEigenvalue {
  private OneLayerEigenvalue() {}

  /**
   * A kernel that is c_1 + c_u u + ... + (a + b u) kappa_0 + c kappa_1, read off by evaluating it.
   */
  static EigenvalueForm of(EigenvalueSteps steps, SymbolicKernel kernel) {
    Structure structure = kernel.kernel().structure();
    boolean oneLayer =
        structure instanceof Structure.OneLayer || structure instanceof Structure.Polynomial;
    if (!oneLayer) {
      throw new NoClosedFormException(
          kernel
              + " has no eigenvalues in closed form; one-layer kernels (L=1), arccos, chord,"
              + " polynomial and laplace have");
    }
    Definitions definitions = new Definitions();
    IExpr u = Symja.symbol("u");
    IExpr k0 = Symja.symbol("kappa0");
    IExpr k1 = Symja.symbol("kappa1");
    IExpr named = Layer.evaluate(kernel.kernel(), definitions);
    IExpr value = Symja.evaluate(F.ExpandAll(Definitions.expanded(definitions.equations(), named)));
    steps.add(
        "The kernel in u, kappa0 = kappa_0(u) and kappa1 = kappa_1(u)",
        new Equation(Symja.symbol("f"), value));
    EigenvalueForm sum = EigenvalueForm.finite(Map.of());
    IExpr ofK1 = coefficient(value, k1);
    IExpr ofK0 = coefficient(value, k0);
    IExpr rest = Symja.replace(Symja.replace(value, k0, F.C0), k1, F.C0);
    if (!ofK1.isZero()) {
      sum =
          sum.plus(
              KappaEigenvalues.kappa1(steps).times(Symja.evaluate(F.Factor(F.Together(ofK1)))));
    }
    if (!ofK0.isZero()) {
      sum = sum.plus(timesPolynomial(steps, ofK0, u, KappaEigenvalues.kappa0(steps)));
    }
    return rest.isZero() ? sum : sum.plus(timesPolynomial(steps, rest, u, EigenvalueForm.one()));
  }

  /** The derivative, which is the coefficient: the kernel is linear in its kappas. */
  private static IExpr coefficient(IExpr value, IExpr of) {
    return Symja.evaluate(F.D(value, of));
  }

  /** p(u) f, by Horner's rule and the three-term rule for u f. */
  private static EigenvalueForm timesPolynomial(
      EigenvalueSteps steps, IExpr polynomial, IExpr u, EigenvalueForm of) {
    int degree = 0;
    IExpr derivative = polynomial;
    List<IExpr> coefficients = new ArrayList<>();
    Rational factorial = Rational.ONE;
    while (!derivative.isZero()) {
      IExpr atZero = Symja.replace(derivative, u, F.C0);
      IExpr coefficient = Symja.product(atZero, Symja.of(factorial.reciprocal()));
      coefficients.add(Symja.evaluate(F.Factor(F.Together(coefficient))));
      derivative = Symja.evaluate(F.ExpandAll(F.D(derivative, u)));
      factorial = factorial.multiply(++degree);
    }
    if (coefficients.size() > 1) {
      steps.add(
          "Three-term rule: eta_k(u f) = ((k+d-2) eta_(k+1)(f) + k eta_(k-1)(f))/(2k+d-2) and"
              + " eta_0(u f) = eta_1(f)");
    }
    EigenvalueForm sum = of.times(coefficients.get(coefficients.size() - 1));
    for (int i = coefficients.size() - 2; i >= 0; i--) {
      sum = sum.timesCosine().plus(of.times(coefficients.get(i)));
    }
    return sum;
  }
}
