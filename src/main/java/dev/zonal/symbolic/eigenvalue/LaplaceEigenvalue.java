package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.gamma;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.Symbol;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** The eigenvalues of exp(-c r), summed from those of the powers of the chord. */
public final class LaplaceEigenvalue {
  private LaplaceEigenvalue() {}

  /** Sum over n of (-c)^n/n! Lambda_k(n), even and odd n apart, as hypergeometric series. */
  static Derivation derive(EigenvalueSteps steps, SymbolicKernel kernel, Parameter rate) {
    IExpr c = rate.in(new SymbolicArithmetic(new Definitions()));
    IExpr n = Symja.symbol("n");
    ChordPowerDerivation.derive(steps, Symja.symbol("s"));
    steps.add(
        "The kernel $e^{-c r}$ is the sum of $(-c)^n r^n/n!$ over $n \\ge 0$, uniformly on the sphere,"
            + " so that",
        new Equation(
            Indexed.of("eta", K),
            Inert.sum(
                Inert.product(
                    F.Power(Symja.product(F.CN1, c), n), inverse(F.Factorial(n)), lambda(n)),
                n)));
    IExpr i = Symja.symbol("i");
    IExpr evenIndex = Symja.sum(Symja.product(F.C2, K), Symja.product(F.C2, i));
    IExpr oddIndex = Symja.sum(Symja.product(F.C2, i), F.C1);
    steps.add(
        "For even $n$ below $2k$ the factor $(-n/2)_k$ is 0. So the even powers begin with $n = 2k$,"
            + " and the odd ones with $n = 1$",
        new Equation(
            Indexed.of("eta", K),
            F.Plus(
                Inert.sum(term(c, evenIndex), i),
                F.Times(F.CN1, Inert.sum(term(c, oddIndex), i)))));
    steps.add(
        "In both series the quotient of consecutive terms is rational in $i$: they are hypergeometric");
    IExpr even =
        Symja.product(
            F.Power(F.CN1, K),
            gamma(half(D)),
            F.Power(F.C2, Symja.sum(D, F.CN2)),
            F.Power(c, Symja.product(F.C2, K)),
            gamma(Symja.sum(K, half(D, F.CN1))),
            inverse(gamma(Symja.sum(K, F.C1D2))),
            inverse(gamma(Symja.sum(Symja.product(F.C2, K), D, F.CN1))),
            F.HypergeometricPFQ(
                F.list(Symja.sum(K, half(D, F.CN1))),
                F.list(Symja.sum(K, F.C1D2), Symja.sum(Symja.product(F.C2, K), D, F.CN1)),
                F.Sqr(c)));
    IExpr odd =
        Symja.product(
            c,
            ChordPowerDerivation.formula(F.C1),
            F.HypergeometricPFQ(
                F.list(half(D)),
                F.list(
                    Symja.sum(Symja.of(3, 2), Symja.product(F.CN1, K)), Symja.sum(K, D, F.CN1D2)),
                F.Sqr(c)));
    IExpr value = Symja.sum(even, Symja.product(F.CN1, odd));
    return steps.compared(
        value,
        kernel::randomParameters,
        (over, point) -> List.of(series(over, at(rate, point).in(over), point)));
  }

  private static IExpr lambda(IExpr n) {
    return F.binaryAST2(Symja.symbol("lambda"), K, n);
  }

  /** c^n lambda_k(n)/n!. */
  private static IExpr term(IExpr c, IExpr n) {
    return Inert.product(F.Power(c, n), inverse(F.Factorial(n)), lambda(n));
  }

  private static Parameter at(Parameter rate, Map<String, Rational> point) {
    return rate instanceof Symbol s ? point.get(s.name()) : rate;
  }

  /** The series itself, in the numerical package's own Lambda_k(n). */
  public static Ball series(BallArithmetic over, Ball c, Map<String, Rational> point) {
    int k = point.get("k").intValue();
    int d = point.get("d").intValue();
    Ball sum = over.of(0);
    Ball power = over.of(1);
    for (int n = 0; ; n++) {
      sum = over.add(sum, over.multiply(power, ChordPowerSpectrum.of(d, n).in(over, k)));
      power = over.scale(over.multiply(power, over.negate(c)), Rational.of(1, n + 1L));
      // |Lambda_k(n)| <= 2^n, and from here on the terms 2^n c^n/n! halve at least.
      Ball rest = over.multiply(power, over.power(over.of(2), n + 2L));
      if (n + 2 >= 4 * Math.ceil(c.toDouble() + 1) && rest.binaryOrder() < -over.bits()) {
        return sum.inflate(rest);
      }
    }
  }
}
