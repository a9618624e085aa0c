package dev.zonal.symbolic;

import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.AbstractFunctionEvaluator;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** A function of Symja's with something of Zonal's around it; its attributes stay. */
public final class Wrapper extends AbstractFunctionEvaluator {
  /** The value of a call, with or without what Symja makes of it. */
  public interface Rule {
    IExpr value(IFunctionEvaluator symja, IAST call, EvalEngine engine);
  }

  private final IFunctionEvaluator symja;
  private final Rule rule;

  private Wrapper(IFunctionEvaluator symja, Rule rule) {
    this.symja = symja;
    this.rule = rule;
  }

  /** Puts a rule around what Symja knows of a function. */
  public static void install(IBuiltInSymbol symbol, Rule rule) {
    symbol.setEvaluator(new Wrapper((IFunctionEvaluator) symbol.getEvaluator(), rule));
  }

  @Override
  public IExpr evaluate(IAST ast, EvalEngine engine) {
    return rule.value(symja, ast, engine);
  }

  @Override
  public int[] expectedArgSize(IAST ast) {
    return symja.expectedArgSize(ast);
  }

  /** The function has been set up by Symja. */
  @Override
  public void setUp(ISymbol symbol) {}
}
