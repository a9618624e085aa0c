package dev.zonal.symbolic;

import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/** Puts one expression for another. */
public final class Replacement {
  private Replacement() {}

  public static IExpr of(IExpr expression, IExpr what, IExpr by) {
    return Symja.evaluate(expression.replaceAll(F.Rule(what, by)).orElse(expression));
  }
}
