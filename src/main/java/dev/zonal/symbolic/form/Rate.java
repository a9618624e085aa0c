package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * A term q x of an exponent.
 *
 * @param x without a rational factor
 */
record Rate(Rational q, IExpr x) {
  /** The terms of an exponent, without its constant term. */
  static List<Rate> of(IExpr exponent) {
    IExpr variable = ShiftedArgument.of(exponent).variable();
    List<Rate> rates = new ArrayList<>();
    for (IExpr term : variable.isPlus() ? (IAST) variable : F.List(variable)) {
      IExpr first = term.isTimes() ? term.first() : F.C1;
      Rational q = first instanceof IRational factor ? Symja.fraction(factor) : Rational.ONE;
      if (!term.isZero()) {
        rates.add(new Rate(q, Symja.product(term, Symja.of(q.reciprocal()))));
      }
    }
    return rates;
  }

  /** q, or 0 if it is no integer. */
  BigInteger integer() {
    return q.isInteger() ? q.numerator() : BigInteger.ZERO;
  }
}
