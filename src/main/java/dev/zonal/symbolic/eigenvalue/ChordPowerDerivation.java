package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.normalisation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.Kernel;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** The eigenvalues of the powers of the chord, by Rodrigues' formula. */
public final class ChordPowerDerivation {
  private ChordPowerDerivation() {}

  /** Lambda_k(s) (docs/theory.md, Lemma 9.3), s not an even integer below 2k. */
  public static IExpr formula(IExpr s) {
    IExpr halfS = half(s);
    return Symja.product(
        F.Power(F.C2, Symja.sum(s, D, F.CN2)),
        F.Power(S.Pi, F.CN1D2),
        F.Gamma(half(D)),
        F.Pochhammer(Symja.product(F.CN1, halfS), K),
        F.Gamma(half(s, D, F.CN1)),
        F.Power(F.Gamma(Symja.sum(halfS, K, D, F.CN1)), F.CN1));
  }

  /** The eigenvalues as they are written in a step. */
  public static Equation equation() {
    IExpr s = Symja.symbol("s");
    return new Equation(F.binaryAST2(Symja.symbol("lambda"), K, s), formula(s));
  }

  static IExpr derive(EigenvalueSteps steps, IExpr s) {
    IExpr u = Symja.symbol("u");
    IExpr power = F.Power(Symja.product(F.C2, Symja.sum(F.C1, Symja.product(F.CN1, u))), half(s));
    IExpr lambda = F.binaryAST2(Symja.symbol("lambda"), K, s);
    IExpr below = F.Subtract(F.C1, u);
    steps.add(
        "Let $\\lambda_k(s)$ be the eigenvalue of the power $r^s = (2 - 2u)^{s/2}$ of the chord."
            + " Rodrigues' formula, integrated by parts $k$ times, gives",
        new Equation(
            lambda,
            Inert.product(
                normalisation(),
                F.Power(F.C2, Symja.product(F.CN1, K)),
                inverse(F.Pochhammer(half(D, F.CN1), K)),
                Inert.integral(
                    Inert.product(
                        Inert.derivative(power, u, K),
                        F.Power(F.Subtract(F.C1, F.Sqr(u)), Symja.sum(K, half(D, Symja.of(-3))))),
                    u,
                    F.CN1,
                    F.C1))));
    steps.add(
        "One derivative brings the factor $-s/2$, the next $1-s/2$, and so on",
        new Equation(
            Inert.derivative(F.Power(below, half(s)), u, K),
            F.Times(
                F.Pochhammer(half(s).negate(), K),
                F.Power(below, F.Plus(half(s), F.Times(F.CN1, K))))));
    IExpr form = formula(s);
    steps.add(
        "The integral of $(1-u)^{(s+d-3)/2} (1+u)^{k+(d-3)/2}$ is $2^{s/2+k+d-2}$ times Euler's Beta"
            + " function at $(s+d-1)/2$ and $k+(d-1)/2$, so that",
        new Equation(lambda, form));
    return form;
  }

  static Derivation given(EigenvalueSteps steps, Kernel kernel, Rational s) {
    IExpr form = derive(steps, Symja.of(s));
    if (s.signum() < 0 || !s.isInteger()) {
      // Its integrals are no polynomials in the angle; the seal compares it all the same.
      Rational least = Rational.ONE.subtract(s);
      boolean isEverywhere = least.compareTo(Rational.of(2)) < 0;
      return steps.result(
          form, isEverywhere ? "Lemma 9.3 of `docs/theory.md`" : "for $d$ above " + least);
    }
    return steps.verified(
        form, random -> Map.of(), (over, point) -> kernel.evaluate(over, over.angle()));
  }
}
