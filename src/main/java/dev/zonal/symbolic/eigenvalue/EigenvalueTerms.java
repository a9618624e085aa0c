package dev.zonal.symbolic.eigenvalue;

import dev.zonal.symbolic.Symja;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** Expressions that the eigenvalues are made of, in the names k and d. */
final class EigenvalueTerms {
  static final IExpr K = Symja.symbol("k");
  static final IExpr D = Symja.symbol("d");

  private EigenvalueTerms() {}

  static IExpr gamma(IExpr x) {
    return Symja.evaluate(F.Gamma(x));
  }

  static IExpr half(IExpr... terms) {
    return Symja.product(F.C1D2, Symja.sum(terms));
  }

  static IExpr inverse(IExpr x) {
    return Symja.power(x, F.CN1);
  }

  /** eta_k(f; d), the eigenvalue of a function of u. */
  static IExpr eta(IExpr k, IExpr f, IExpr d) {
    return F.function(Symja.symbol("eta"), k, f, d);
  }

  /** c_d = Gamma(d/2)/(Sqrt(Pi) Gamma((d-1)/2)). */
  static IExpr normalisation() {
    return Symja.product(gamma(half(D)), F.Power(S.Pi, F.CN1D2), inverse(gamma(half(D, F.CN1))));
  }
}
