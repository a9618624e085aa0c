package dev.zonal.symbolic.console;

import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.Wrapper;
import dev.zonal.symbolic.document.Format;
import java.util.Map;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IAssociation;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;

/**
 * TeXForm, MathMLForm and JavaForm in the notations of {@code zonal derive}; lists and rules have
 * none in Java, where they are written by Symja.
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
    IExpr value = listed(Numeric.exact(engine.evaluate(ast.arg1())));
    boolean isWritten =
        format != Format.JAVA || value.isFree(S.List, true) && value.isFree(S.Rule, true);
    return isWritten
        ? F.stringx(format.render(value))
        : symja.evaluate(F.unaryAST1(ast.head(), value), engine);
  }

  /** The expression as a formula in LaTeX, as derive writes it. */
  static String latex(IExpr e) {
    return Format.LATEX.render(listed(Numeric.exact(e)));
  }

  /** The expression as an element of MathML. */
  static String mathml(IExpr e) {
    return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">%s</math>"
        .formatted(Format.MATHML.render(listed(Numeric.exact(e))));
  }

  /** With a list of rules, whose left sides are names, in the place of an association. */
  private static IExpr listed(IExpr e) {
    if (e instanceof IAssociation association) {
      IASTAppendable rules = F.ListAlloc();
      for (int i = 1; i <= association.argSize(); i++) {
        IExpr key = association.getRule(i).first();
        rules.append(
            F.Rule(
                key.isString() ? Symja.symbol(key.toString()) : key, listed(association.get(i))));
      }
      return rules;
    }
    return e.isList() ? ((IAST) e).map(WrittenForms::listed) : e;
  }
}
