package dev.zonal.symbolic;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Integrals, derivatives and sums that are written down, not evaluated. Their names are none of
 * Symja's own: it knows Derivative and Series in every spelling.
 */
public final class Inert {
  public static final String INTEGRAL = "integralof";
  public static final String DERIVATIVE = "derivativeof";
  public static final String SUM = "sumof";

  private Inert() {}

  public static IExpr integral(IExpr f, IExpr x, IExpr from, IExpr to) {
    return F.function(Symja.symbol(INTEGRAL), f, x, from, to);
  }

  /** The derivative of the given order. */
  public static IExpr derivative(IExpr f, IExpr x, IExpr order) {
    return F.function(Symja.symbol(DERIVATIVE), f, x, order);
  }

  /** The factors in their order; Times of two or three of them would sort them. */
  public static IExpr product(IExpr... factors) {
    return F.Times(factors);
  }

  /** The sum over n = 0, 1, 2, .... */
  public static IExpr sum(IExpr f, IExpr n) {
    return sum(f, n, F.C0);
  }

  /** The sum over n = from, from + 1, .... */
  public static IExpr sum(IExpr f, IExpr n, IExpr from) {
    return F.function(Symja.symbol(SUM), f, n, from);
  }

  /** The sum over n from {@code from} to {@code to}, nothing if that is the less. */
  public static IExpr sum(IExpr f, IExpr n, IExpr from, IExpr to) {
    return F.function(Symja.symbol(SUM), f, n, from, to);
  }
}
