package dev.zonal.symbolic;

import org.apache.commons.numbers.fraction.BigFraction;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The few doors through which Zonal talks to Symja: numbers, names, and its evaluator.
 *
 * <p>Symja's evaluator brings an expression into canonical order and folds exact numbers; nothing
 * else of it (integration, series, limits, simplification) is called on the way to a result.
 */
final class Symja {
  private static final ISymbol BETA;

  static {
    F.initSymbols();
    BETA = F.Dummy("beta");
  }

  private Symja() {}

  static IExpr of(BigFraction value) {
    // The fractions of Commons Numbers may carry their sign below the line.
    BigFraction positive =
        value.getDenominator().signum() > 0
            ? value
            : BigFraction.of(value.getNumerator().negate(), value.getDenominator().negate());
    return F.QQ(F.ZZ(positive.getNumerator()), F.ZZ(positive.getDenominator())).normalize();
  }

  static BigFraction fraction(IRational value) {
    return BigFraction.of(value.numerator().toBigNumerator(), value.denominator().toBigNumerator());
  }

  static IExpr of(long value) {
    return F.ZZ(value);
  }

  static IExpr of(long numerator, long denominator) {
    return of(BigFraction.of(numerator, denominator));
  }

  /**
   * The symbol of that name. To Symja K1 and k1 are the same: a name of more than one letter is
   * made lower case. The parameter beta is not Symja's function Beta.
   */
  static ISymbol symbol(String name) {
    return name.equals("beta") ? BETA : F.symbol(name);
  }

  /** The canonical form. */
  static IExpr evaluate(IExpr expression) {
    return EvalEngine.get().evaluate(expression);
  }

  /** A rational function over one denominator: 0 if it vanishes identically. */
  static IExpr rational(IExpr expression) {
    return evaluate(F.Together(expression));
  }

  /** The expression that a text of the program's own stands for, canonical. */
  static IExpr parse(String text) {
    return EvalEngine.get().evaluate(EvalEngine.get().parse(text));
  }

  static IExpr sum(IExpr... terms) {
    return evaluate(F.Plus(terms));
  }

  static IExpr product(IExpr... factors) {
    return evaluate(F.Times(factors));
  }

  static IExpr power(IExpr base, IExpr exponent) {
    return evaluate(F.Power(base, exponent));
  }
}
