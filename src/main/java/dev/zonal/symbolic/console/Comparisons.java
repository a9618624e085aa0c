package dev.zonal.symbolic.console;

import dev.zonal.symbolic.Wrapper;
import java.util.List;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;

/** Comparisons of numbers under an N are those of the exact numbers. */
final class Comparisons {
  private Comparisons() {}

  static void install() {
    for (IBuiltInSymbol symbol :
        List.of(S.Less, S.LessEqual, S.Greater, S.GreaterEqual, S.Equal, S.Unequal)) {
      Wrapper.install(symbol, Comparisons::value);
    }
  }

  private static IExpr value(IFunctionEvaluator symja, IAST ast, EvalEngine engine) {
    if (Numeric.leastDigits(ast).isEmpty()) {
      return symja.evaluate(ast, engine);
    }
    IExpr decided = engine.evaluate(Numeric.exact(ast));
    return decided.isTrue() || decided.isFalse() ? decided : F.NIL;
  }
}
