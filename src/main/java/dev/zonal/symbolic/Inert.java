package dev.zonal.symbolic;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Integrals, derivatives and sums that are written down, not evaluated. Their names are none of
 * Symja's own: it knows Derivative and Series in every spelling.
 */
final class Inert {
  static final String INTEGRAL = "integralof";
  static final String DERIVATIVE = "derivativeof";
  static final String SUM = "sumof";

  private Inert() {}

  static IExpr integral(IExpr f, IExpr x, IExpr from, IExpr to) {
    return F.function(Symja.symbol(INTEGRAL), f, x, from, to);
  }

  /** The derivative of the given order. */
  static IExpr derivative(IExpr f, IExpr x, IExpr order) {
    return F.function(Symja.symbol(DERIVATIVE), f, x, order);
  }

  /** The sum over n = 0, 1, 2, .... */
  static IExpr sum(IExpr f, IExpr n) {
    return F.function(Symja.symbol(SUM), f, n);
  }

  static IExpr product(IExpr... factors) {
    return F.Times(factors);
  }
}
