package dev.zonal.symbolic.console;

import dev.zonal.symbolic.UnsupportedExpressionException;
import dev.zonal.symbolic.Wrapper;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTAppendable;
import org.matheclipse.core.interfaces.IAssociation;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The function N of a session: {@code N(x, digits)} is the number x, to be shown with so many
 * digits. It computes nothing: x stays exact through all later arithmetic, and only the result of a
 * request is enclosed, once and as a whole ({@link Presentation}).
 */
final class Numeric {
  /** The digits of N(x). */
  static final int DIGITS = 20;

  private static final int MOST_DIGITS = 10_000;

  static final IBuiltInSymbol N =
      new OwnFunction("N", ISymbol.LISTABLE | ISymbol.NUMERICFUNCTION, Numeric::checked);

  private Numeric() {}

  /** Comparisons of numbers under an N are those of the exact numbers. */
  static void installComparisons() {
    List.of(S.Less, S.LessEqual, S.Greater, S.GreaterEqual, S.Equal, S.Unequal)
        .forEach(symbol -> Wrapper.install(symbol, Numeric::compared));
  }

  private static IExpr compared(IFunctionEvaluator symja, IAST ast, EvalEngine engine) {
    if (leastDigits(ast).isEmpty()) {
      return symja.evaluate(ast, engine);
    }
    IExpr decided = engine.evaluate(exact(ast));
    return decided.isTrue() || decided.isFalse() ? decided : F.NIL;
  }

  static boolean isNumeric(IExpr e) {
    return e.isAST(N) && (e.size() == 2 || e.size() == 3);
  }

  /** The digits that are wanted of N(x) or N(x, digits). */
  static int digits(IAST numeric) {
    return numeric.argSize() == 1 ? DIGITS : numeric.arg2().toIntDefault(DIGITS);
  }

  /** The digits of all the N in an expression that are wanted; none if there is no N in it. */
  static OptionalInt leastDigits(IExpr e) {
    if (isNumeric(e)) {
      int own = digits((IAST) e);
      OptionalInt inner = leastDigits(((IAST) e).arg1());
      return OptionalInt.of(Math.min(own, inner.orElse(own)));
    }
    return e instanceof IAST ast
        ? ast.stream().map(Numeric::leastDigits).flatMapToInt(OptionalInt::stream).min()
        : OptionalInt.empty();
  }

  /** The exact expression, without its N. */
  static IExpr exact(IExpr e) {
    if (isNumeric(e)) {
      return exact(((IAST) e).arg1());
    }
    if (!(e instanceof IAST ast) || leastDigits(e).isEmpty()) {
      return e;
    }
    return ast instanceof IAssociation association
        ? mapped(association, Numeric::exact)
        : ast.map(ast.head(), Numeric::exact);
  }

  /** The association with other values. */
  static IExpr mapped(IAssociation association, UnaryOperator<IExpr> map) {
    IASTAppendable rules = F.ListAlloc();
    for (int i = 1; i <= association.argSize(); i++) {
      rules.append(F.Rule(association.getRule(i).first(), map.apply(association.get(i))));
    }
    return F.assoc(rules);
  }

  /** A number of digits that cannot be met is refused; everything else waits. */
  private static IExpr checked(IAST ast) {
    if (ast.argSize() < 1 || ast.argSize() > 2) {
      throw new UnsupportedExpressionException("usage: N(expression) or N(expression, digits)");
    }
    if (ast.arg1().isInexactNumber()) {
      // So Symja's own numerics asks, in plots and comparisons.
      return ast.arg1();
    }
    if (ast.argSize() == 2 && ast.arg2().isNumber() && !ast.arg2().isInexactNumber()) {
      int digits = ast.arg2().toIntDefault();
      if (digits < 1 || digits > MOST_DIGITS) {
        throw new UnsupportedExpressionException(
            "N: the number of digits must be from 1 to " + MOST_DIGITS);
      }
    }
    return F.NIL;
  }
}
