package dev.zonal.symbolic;

import org.matheclipse.core.eval.interfaces.AbstractFunctionEvaluator;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.ISymbol;

/** A function of Symja's with something of Zonal's around it; its attributes stay. */
public abstract class Wrapper extends AbstractFunctionEvaluator {
  private final IFunctionEvaluator symja;

  public Wrapper(IFunctionEvaluator symja) {
    this.symja = symja;
  }

  public final IFunctionEvaluator symja() {
    return symja;
  }

  @Override
  public int[] expectedArgSize(IAST ast) {
    return symja.expectedArgSize(ast);
  }

  /** The function has been set up by Symja. */
  @Override
  public void setUp(ISymbol symbol) {}
}
