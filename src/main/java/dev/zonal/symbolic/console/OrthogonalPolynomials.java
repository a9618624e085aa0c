package dev.zonal.symbolic.console;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.Wrapper;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import java.util.List;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTMutable;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IReal;

/**
 * LegendreP, GegenbauerC, ChebyshevT and ChebyshevU in a session. Symja writes the polynomial out
 * and puts the argument in, which takes long for a high degree and loses all digits of a decimal
 * argument. Here a high degree is left as it is, for N to enclose it by {@link
 * dev.zonal.spectrum.quadrature.GegenbauerPolynomial}; decimals that Symja's own numerics asks for
 * are rounded from such an enclosure.
 */
final class OrthogonalPolynomials {
  /** Up to this degree a polynomial is written out, and its value at a rational is a rational. */
  private static final int HIGHEST_WRITTEN = 100;

  private static final int BITS_OF_DOUBLE = 64;

  private OrthogonalPolynomials() {}

  static void install() {
    for (IBuiltInSymbol symbol : List.of(S.LegendreP, S.GegenbauerC, S.ChebyshevT, S.ChebyshevU)) {
      Wrapper.install(symbol, OrthogonalPolynomials::value);
    }
  }

  private static IExpr value(IFunctionEvaluator symja, IAST ast, EvalEngine engine) {
    int size = ast.head() == S.GegenbauerC ? 3 : 2;
    if (ast.argSize() > size) {
      // The associated functions; Symja would take the second argument for the third.
      return F.NIL;
    }
    int degree = ast.arg1().toIntDefault(-1);
    if (ast.argSize() < size || degree < 0) {
      return symja.evaluate(ast, engine);
    }
    if (ast.exists(IExpr::isInexactNumber)) {
      return ast.stream().skip(1).allMatch(IExpr::isReal) ? rounded(ast, degree) : F.NIL;
    }
    return degree <= HIGHEST_WRITTEN ? symja.evaluate(ast, engine) : F.NIL;
  }

  private static IExpr rounded(IAST ast, int degree) {
    IASTMutable exact = ast.copy();
    exact.set(1, F.ZZ(degree));
    for (int i = 2; i <= ast.argSize(); i++) {
      exact.set(i, Symja.of(Rational.of(((IReal) ast.get(i)).doubleValue())));
    }
    return F.num(ExpressionEvaluator.value(exact, BITS_OF_DOUBLE).toDouble());
  }
}
