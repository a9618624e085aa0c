package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.gamma;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.normalisation;

import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.kernel.IndexedAngle;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalues of (1 - u^2)^p and, by the derivative rule from those of (1 - u^2)^(-1/2), of
 * kappa_0 and kappa_1 (docs/symbolic.md, section 3).
 */
final class KappaEigenvalues {
  private KappaEigenvalues() {}

  /** Section 3.4 of the notes: (1-u^2)^p has no odd eigenvalues, and these even ones. */
  static EigenvalueForm evenWeight(EigenvalueSteps steps, IExpr p) {
    IExpr x = Symja.symbol("x");
    IExpr m = Symja.symbol("m");
    IExpr power = F.Power(F.Subtract(F.C1, x), Symja.symbol("p"));
    steps.add(
        "(1-u^2)^p is even, so odd k give 0. For k = 2m put x = u^2: then P_k is a Jacobi"
            + " polynomial in x, and Rodrigues' formula for it, integrated by parts m times,"
            + " moves the derivatives to (1-x)^p",
        new Equation(
            Indexed.of("eta", Symja.product(F.C2, m)),
            Inert.product(
                normalisation(),
                inverse(F.Pochhammer(half(D, F.CN1), m)),
                Inert.integral(
                    Inert.product(
                        Inert.derivative(power, x, m),
                        F.Power(F.Subtract(F.C1, x), Symja.sum(m, half(D, Symja.of(-3)))),
                        F.Power(x, Symja.sum(m, F.CN1D2))),
                    x,
                    F.C0,
                    F.C1))));
    steps.add(
        "One derivative lowers the exponent and brings a factor; m of them bring (-p)_m, up to"
            + " the sign that the integrations by parts take back",
        EigenvalueSteps.derivative(power, x));
    IExpr even =
        Symja.product(
            gamma(half(D)),
            F.Power(S.Pi, F.CN1D2),
            F.Pochhammer(Symja.product(F.CN1, p), half(K)),
            gamma(Symja.sum(p, half(D, F.CN1))),
            gamma(Symja.sum(half(K), F.C1D2)),
            inverse(gamma(Symja.sum(half(K), half(D, F.CN1)))),
            inverse(gamma(Symja.sum(p, half(K), half(D)))));
    steps.add("The integral is Euler's Beta function", new Equation(Indexed.of("eta", K), even));
    return new EigenvalueForm(Map.of(), even, F.C0);
  }

  /** Those of kappa_0, with the steps to them. */
  static EigenvalueForm kappa0(EigenvalueSteps steps) {
    IExpr u = Symja.symbol("u");
    steps.add(
        "kappa_0(-u) = 1 - kappa_0(u): eta_0 = 1/2, and even k >= 2 give 0. For odd k the"
            + " derivative rule eta_k(f; d) = eta_{k-1}(f'; d+2)/d applies to",
        EigenvalueSteps.derivative(IndexedAngle.kappa0(u), u));
    EigenvalueForm weight = evenWeight(steps, Symja.of(-1, 2));
    IExpr lifted = lifted(weight.even());
    IExpr unsimplified = Symja.product(inverse(S.Pi), inverse(D), lifted);
    IExpr closed =
        Symja.product(
            F.C1D2,
            F.Power(S.Pi, F.CN2),
            F.Sqr(Symja.product(gamma(half(D)), gamma(half(K)), inverse(gamma(half(K, D))))));
    steps.chain("kappa_0 for odd k", unsimplified, closed, 1);
    return new EigenvalueForm(Map.of(0, F.C1D2), F.C0, closed);
  }

  /** Those of kappa_1. */
  static EigenvalueForm kappa1(EigenvalueSteps steps) {
    IExpr u = Symja.symbol("u");
    EigenvalueForm below = kappa0(steps);
    steps.add(
        "kappa_1(-u) = kappa_1(u) - u: odd k >= 3 give 0. The derivative of kappa_1 is kappa_0,"
            + " so the derivative rule gives eta_1 = eta_0(kappa_0)/d and, for even k >= 2,"
            + " eta_k = eta_{k-1}(kappa_0; d+2)/d. For k = 0 integrate kappa_1 = u kappa_0 +"
            + " Sqrt(1-u^2)/Pi",
        EigenvalueSteps.derivative(IndexedAngle.kappa1(u), u));
    IExpr unsimplified = Symja.product(inverse(D), lifted(below.odd()));
    IExpr closed =
        Symja.product(
            F.C1D2,
            F.Power(S.Pi, F.CN2),
            inverse(D),
            F.Sqr(
                Symja.product(
                    gamma(half(D, F.C2)),
                    gamma(half(K, F.CN1)),
                    inverse(gamma(half(K, D, F.C1))))));
    steps.chain("kappa_1 for even k >= 2", unsimplified, closed, 0);
    IExpr atZero =
        Symja.sum(
            below.at(1),
            Symja.product(
                inverse(S.Pi),
                Symja.replace(evenWeight(new EigenvalueSteps(""), F.C1D2).even(), K, F.C0)));
    steps.chainAtZero("kappa_1 at k = 0", atZero, Symja.replace(closed, K, F.C0));
    return new EigenvalueForm(Map.of(1, Symja.product(F.C1D2, inverse(D))), closed, F.C0);
  }

  /** An expression in k and d at k - 1 and d + 2. */
  private static IExpr lifted(IExpr form) {
    IExpr shifted = Symja.replace(form, K, Symja.sum(K, F.CN1));
    return Symja.replace(shifted, D, Symja.sum(D, F.C2));
  }
}
