package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.gamma;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;

import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.Map;
import java.util.TreeMap;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** The eigenvalues of the arc-cosine kernel of degree n, by those of the half-line power. */
final class ArcCosineDerivation {
  /** The cases of a formula grow with the degree. */
  private static final int LARGEST_DEGREE = 50;

  private ArcCosineDerivation() {}

  static EigenvalueForm of(EigenvalueSteps steps, int degree) {
    if (degree > LARGEST_DEGREE) {
      throw new UnsupportedExpressionException(
          "closed forms of the eigenvalues of kappa_n are written for n up to "
              + LARGEST_DEGREE
              + "; spectrum has the numbers");
    }
    IExpr n = Symja.of(degree);
    steps.add(
        "The kernel is the mean of relu^n(w.x) relu^n(w.z) over the sphere, so by Funk and"
            + " Hecke eta_k is the square of the eigenvalue of the half-line power (u)_+^n,"
            + " over the mean of (w.x)_+^(2n)");
    IExpr half = halfLine(n);
    IExpr mean = Symja.replace(halfLine(Symja.of(2L * degree)), K, F.C0);
    steps.add(
        "Half-line power: Rodrigues' formula, integrated by parts k times for large n, continues"
            + " to all n; it is 0 where Gamma has a pole below the line",
        new Equation(F.binaryAST2(Symja.symbol("lambda"), K, n), half),
        new Equation(Symja.symbol("mean"), mean));
    IExpr generic = Symja.product(F.Sqr(half), inverse(mean));
    Map<Integer, IExpr> special = new TreeMap<>();
    for (int k = degree % 2; k <= degree; k += 2) {
      special.put(k, Symja.replace(generic, K, Symja.of(k)));
    }
    boolean evenDegree = degree % 2 == 0;
    return new EigenvalueForm(special, evenDegree ? F.C0 : generic, evenDegree ? generic : F.C0);
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
