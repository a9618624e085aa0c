package dev.zonal.symbolic.console;

import org.matheclipse.core.eval.interfaces.AbstractFunctionEvaluator;
import org.matheclipse.core.expression.BuiltInDummy;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function of Zonal's own in a session, which nothing in the session can give another meaning.
 */
final class OwnFunction extends BuiltInDummy {
  private static final long serialVersionUID = 1L;

  /**
   * @param attributes those of {@link ISymbol}
   */
  OwnFunction(String name, int attributes, AbstractFunctionEvaluator evaluator) {
    super(name);
    setAttributes(attributes | ISymbol.PROTECTED);
    setEvaluator(evaluator);
  }

  @Override
  public boolean isProtected() {
    return true;
  }
}
