package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.gamma;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;

import dev.zonal.kernel.Structure;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalues of exp(-c r^gamma) as a series, the exponential series in the eigenvalues of the
 * powers of the chord (docs/theory.md, Proposition 9.13).
 */
final class GammaExponentialEigenvalue {
  private static final IExpr N = Symja.symbol("n");

  private GammaExponentialEigenvalue() {}

  static Derivation derive(EigenvalueSteps steps, Structure.Radial radial) {
    IExpr exponent = Symja.of(radial.power());
    IExpr c = radial.rate().in(new SymbolicArithmetic(new Definitions()));
    ChordPowerDerivation.derive(steps, Symja.symbol("s"));
    IExpr weight = Inert.product(F.Power(Symja.product(F.CN1, c), N), inverse(F.Factorial(N)));
    steps.add(
        "The exponential series converges absolutely and uniformly, as $0 \\le r \\le 2$",
        new Equation(
            Symja.symbol("f"),
            Inert.sum(
                Inert.product(weight, F.Power(Symja.symbol("r"), Symja.product(exponent, N))), N)));
    steps.add(
        "It may be integrated term by term, since $|\\lambda_k(s)| \\le 2^s$. An even power"
            + " $s < 2k$ is a polynomial in $u$ of a degree below $k$, and $(-s/2)_k$ is 0",
        new Equation(
            Indexed.of("eta", K),
            Inert.sum(
                Inert.product(
                    weight, F.binaryAST2(Symja.symbol("lambda"), K, Symja.product(exponent, N))),
                N)));
    return steps.result(value(exponent, c), "Proposition 9.13 of `docs/theory.md`");
  }

  private static IExpr value(IExpr exponent, IExpr c) {
    IExpr s = Symja.product(exponent, N);
    IExpr term =
        Symja.product(
            Symja.power(Symja.product(F.CN1, c), N),
            Symja.power(F.C2, s),
            F.Pochhammer(Symja.product(F.CN1D2, s), K),
            gamma(Symja.evaluate(F.Expand(half(s, D, F.CN1)))),
            inverse(F.Factorial(N)),
            inverse(gamma(Symja.sum(K, half(s), D, F.CN1))));
    return Symja.product(
        F.Power(F.C2, Symja.sum(D, F.CN2)),
        F.Power(S.Pi, F.CN1D2),
        gamma(half(D)),
        Inert.sum(term, N));
  }
}
