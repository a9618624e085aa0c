package dev.zonal.symbolic;

import dev.zonal.arithmetic.Rational;
import java.util.Map;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Picks the case of a Piecewise expression that holds. */
public final class Piecewise {
  private Piecewise() {}

  public static IExpr select(IExpr value, Map<String, Rational> variables) {
    boolean cases = value instanceof IAST ast && ast.head().toString().equals("Piecewise");
    return cases ? new ExactEvaluator(variables).branch((IAST) value) : value;
  }
}
