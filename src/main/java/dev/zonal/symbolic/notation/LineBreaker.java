package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Inert;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Formulas on several lines where one is too short: broken before the signs of sums, else between
 * the factors of products. A fraction with a long numerator becomes a product. Widths are those of
 * {@link TypesetWidth}, in every notation.
 */
public final class LineBreaker {
  private static final LatexNotation MEASURE = new LatexNotation();
  private static final double SIGN = 1.3;
  private static final double BRACKET = 0.8;

  private static final double OTHERWISE = 5;

  /** A brace, and the space before the conditions. */
  private static final double CASES = 2;

  /** The part of a line behind which nothing long begins. */
  private static final double LATE = 0.75;

  private final BreakableNotation notation;
  private final double room;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private double used;

  private LineBreaker(BreakableNotation notation, double room) {
    this.notation = notation;
    this.room = room;
  }

  /**
   * The lines of an expression.
   *
   * @param room in ems, on every line
   */
  public static List<String> lines(BreakableNotation notation, IExpr e, double room) {
    LineBreaker breaker = new LineBreaker(notation, room);
    breaker.write(e, Notation.SUM);
    breaker.end();
    return breaker.lines;
  }

  /** How wide an expression is on one line, in ems. */
  public static double width(IExpr e) {
    return TypesetWidth.of(MEASURE.print(e));
  }

  private void end() {
    lines.add(line.toString());
    line.setLength(0);
    used = 0;
  }

  private void add(String text, double width) {
    line.append(text);
    used += width;
  }

  private boolean fits(double width) {
    return used + width <= room;
  }

  private void write(IExpr e, int needed) {
    double width = width(e);
    if (fits(width) || !isBreakable(e)) {
      Notation of = notation.notation();
      add(of.bind(of.write(e), needed).text(), width);
    } else if (e.isPlus() && needed > Notation.SUM) {
      bracketed((IAST) e, "");
    } else if (e.isPlus()) {
      sum((IAST) e);
    } else if (e.isAST("Piecewise")) {
      piecewise((IAST) e);
    } else if (e.isTimes() && Signs.of(e).isNegative()) {
      add(notation.plus(true, true), SIGN);
      write(Signs.of(e).magnitude(), Notation.PRODUCT);
    } else if (e.isTimes()) {
      // Signs of factors that cancel are left out.
      factors(Notation.factors(Signs.of(e).magnitude()));
    } else if (isSum(e)) {
      List<IExpr> sum = Notation.list((IAST) e);
      add(notation.summation(sum) + " ", TypesetWidth.of(MEASURE.summation(sum)));
      factors(Notation.factors(e.first()));
    } else {
      bracketed((IAST) e.base(), notation.notation().ofScripts().print(e.exponent()));
    }
  }

  private static boolean isBreakable(IExpr e) {
    return e.isPlus()
        || e.isTimes()
        || e.isAST("Piecewise")
        || isSum(e)
        || e.isPower() && e.exponent().isRational() && e.base().isPlus();
  }

  /** A sum that is written down. */
  private static boolean isSum(IExpr e) {
    return e.head().toString().equals(Inert.SUM) && e.first().isTimes();
  }

  private void bracketed(IAST sum, String exponent) {
    boolean isTall = MEASURE.print(sum).contains("\\frac");
    add(notation.open(isTall), BRACKET);
    sum(sum);
    add(notation.close(isTall, exponent), BRACKET + TypesetWidth.of(exponent));
  }

  private void sum(IAST sum) {
    boolean isFirst = true;
    for (Signs term : notation.notation().terms(sum)) {
      if (!isFirst && !fits(width(term.magnitude()) + SIGN)) {
        end();
      }
      add(notation.plus(term.isNegative(), isFirst), SIGN);
      write(term.magnitude(), term.isNegative() ? Notation.PRODUCT : Notation.SUM);
      isFirst = false;
    }
  }

  /** As many factors as fit in a fraction, the others one by one. */
  private void factors(List<IExpr> factors) {
    List<IExpr> head = new ArrayList<>();
    List<IExpr> others = new ArrayList<>();
    for (IExpr factor : factors) {
      head.add(factor);
      if (Notation.isOperator(factor) || !fits(width(product(head)))) {
        head.remove(head.size() - 1);
        others.add(factor);
      }
    }
    if (!head.isEmpty()) {
      write(product(head), Notation.PRODUCT);
    }
    for (IExpr factor : others) {
      boolean isAtStart = head.isEmpty() && factor.equals(others.get(0));
      boolean isLate = used > LATE * room || !isBreakable(factor);
      if (!isAtStart && isLate && !fits(width(factor))) {
        end();
        add(notation.times(), SIGN);
      }
      write(factor, Notation.PRODUCT);
    }
  }

  private static IExpr product(List<IExpr> factors) {
    return factors.size() == 1 ? factors.get(0) : F.Times(factors.toArray(IExpr[]::new));
  }

  /** The values of cases, each on several lines. */
  private void piecewise(IAST e) {
    List<Notation.Case> cases = new ArrayList<>();
    for (IExpr pair : (IAST) e.arg1()) {
      Notation.Text condition = notation.notation().write(pair.second());
      cases.add(new Notation.Case(value(pair.first(), width(pair.second()) + 2), condition));
    }
    if (e.argSize() > 1) {
      cases.add(new Notation.Case(value(e.arg2(), OTHERWISE), null));
    }
    add(notation.notation().cases(cases).text(), room);
  }

  private Notation.Text value(IExpr value, double condition) {
    List<String> broken = lines(notation, value, room - used - condition - CASES);
    String text = broken.size() == 1 ? broken.get(0) : notation.stacked(broken);
    return new Notation.Text(text, Notation.SUM);
  }
}
