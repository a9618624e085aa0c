package dev.zonal.symbolic.console;

import java.util.function.Function;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.AbstractFunctionEvaluator;
import org.matheclipse.core.expression.BuiltInDummy;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function of Zonal's own in a session, which nothing in the session can give another meaning.
 */
final class OwnFunction extends BuiltInDummy {
  private static final long serialVersionUID = 1L;

  /**
   * @param attributes those of {@link ISymbol}
   * @param value of a call, or NIL if that stays as it is
   */
  OwnFunction(String name, int attributes, Function<IAST, IExpr> value) {
    super(name);
    setAttributes(attributes | ISymbol.PROTECTED);
    setEvaluator(
        new AbstractFunctionEvaluator() {
          @Override
          public IExpr evaluate(IAST ast, EvalEngine engine) {
            return value.apply(ast);
          }
        });
  }

  @Override
  public boolean isProtected() {
    return true;
  }
}
