package dev.zonal.symbolic.evaluation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.ExactEvaluator;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A linear function of an index, slope times n plus a constant.
 *
 * @param slope its growth from n to n + 1
 * @param constant its value at n = 0
 */
record Linear(Rational slope, Rational constant) {
  /** An expression as such a function; empty if it is none with rational coefficients. */
  static Optional<Linear> of(IExpr e, IExpr index, ExactEvaluator exact) {
    if (e.equals(index)) {
      return Optional.of(new Linear(Rational.ONE, Rational.ZERO));
    }
    if (e.isFree(index)) {
      return exact.value(e).map(value -> new Linear(Rational.ZERO, value));
    }
    if (!e.isPlus() && !e.isTimes()) {
      return Optional.empty();
    }
    Optional<Linear> result =
        Optional.of(new Linear(Rational.ZERO, e.isPlus() ? Rational.ZERO : Rational.ONE));
    for (IExpr part : (IAST) e) {
      Optional<Linear> next = of(part, index, exact);
      result = result.flatMap(a -> next.flatMap(b -> e.isPlus() ? a.plus(b) : a.times(b)));
    }
    return result;
  }

  private Optional<Linear> plus(Linear other) {
    return Optional.of(new Linear(slope.add(other.slope), constant.add(other.constant)));
  }

  private Optional<Linear> times(Linear other) {
    if (slope.signum() != 0 && other.slope.signum() != 0) {
      return Optional.empty();
    }
    Rational mixed = slope.multiply(other.constant).add(other.slope.multiply(constant));
    return Optional.of(new Linear(mixed, constant.multiply(other.constant)));
  }

  /** The same function plus a number. */
  Linear plus(long number) {
    return new Linear(slope, constant.add(number));
  }

  Rational at(long n) {
    return slope.multiply(n).add(constant);
  }
}
