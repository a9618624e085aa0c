package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.eta;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.gamma;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;

import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.Map;
import java.util.TreeMap;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** The eigenvalues of the arc-cosine kernel of degree n, by those of the half-line power. */
final class ArcCosineDerivation {
  /** The cases of a formula grow with the degree. */
  private static final int LARGEST_DEGREE = 50;

  private ArcCosineDerivation() {}

  /** The factor Gamma((n-k)/2+1)^(-2), which holds for all k, or what it is where k - n is odd. */
  enum Parity {
    ALL,
    OTHER
  }

  /**
   * The eigenvalues.
   *
   * @param generic how those of the parity other than that of the degree are written
   */
  static EigenvalueForm of(EigenvalueSteps steps, int degree, Parity generic) {
    if (degree > LARGEST_DEGREE) {
      throw new UnsupportedExpressionException(
          "closed forms of the eigenvalues of kappa_n are written for n up to "
              + LARGEST_DEGREE
              + "; spectrum has the numbers");
    }
    IExpr n = Symja.of(degree);
    IExpr a = Symja.symbol("a");
    IExpr twice = Symja.of(2L * degree);
    IExpr half = halfLine(n);
    IExpr mean = Symja.replace(halfLine(twice), K, F.C0);
    steps.add(
        "Let $\\lambda_k(a)$ be the eigenvalue of the power $u_+^a$ of the positive part of $u$."
            + " Rodrigues' formula, integrated by parts $k$ times for large $a$, gives a formula that"
            + " continues to all $a > -1$; it is 0 where $\\Gamma$ has a pole below the line",
        new Equation(lambda(K, a), halfLine(a)));
    steps.add(
        "$\\kappa_{%d}(u)$ is the mean of $(w \\cdot x)_+^{%d} (w \\cdot z)_+^{%d}$ over $w$ on the"
                .formatted(degree, degree, degree)
            + " sphere, over that of $(w \\cdot x)_+^{%d}$. By Funk and Hecke its eigenvalue is"
                .formatted(2 * degree),
        new Equation(
            eta(K, Symja.symbol("kappa" + degree), D),
            F.Times(F.Sqr(lambda(K, n)), inverse(lambda(F.C0, twice)))));
    steps.add(
        "with the values",
        new Equation(lambda(K, n), half),
        new Equation(lambda(F.C0, twice), mean));
    IExpr value = Symja.product(F.Sqr(half), inverse(mean));
    Map<Integer, IExpr> special = new TreeMap<>();
    for (int k = degree % 2; k <= degree; k += 2) {
      special.put(k, Symja.replace(value, K, Symja.of(k)));
    }
    IExpr other = generic == Parity.ALL ? value : reflected(steps, value, n);
    return degree % 2 == 0
        ? new EigenvalueForm(special, F.C0, other)
        : new EigenvalueForm(special, other, F.C0);
  }

  private static IExpr lambda(IExpr k, IExpr a) {
    return F.binaryAST2(Symja.symbol("lambda"), k, a);
  }

  /** By Gamma(x) Gamma(1-x) = pi/sin(pi x), the sine 1 or -1. */
  private static IExpr reflected(EigenvalueSteps steps, IExpr value, IExpr n) {
    IExpr difference = Symja.sum(n, Symja.product(F.CN1, K));
    IExpr below = F.Sqr(gamma(Symja.sum(half(difference), F.C1)));
    IExpr above =
        Symja.product(F.Sqr(gamma(half(Symja.product(F.CN1, difference)))), F.Power(S.Pi, F.CN2));
    IExpr reflected = Symja.product(value, below, above);
    steps.chain(
        "Where $k - %s$ is odd this is, by $\\Gamma(x)\\,\\Gamma(1-x) = \\pi/\\sin \\pi x$"
            .formatted(n),
        eta(K, Symja.symbol("kappa" + n), D),
        value,
        reflected,
        1 - n.toIntDefault() % 2);
    return reflected;
  }

  /** Gamma(d/2) Gamma(a+1)/(2^(a+1) Gamma((a-k)/2+1) Gamma((a+k+d)/2)). */
  private static IExpr halfLine(IExpr a) {
    return Symja.product(
        gamma(half(D)),
        gamma(Symja.sum(a, F.C1)),
        F.Power(F.C2, Symja.product(F.CN1, Symja.sum(a, F.C1))),
        inverse(gamma(Symja.sum(half(a, Symja.product(F.CN1, K)), F.C1))),
        inverse(gamma(half(a, K, D))));
  }
}
