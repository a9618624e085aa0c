package dev.zonal.symbolic.eigenvalue;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.NoClosedFormException;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
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

  /** The angle of the first layer as three names: u, kappa0 and kappa1. */
  private static final class Layer implements Angle<IExpr> {
    private static DomainException deeper() {
      return new DomainException("the kernel is not a polynomial in u, kappa_0(u) and kappa_1(u)");
    }

    @Override
    public IExpr theta() {
      throw deeper();
    }

    @Override
    public IExpr cosine() {
      return Symja.symbol("u");
    }

    @Override
    public IExpr versine() {
      return Symja.sum(Symja.of(1), Symja.product(Symja.of(-1), cosine()));
    }

    @Override
    public IExpr chord() {
      throw deeper();
    }

    @Override
    public IExpr kappa0() {
      return Symja.symbol("kappa0");
    }

    @Override
    public IExpr kappa1() {
      return Symja.symbol("kappa1");
    }

    @Override
    public Angle<IExpr> throughLayer(int degree, IExpr arc, IExpr constant) {
      if (arc.isZero() && constant.isZero()) {
        return this;
      }
      throw new UnsupportedExpressionException("a second layer has no eigenvalues in closed form");
    }

    @Override
    public Angle<IExpr> withCosine(IExpr u) {
      throw deeper();
    }
  }

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
              + " polynomial and laplace have; spectrum has the numbers");
    }
    Definitions definitions = new Definitions();
    IExpr u = Symja.symbol("u");
    IExpr k0 = Symja.symbol("kappa0");
    IExpr k1 = Symja.symbol("kappa1");
    IExpr named = kernel.kernel().evaluate(new SymbolicArithmetic(definitions), new Layer());
    IExpr value = Symja.evaluate(F.ExpandAll(Definitions.expanded(definitions.equations(), named)));
    steps.add(
        "The kernel in u, kappa0 = kappa_0(u) and kappa1 = kappa_1(u)",
        new Equation(Symja.symbol("f"), value));
    EigenvalueForm sum = new EigenvalueForm(Map.of(), F.C0, F.C0);
    IExpr ofK1 = coefficient(value, k1);
    IExpr ofK0 = coefficient(value, k0);
    IExpr rest = Symja.replace(Symja.replace(value, k0, F.C0), k1, F.C0);
    if (!ofK1.isZero()) {
      sum = sum.plus(KappaEigenvalues.kappa1(steps).times(Symja.factored(ofK1)));
    }
    if (!ofK0.isZero()) {
      sum = sum.plus(timesPolynomial(steps, ofK0, u, KappaEigenvalues.kappa0(steps)));
    }
    return rest.isZero()
        ? sum
        : sum.plus(
            timesPolynomial(steps, rest, u, new EigenvalueForm(Map.of(0, F.C1), F.C0, F.C0)));
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
      coefficients.add(Symja.factored(coefficient));
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
