package dev.zonal.symbolic.evaluation;

import java.util.Optional;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * The limit of a rational function at infinity, from the degrees and the leading coefficients of
 * numerator and denominator, which may contain other names.
 */
public final class RationalLimit {
  private RationalLimit() {}

  /**
   * The limit as the variable tends to infinity or minus infinity; empty if the function is not
   * rational in the variable, or the sign of an infinite limit is open.
   */
  public static Optional<IExpr> atInfinity(IExpr function, IExpr variable, boolean positive) {
    EvalEngine engine = EvalEngine.get();
    IExpr together = engine.evaluate(F.Together(function));
    IExpr above = engine.evaluate(F.ExpandAll(F.Numerator(together)));
    IExpr below = engine.evaluate(F.ExpandAll(F.Denominator(together)));
    if (!above.isPolynomial(variable) || !below.isPolynomial(variable)) {
      return Optional.empty();
    }
    IExpr numerator = engine.evaluate(F.CoefficientList(above, variable));
    IExpr denominator = engine.evaluate(F.CoefficientList(below, variable));
    if (!numerator.isList() || !denominator.isList() || denominator.size() < 2) {
      return Optional.empty();
    }
    int excess = numerator.size() - denominator.size();
    if (excess < 0) {
      return Optional.of(F.C0);
    }
    IExpr ratio = engine.evaluate(F.Divide(((IAST) numerator).last(), ((IAST) denominator).last()));
    if (excess == 0) {
      return Optional.of(ratio);
    }
    IExpr sign = engine.evaluate(F.Sign(positive || excess % 2 == 0 ? ratio : ratio.negate()));
    return sign.isOne()
        ? Optional.of(F.CInfinity)
        : sign.isMinusOne() ? Optional.of(F.CNInfinity) : Optional.empty();
  }
}
