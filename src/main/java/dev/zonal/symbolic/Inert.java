package dev.zonal.symbolic;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Integrals, derivatives and sums that are written down, not evaluated. */
final class Inert {
  private Inert() {}

  static IExpr integral(IExpr f, IExpr x, IExpr from, IExpr to) {
    return F.function(Symja.symbol("integral"), f, x, from, to);
  }

  /** The derivative of the given order. */
  static IExpr derivative(IExpr f, IExpr x, IExpr order) {
    return F.function(Symja.symbol("derivative"), f, x, order);
  }

  /** The sum over n = 0, 1, 2, .... */
  static IExpr sum(IExpr f, IExpr n) {
    return F.function(Symja.symbol("series"), f, n);
  }

  static IExpr product(IExpr... factors) {
    return F.Times(factors);
  }
}
