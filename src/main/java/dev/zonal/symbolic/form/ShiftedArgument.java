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
 * An argument x + c of a function that has a rule for x + 1, c a rational number.
 *
 * @param variable x, without a constant term
 * @param constant c
 */
record ShiftedArgument(IExpr variable, Rational constant) {
  static ShiftedArgument of(IExpr argument) {
    IExpr expanded = Symja.evaluate(F.ExpandAll(argument));
    List<IExpr> variable = new ArrayList<>();
    Rational constant = Rational.ZERO;
    for (IExpr term : expanded.isPlus() ? (IAST) expanded : F.List(expanded)) {
      if (term instanceof IRational q) {
        constant = constant.add(Symja.fraction(q));
      } else {
        variable.add(term);
      }
    }
    return new ShiftedArgument(Symja.sum(variable.toArray(IExpr[]::new)), constant);
  }

  /**
   * A term q x of the argument.
   *
   * @param x without a rational factor
   */
  record Term(Rational q, IExpr x) {
    /** q, or 0 if it is no integer. */
    BigInteger integer() {
      return q.isInteger() ? q.numerator() : BigInteger.ZERO;
    }
  }

  /** The terms beside the constant. */
  List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    for (IExpr term : variable.isPlus() ? (IAST) variable : F.List(variable)) {
      IExpr first = term.isTimes() ? term.first() : F.C1;
      Rational q = first instanceof IRational factor ? Symja.fraction(factor) : Rational.ONE;
      if (!term.isZero()) {
        terms.add(new Term(q, Symja.product(term, Symja.of(q.reciprocal()))));
      }
    }
    return terms;
  }

  /** Whether the argument is a number. */
  boolean isConstant() {
    return variable.isZero();
  }

  /** The part of the constant in [0, 1), which integer shifts leave as it is. */
  Rational fractional() {
    return constant.subtract(floor());
  }

  /** The integer part of the constant. */
  int floor() {
    return constant.floor().intValueExact();
  }

  /** x + c as it is written: one half of a sum rather than a sum of halves. */
  IExpr written() {
    IExpr sum = Symja.sum(variable, Symja.of(constant));
    IExpr fraction = Symja.rational(sum);
    return fraction.leafCount() < sum.leafCount() ? fraction : sum;
  }
}
