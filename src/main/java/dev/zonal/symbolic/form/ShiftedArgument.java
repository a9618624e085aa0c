package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * An argument x + c of a function that has a rule for x + 1, c a rational number.
 *
 * @param variable x, without a constant term
 * @param constant c
 */
record ShiftedArgument(IExpr variable, Rational constant) {
  static ShiftedArgument of(IExpr argument) {
    IExpr expanded = isExpanded(argument) ? argument : Symja.evaluate(F.ExpandAll(argument));
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

  /** Whether an argument is a sum of rational multiples of symbols, as most are. */
  private static boolean isExpanded(IExpr argument) {
    return argument.isPlus()
        ? ((IAST) argument).forAll(ShiftedArgument::isMultiple)
        : isMultiple(argument);
  }

  private static boolean isMultiple(IExpr term) {
    boolean isProduct = term.isTimes() && ((IAST) term).argSize() == 2;
    IExpr last = isProduct ? term.second() : term;
    return (!isProduct || term.first() instanceof IRational)
        && (last instanceof ISymbol || last instanceof IRational);
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
        boolean isAlone = q.equals(Rational.ONE);
        terms.add(new Term(q, isAlone ? term : Symja.product(term, Symja.of(q.reciprocal()))));
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

  /** The least positive integer that leaves no fraction among the coefficients of n (x + c). */
  BigInteger denominator() {
    BigInteger least = constant.denominator();
    for (Term term : terms()) {
      BigInteger next = term.q().denominator();
      least = least.multiply(next).divide(least.gcd(next));
    }
    return least;
  }

  /** x + c. */
  IExpr sum() {
    return Symja.sum(variable, Symja.of(constant));
  }

  /** n (x + c), term by term. */
  IExpr times(BigInteger n) {
    List<IExpr> multiples = new ArrayList<>(List.of(Symja.of(constant.multiply(n))));
    terms().forEach(term -> multiples.add(F.Times(Symja.of(term.q().multiply(n)), term.x())));
    return Symja.sum(multiples.toArray(IExpr[]::new));
  }

  /** x + c as it is written: one half of a sum rather than a sum of halves. */
  IExpr written() {
    IExpr sum = sum();
    BigInteger denominator = denominator();
    if (denominator.equals(BigInteger.ONE)) {
      return sum;
    }
    IExpr fraction =
        Symja.product(Symja.of(Rational.of(BigInteger.ONE, denominator)), times(denominator));
    return fraction.leafCount() < sum.leafCount() ? fraction : sum;
  }

  /**
   * The value at integers, if the argument is a sum of integer multiples of k and any of others.
   */
  Optional<Rational> at(Map<String, Integer> point) {
    Rational sum = constant;
    for (Term term : terms()) {
      String name = term.x().toString();
      Integer value = point.get(name);
      if (value == null || name.equals("k") && !term.q().isInteger()) {
        return Optional.empty();
      }
      sum = sum.add(term.q().multiply(value));
    }
    return Optional.of(sum);
  }

  /** q, if this is q times the other one but for the constants. */
  Optional<Rational> ratio(ShiftedArgument other) {
    List<Term> above = terms();
    List<Term> below = other.terms();
    if (above.isEmpty() || above.size() != below.size()) {
      return Optional.empty();
    }
    Rational ratio = above.get(0).q().divide(below.get(0).q());
    for (int i = 0; i < above.size(); i++) {
      Term a = above.get(i);
      Term b = below.get(i);
      if (!a.x().equals(b.x()) || !a.q().equals(b.q().multiply(ratio))) {
        return Optional.empty();
      }
    }
    return Optional.of(ratio);
  }
}
