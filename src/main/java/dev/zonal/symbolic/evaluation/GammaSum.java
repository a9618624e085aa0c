package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.symbolic.ExactEvaluator;
import java.util.function.LongFunction;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Sums as they are written down: finite ones term by term, and series of Gamma functions ({@link
 * GammaTerm}) with a bound of what is left out (docs/theory.md, Lemma 9.19).
 *
 * @param at the evaluator at an index
 */
record GammaSum(BallArithmetic over, ExactEvaluator exact, LongFunction<ExpressionEvaluator> at) {
  private static final int LARGEST = 20_000;

  /** The value of a sum with the term, the index, where it begins and perhaps where it ends. */
  Ball of(IAST sum) {
    IExpr term = sum.arg1();
    long from = exact.integer(sum.arg3());
    if (sum.argSize() == 4) {
      return finite(term, from, exact.integer(sum.arg4()));
    }
    return series(new GammaTerm(term, sum.arg2(), exact), from);
  }

  private Ball finite(IExpr term, long from, long to) {
    Ball sum = over.of(0);
    for (long n = from; n <= to; n++) {
      Context.checkpoint();
      sum = over.add(sum, at.apply(n).evaluate(term));
    }
    return sum;
  }

  private Ball series(GammaTerm term, long from) {
    if (!term.converges(at.apply(from))) {
      throw new DomainException(
          "a series whose terms do not shrink to a quarter of the one before");
    }
    Ball sum = over.of(0);
    for (long n = from; n - from < LARGEST; n++) {
      Context.checkpoint();
      ExpressionEvaluator values = at.apply(n);
      Ball product = values.evaluate(term.product());
      Ball bracket = values.evaluate(term.bracket());
      boolean isBegun = !(sum.isExact() && sum.containsZero());
      if (isBegun && product.binaryOrder() < negligible(sum) && term.quarters(n, values)) {
        Ball size = over.add(bracket.abs(), over.of(term.change(n)));
        return sum.inflate(over.multiply(product, size).shifted(1));
      }
      sum = over.add(sum, over.multiply(product, bracket));
    }
    throw new DomainException("a series that needs more than " + LARGEST + " terms");
  }

  private long negligible(Ball sum) {
    return -over.bits() + Math.min(0, sum.binaryOrder());
  }
}
