package dev.zonal.symbolic;

import org.apache.commons.numbers.fraction.BigFraction;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.matheclipse.parser.client.ParserConfig;

/**
 * The few doors through which Zonal talks to Symja: numbers, names, and its evaluator.
 *
 * <p>Symja's evaluator brings an expression into canonical order and folds exact numbers; nothing
 * else of it (integration, series, limits, simplification) is called on the way to a result.
 */
final class Symja {
  static {
    // Names keep their case, so that L is not l and K1 is not k1. Must be set before Symja starts.
    ParserConfig.PARSER_USE_LOWERCASE_SYMBOLS = false;
    F.initSymbols();
  }

  private Symja() {}

  static IExpr of(BigFraction value) {
    return F.QQ(F.ZZ(value.getNumerator()), F.ZZ(value.getDenominator())).normalize();
  }

  static IExpr of(long value) {
    return F.ZZ(value);
  }

  static IExpr of(long numerator, long denominator) {
    return of(BigFraction.of(numerator, denominator));
  }

  static ISymbol symbol(String name) {
    return F.symbol(name);
  }

  /** The canonical form. */
  static IExpr evaluate(IExpr expression) {
    return EvalEngine.get().evaluate(expression);
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
