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
import dev.zonal.kernel.Structure;
import dev.zonal.spectrum.exact.ChordPowerSpectrum;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Inert;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.kernel.SymbolicArithmetic;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The eigenvalues of the Matern kernels whose smoothness nu is no integer, exp(-c r) among them,
 * summed from those of the powers of the chord: two series 1F2 (docs/symbolic.md, section 3).
 */
public final class MaternEigenvalue {
  private MaternEigenvalue() {}

  /** Those of a polynomial times exp(-c r), nu half of an odd number. */
  static Derivation derive(EigenvalueSteps steps, SymbolicKernel kernel, Structure.Radial radial) {
    IExpr value = formula(steps, smoothness(radial), radial.rate());
    return steps.compared(
        value,
        kernel::randomParameters,
        (over, point) -> List.of(series(over, radial, at(radial.rate(), point).in(over), point)));
  }

  private static Rational smoothness(Structure.Radial radial) {
    return Rational.of(2L * radial.degree() + 1, 2);
  }

  /** Those of a kernel that is not elementary. */
  static Derivation derive(EigenvalueSteps steps, Structure.Bessel bessel) {
    return steps.result(
        formula(steps, bessel.smoothness(), bessel.rate()), "Proposition 9.17 of `docs/theory.md`");
  }

  private static IExpr formula(EigenvalueSteps steps, Rational smoothness, Parameter rate) {
    IExpr c = rate.in(new SymbolicArithmetic(new Definitions()));
    IExpr nu = Symja.of(smoothness);
    ChordPowerDerivation.derive(steps, Symja.symbol("s"));
    steps.add(
        "The kernel has the even powers of the chord, and those with the exponents $2\\nu, 2\\nu+2, ...$;"
            + " with their eigenvalues $\\lambda_k(n)$, of which those for even $n$ below $2k$ are 0, the"
            + " terms of both sums have rational ratios",
        expansion(nu, c));
    return Symja.sum(even(nu, c), Symja.product(F.CN1, odd(nu, c)));
  }

  /** f = Sum_j (c r/2)^(2j)/(j! (1-nu)_j) - G (c r/2)^(2nu) Sum_j (c r/2)^(2j)/(j! (1+nu)_j). */
  private static Equation expansion(IExpr nu, IExpr c) {
    IExpr n = Symja.symbol("n");
    IExpr x = Symja.product(F.C1D2, c, Symja.symbol("r"));
    IExpr power = F.Power(x, Symja.product(F.C2, n));
    IExpr minus = Symja.sum(F.C1, Symja.product(F.CN1, nu));
    IExpr plus = Symja.sum(F.C1, nu);
    IExpr singular =
        Inert.product(
            factor(nu),
            F.Power(x, Symja.product(F.C2, nu)),
            Inert.sum(
                Inert.product(power, inverse(F.Factorial(n)), inverse(F.Pochhammer(plus, n))), n));
    return new Equation(
        Symja.symbol("f"),
        F.Subtract(
            Inert.sum(
                Inert.product(power, inverse(F.Factorial(n)), inverse(F.Pochhammer(minus, n))), n),
            singular));
  }

  /** Gamma(1-nu)/Gamma(1+nu). */
  private static IExpr factor(IExpr nu) {
    IExpr above = gamma(Symja.sum(F.C1, Symja.product(F.CN1, nu)));
    return Symja.product(above, inverse(gamma(Symja.sum(F.C1, nu))));
  }

  /** The even powers from r^(2k) on. */
  private static IExpr even(IExpr nu, IExpr c) {
    IExpr minus = Symja.sum(F.C1, Symja.product(F.CN1, nu));
    IExpr twice = Symja.sum(Symja.product(F.C2, K), D, F.CN1);
    return Symja.product(
        F.Power(F.CN1, K),
        F.Power(Symja.product(F.C1D2, c), Symja.product(F.C2, K)),
        gamma(minus),
        inverse(gamma(Symja.sum(K, minus))),
        gamma(half(D)),
        inverse(gamma(Symja.sum(K, half(D)))),
        F.HypergeometricPFQ(
            F.list(Symja.sum(K, half(D, F.CN1))), F.list(Symja.sum(K, minus), twice), F.Sqr(c)));
  }

  /** The powers r^(2nu+2j). */
  private static IExpr odd(IExpr nu, IExpr c) {
    return Symja.product(
        factor(nu),
        F.Power(Symja.product(F.C1D2, c), Symja.product(F.C2, nu)),
        ChordPowerDerivation.formula(Symja.product(F.C2, nu)),
        F.HypergeometricPFQ(
            F.list(half(D, Symja.sum(Symja.product(F.C2, nu), F.CN1))),
            F.list(Symja.sum(nu, F.C1, Symja.product(F.CN1, K)), Symja.sum(nu, K, D, F.CN1)),
            F.Sqr(c)));
  }

  private static Parameter at(Parameter rate, Map<String, Rational> point) {
    return rate instanceof Symbol s ? point.get(s.name()) : rate;
  }

  /**
   * The power series of p(c r) exp(-c r) in the chord, in the numerical package's own Lambda_k(n).
   */
  public static Ball series(
      BallArithmetic over, Structure.Radial radial, Ball c, Map<String, Rational> point) {
    int k = point.get("k").intValue();
    int d = point.get("d").intValue();
    int degree = radial.degree();
    Rational size = radial.coefficients().stream().reduce(Rational.ZERO, Rational::add);
    Ball sum = over.of(0);
    Ball power = over.of(1);
    // c^n/(n-p)!, and from n = p on the terms are at most p(1) times (2c)^n/(n-p)!.
    for (int n = 0; ; n++) {
      Ball term = over.scale(power, coefficient(radial.coefficients(), n));
      sum = over.add(sum, over.multiply(term, ChordPowerSpectrum.of(d, n).in(over, k)));
      power = over.multiply(power, c);
      Rational factorial = n < degree ? Rational.ONE : Rational.of(1, n + 1L - degree);
      power = over.scale(power, factorial);
      Ball rest = over.scale(over.multiply(power, over.power(over.of(2), n + 2L)), size);
      // From here on the bounds halve at least.
      boolean halves = n + 2 - degree >= 4 * Math.ceil(c.toDouble() + 1);
      if (halves && rest.binaryOrder() < -over.bits()) {
        return sum.inflate(rest);
      }
    }
  }

  /** (n-p)! times the coefficient of x^n in p(x) e^(-x), n! where n is below p. */
  private static Rational coefficient(List<Rational> polynomial, int n) {
    int degree = polynomial.size() - 1;
    Rational sum = Rational.ZERO;
    for (int j = 0; j <= Math.min(n, degree); j++) {
      // 1/(n-j)! = (n-j+1) ... (n-p) inverted, or multiplied where n is below p.
      Rational factorial = factorialQuotient(Math.max(0, n - degree), n - j);
      Rational term = polynomial.get(j).multiply(factorial);
      sum = (n - j) % 2 == 0 ? sum.add(term) : sum.subtract(term);
    }
    return sum;
  }

  /** m!/n! for n at least m. */
  private static Rational factorialQuotient(int m, int n) {
    Rational quotient = Rational.ONE;
    for (int i = m + 1; i <= n; i++) {
      quotient = quotient.divide(Rational.of(i));
    }
    return quotient;
  }
}
