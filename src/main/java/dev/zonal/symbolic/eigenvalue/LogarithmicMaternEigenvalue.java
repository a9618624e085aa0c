package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.gamma;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Structure;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalues of the Matern kernels of an integer smoothness, whose powers of the chord come
 * with logarithms: a finite sum and a series with values of psi (docs/theory.md, Corollary 9.18a).
 */
final class LogarithmicMaternEigenvalue {
  private static final IExpr M = Symja.symbol("m");

  /** The smoothness, and the larger and the less of it and k. */
  private final IExpr smoothness;

  private final IExpr larger;
  private final IExpr less;

  /** 1/(nu - 1)!. */
  private final IExpr weight;

  private final IExpr c;

  private LogarithmicMaternEigenvalue(int smoothness, IExpr c) {
    this.smoothness = F.ZZ(smoothness);
    this.larger = F.Max(this.smoothness, K);
    this.less = F.Min(this.smoothness, K);
    this.weight = Symja.of(ExactEvaluator.rising(Rational.ONE, smoothness - 1).reciprocal());
    this.c = c;
  }

  static Derivation derive(EigenvalueSteps steps, Structure.Bessel bessel) {
    IExpr c = bessel.rate().in(new SymbolicArithmetic(new Definitions()));
    return new LogarithmicMaternEigenvalue(bessel.smoothness().intValue(), c).derive(steps);
  }

  private Derivation derive(EigenvalueSteps steps) {
    ChordPowerDerivation.derive(steps, Symja.symbol("s"));
    steps.add(
        "The kernel has even powers of the chord, and such times $\\log r$; $\\psi$ is the"
            + " logarithmic derivative of $\\Gamma$",
        new Equation(Symja.symbol("f"), kernel()));
    steps.add(
        "The eigenvalue of $r^s$ is $\\lambda_k(s)$, that of $r^s \\log r$ its derivative by $s$."
            + " For $s = 2m$ with $m < k$ the first is 0, and the derivative is that of the factor"
            + " of $(-s/2)_k$ that vanishes, times the others; for $m \\ge k$ it is"
            + " $\\lambda_k(2m)$ times the derivative of its logarithm. The first sum has the"
            + " powers with $k \\le m < \\nu$, or the logarithms with $\\nu \\le m < k$");
    IExpr value =
        Symja.product(
            F.Power(F.C2, Symja.sum(D, F.CN2)),
            F.Power(S.Pi, F.CN1D2),
            gamma(half(D)),
            weight,
            Symja.sum(finite(), logarithmic()));
    return steps.result(value, "Corollary 9.18a of `docs/theory.md`");
  }

  /** (c r/2)^2 to the power m. */
  private IExpr power() {
    return F.Power(Symja.product(F.C1D2, c, Symja.symbol("r")), Symja.product(F.C2, M));
  }

  /** The function of the chord (docs/theory.md, Lemma 9.16). */
  private IExpr kernel() {
    IExpr polynomial =
        Inert.product(
            F.Power(F.CN1, M),
            power(),
            F.Factorial(Symja.sum(smoothness, F.CN1, Symja.product(F.CN1, M))),
            inverse(F.Factorial(M)));
    IExpr logarithm =
        Symja.sum(
            psi(Symja.sum(M, F.C1, minus(smoothness))),
            psi(Symja.sum(M, F.C1)),
            minus(Symja.product(F.C2, F.Log(Symja.product(F.C1D2, c, Symja.symbol("r"))))));
    IExpr singular =
        Inert.product(
            power(),
            logarithm,
            inverse(F.Factorial(M)),
            inverse(F.Factorial(Symja.sum(M, minus(smoothness)))));
    IExpr sign = Symja.power(F.CN1, smoothness);
    return F.Plus(
        smoothness.isOne()
            ? F.C1
            : Inert.product(weight, Inert.sum(polynomial, M, F.C0, Symja.sum(smoothness, F.CN1))),
        Inert.product(Symja.product(weight, sign), Inert.sum(singular, M, smoothness)));
  }

  /** The m between k and nu. */
  private IExpr finite() {
    IExpr term =
        Symja.product(
            Symja.power(Symja.product(F.CN1, F.Sqr(c)), M),
            gamma(Symja.sum(M, half(D, F.CN1))),
            F.Factorial(Symja.sum(larger, F.CN1, minus(M))),
            inverse(F.Factorial(Symja.sum(M, minus(less)))),
            inverse(gamma(Symja.sum(M, K, D, F.CN1))));
    return Symja.product(F.Power(F.CN1, less), Inert.sum(term, M, less, Symja.sum(larger, F.CN1)));
  }

  /** The m from k and nu on. */
  private IExpr logarithmic() {
    IExpr bracket =
        Symja.sum(
            psi(Symja.sum(M, F.C1, minus(smoothness))),
            psi(Symja.sum(M, F.C1, minus(K))),
            psi(Symja.sum(M, K, D, F.CN1)),
            minus(psi(Symja.sum(M, half(D, F.CN1)))),
            minus(Symja.product(F.C2, F.Log(c))));
    IExpr term =
        Symja.product(
            F.Power(c, Symja.product(F.C2, M)),
            gamma(Symja.sum(M, half(D, F.CN1))),
            bracket,
            inverse(F.Factorial(Symja.sum(M, minus(smoothness)))),
            inverse(F.Factorial(Symja.sum(M, minus(K)))),
            inverse(gamma(Symja.sum(M, K, D, F.CN1))));
    boolean isEven = smoothness.isEvenResult();
    IExpr sign = F.Power(F.CN1, isEven ? K : Symja.sum(K, F.C1));
    return Symja.product(sign, Inert.sum(term, M, larger));
  }

  private static IExpr minus(IExpr x) {
    return Symja.product(F.CN1, x);
  }

  private static IExpr psi(IExpr x) {
    return Symja.evaluate(F.PolyGamma(F.C0, x));
  }
}
