package dev.zonal.symbolic.console;

import dev.zonal.symbolic.Wrapper;
import dev.zonal.symbolic.document.Format;
import java.util.Map;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;

/**
 * TeXForm, MathMLForm and JavaForm in the notations of {@code zonal derive}, which have none for
 * lists and rules: these are written by Symja.
 */
final class WrittenForms {
  private static final Map<IBuiltInSymbol, Format> FORMATS =
      Map.of(S.TeXForm, Format.LATEX, S.MathMLForm, Format.MATHML, S.JavaForm, Format.JAVA);

  private WrittenForms() {}

  static void install() {
    FORMATS.forEach(
        (symbol, format) ->
            Wrapper.install(symbol, (symja, ast, engine) -> value(format, symja, ast, engine)));
  }

  private static IExpr value(Format format, IFunctionEvaluator symja, IAST ast, EvalEngine engine) {
    if (ast.argSize() != 1) {
      return symja.evaluate(ast, engine);
    }
    IExpr value = Numeric.exact(engine.evaluate(ast.arg1()));
    if (value.isFree(S.List, true) && value.isFree(S.Rule, true)) {
      return F.stringx(format.render(value));
    }
    return symja.evaluate(F.unaryAST1(ast.head(), value), engine);
  }
}
