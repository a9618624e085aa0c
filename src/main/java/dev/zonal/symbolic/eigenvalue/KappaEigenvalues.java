package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.eta;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.gamma;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.normalisation;

import dev.zonal.symbolic.Equation;
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
  private static final IExpr U = Symja.symbol("u");
  private static final IExpr P = Symja.symbol("p");
  private static final IExpr KAPPA0 = Symja.symbol("kappa0");
  private static final IExpr KAPPA1 = Symja.symbol("kappa1");

  private KappaEigenvalues() {}

  /** Section 3.4 of the notes: (1-u^2)^p has no odd eigenvalues, and these even ones. */
  static EigenvalueForm evenWeight(EigenvalueSteps steps, IExpr p) {
    IExpr x = Symja.symbol("x");
    IExpr m = Symja.symbol("m");
    IExpr base = F.Subtract(F.C1, x);
    IExpr power = F.Power(base, P);
    steps.add(
        "Write $\\eta_k(g, d)$ for the eigenvalue of a function $g(u)$ on the sphere of"
            + " $\\mathbb{R}^d$. The function $(1-u^2)^p$ is even, so that it is 0 for odd $k$. For"
            + " $k = 2m$ put $x = u^2$: the Gegenbauer polynomial is a Jacobi polynomial in $x$, and"
            + " Rodrigues' formula for it, integrated by parts $m$ times, moves the derivatives to"
            + " $(1-x)^p$",
        new Equation(
            eta(Symja.product(F.C2, m), weight(P), D),
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
        "The derivatives bring a rising factorial, by induction on $m$",
        new Equation(
            Inert.derivative(power, x, m),
            F.Times(
                F.Pochhammer(F.Times(F.CN1, P), m), F.Power(base, F.Plus(P, F.Times(F.CN1, m))))));
    steps.add(
        "The integral that is left is Euler's Beta function, so that for even $k$",
        new Equation(eta(K, weight(P), D), evenWeight(P)));
    return new EigenvalueForm(Map.of(), evenWeight(p), F.C0);
  }

  /** (1 - u^2)^p. */
  private static IExpr weight(IExpr p) {
    return F.Power(F.Subtract(F.C1, F.Sqr(U)), p);
  }

  /** Those of (1 - u^2)^p for even k. */
  private static IExpr evenWeight(IExpr p) {
    return Symja.product(
        gamma(half(D)),
        F.Power(S.Pi, F.CN1D2),
        F.Pochhammer(Symja.product(F.CN1, p), half(K)),
        gamma(Symja.sum(p, half(D, F.CN1))),
        gamma(Symja.sum(half(K), F.C1D2)),
        inverse(gamma(Symja.sum(half(K), half(D, F.CN1)))),
        inverse(gamma(Symja.sum(p, half(K), half(D)))));
  }

  /** Those of kappa_0, with the steps to them. */
  static EigenvalueForm kappa0(EigenvalueSteps steps) {
    IExpr half = Symja.of(-1, 2);
    EigenvalueForm weight = evenWeight(steps, half);
    steps.add(
        "As $\\kappa_0(-u) = 1 - \\kappa_0(u)$, $\\eta_0(\\kappa_0, d) = 1/2$, and even $k \\ge 2$ have"
            + " 0. Integration by parts of Rodrigues' formula is the derivative rule"
            + " $\\eta_k(g, d) = \\eta_{k-1}(g', d+2)/d$. It applies to",
        EigenvalueSteps.derivative(IndexedAngle.kappa0(U), U));
    IExpr lifted = lifted(weight.even());
    IExpr unsimplified = Symja.product(inverse(S.Pi), inverse(D), lifted);
    IExpr closed =
        Symja.product(
            F.C1D2,
            F.Power(S.Pi, F.CN2),
            F.Sqr(Symja.product(gamma(half(D)), gamma(half(K)), inverse(gamma(half(K, D))))));
    steps.add(
        "For odd $k$ this is the case $p = -1/2$ above, in the dimension $d+2$ and at the frequency"
            + " $k-1$",
        new Equation(
            eta(K, KAPPA0, D),
            F.Times(
                inverse(S.Pi),
                inverse(D),
                eta(Symja.sum(K, F.CN1), weight(half), Symja.sum(D, F.C2)))));
    steps.chain("With the value above", eta(K, KAPPA0, D), unsimplified, closed, 1);
    return new EigenvalueForm(Map.of(0, F.C1D2), F.C0, closed);
  }

  /** Those of kappa_1. */
  static EigenvalueForm kappa1(EigenvalueSteps steps) {
    EigenvalueForm below = kappa0(steps);
    steps.add(
        "As $\\kappa_1(-u) = \\kappa_1(u) - u$, odd $k \\ge 3$ have 0. The derivative of $\\kappa_1$ is"
            + " $\\kappa_0$",
        EigenvalueSteps.derivative(IndexedAngle.kappa1(U), U));
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
    steps.add(
        "so that the derivative rule gives $\\eta_1(\\kappa_1, d) = \\eta_0(\\kappa_0, d+2)/d = 1/(2d)$"
            + " and, for even $k \\ge 2$, the value of $\\kappa_0$ at $k-1$ in the dimension $d+2$",
        new Equation(
            eta(K, KAPPA1, D),
            F.Times(inverse(D), eta(Symja.sum(K, F.CN1), KAPPA0, Symja.sum(D, F.C2)))));
    steps.chain("With the value above", eta(K, KAPPA1, D), unsimplified, closed, 0);
    IExpr atZero =
        Symja.sum(
            below.at(1),
            Symja.product(
                inverse(S.Pi),
                Symja.replace(evenWeight(new EigenvalueSteps(""), F.C1D2).even(), K, F.C0)));
    steps.chainAtZero(
        "For $k = 0$ integrate $\\kappa_1 = u \\kappa_0 + \\sqrt{1-u^2}/\\pi$: the first term gives"
            + " $\\eta_1(\\kappa_0, d)$, the second is the case $p = 1/2$; together they are the same"
            + " formula",
        eta(F.C0, KAPPA1, D),
        atZero,
        Symja.replace(closed, K, F.C0));
    return new EigenvalueForm(Map.of(1, Symja.product(F.C1D2, inverse(D))), closed, F.C0);
  }

  /** An expression in k and d at k - 1 and d + 2. */
  private static IExpr lifted(IExpr form) {
    IExpr shifted = Symja.replace(form, K, Symja.sum(K, F.CN1));
    return Symja.replace(shifted, D, Symja.sum(D, F.C2));
  }
}
