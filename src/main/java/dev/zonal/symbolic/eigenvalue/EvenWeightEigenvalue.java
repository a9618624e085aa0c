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
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** The eigenvalues of (1 - u^2)^p (docs/symbolic.md, section 3). */
final class EvenWeightEigenvalue {
  private EvenWeightEigenvalue() {}

  /** Section 3.4 of the notes: (1-u^2)^p has no odd eigenvalues, and these even ones. */
  static EigenvalueForm of(EigenvalueSteps steps, IExpr p) {
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
}
