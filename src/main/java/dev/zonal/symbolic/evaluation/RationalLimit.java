package dev.zonal.symbolic.evaluation;

import dev.zonal.symbolic.Symja;
import java.util.Optional;
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
    IExpr together = Symja.evaluate(F.Together(function));
    IExpr above = Symja.evaluate(F.ExpandAll(F.Numerator(together)));
    IExpr below = Symja.evaluate(F.ExpandAll(F.Denominator(together)));
    if (!above.isPolynomial(variable) || !below.isPolynomial(variable)) {
      return Optional.empty();
    }
    IExpr numerator = Symja.evaluate(F.CoefficientList(above, variable));
    IExpr denominator = Symja.evaluate(F.CoefficientList(below, variable));
    if (!numerator.isList() || !denominator.isList() || denominator.size() < 2) {
      return Optional.empty();
    }
    int excess = numerator.size() - denominator.size();
    if (excess < 0) {
      return Optional.of(F.C0);
    }
    IExpr ratio = Symja.evaluate(F.Divide(((IAST) numerator).last(), ((IAST) denominator).last()));
    if (excess == 0) {
      return Optional.of(ratio);
    }
    IExpr sign = Symja.evaluate(F.Sign(positive || excess % 2 == 0 ? ratio : ratio.negate()));
    return sign.isOne()
        ? Optional.of(F.CInfinity)
        : sign.isMinusOne() ? Optional.of(F.CNInfinity) : Optional.empty();
  }
}
