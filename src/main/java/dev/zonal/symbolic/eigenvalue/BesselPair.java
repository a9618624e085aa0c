package dev.zonal.symbolic.eigenvalue;

import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.D;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.K;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.gamma;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.half;
import static dev.zonal.symbolic.eigenvalue.EigenvalueTerms.inverse;

import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.form.NormalForm;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Gamma(d/2) (2/x)^(d/2-1) (a I_n(x) + b I_(n+1)(x)), n = k + d/2 - 1, x positive: the eigenvalues
 * of p(u) e^(x u) for a polynomial p (docs/symbolic.md, section 3).
 *
 * @param same a, rational in x, k and d
 * @param next b
 */
record BesselPair(IExpr same, IExpr next) {
  private static final IExpr M = half(D, F.CN2);

  /** The eigenvalues of e^(x u). */
  static final BesselPair EXPONENTIAL = new BesselPair(F.C1, F.C0);

  /**
   * The derivative in x, which puts a factor u before the exponential: (x^(-m) I_(m+k))' = x^(-m)
   * (I_(m+k+1) + k/x I_(m+k)), (x^(-m) I_(m+k+1))' = x^(-m) (I_(m+k) - (k+d-1)/x I_(m+k+1)), m =
   * d/2 - 1.
   */
  BesselPair derivative(IExpr x) {
    IExpr below = inverse(x);
    return new BesselPair(
        NormalForm.of(Symja.sum(F.D(same, x), Symja.product(K, below, same), next)),
        NormalForm.of(
            Symja.sum(
                F.D(next, x), Symja.product(F.CN1, Symja.sum(K, D, F.CN1), below, next), same)));
  }

  /** Those of p(u) e^(x u), p by its coefficients from the constant term upwards. */
  static BesselPair of(List<IExpr> polynomial, IExpr x) {
    BesselPair power = EXPONENTIAL;
    IExpr same = F.C0;
    IExpr next = F.C0;
    for (IExpr coefficient : polynomial) {
      same = Symja.sum(same, Symja.product(coefficient, power.same));
      next = Symja.sum(next, Symja.product(coefficient, power.next));
      power = power.derivative(x);
    }
    return new BesselPair(same, next);
  }

  BesselPair at(IExpr x, IExpr value) {
    return new BesselPair(Symja.replace(same, x, value), Symja.replace(next, x, value));
  }

  /** As an expression. */
  IExpr written(IExpr x) {
    return Symja.product(
        gamma(half(D)),
        Symja.power(Symja.product(F.C1D2, x), Symja.product(F.CN1, M)),
        Symja.sum(
            Symja.product(same, F.BesselI(Symja.sum(K, M), x)),
            Symja.product(next, F.BesselI(Symja.sum(K, M, F.C1), x))));
  }
}
