package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.symbolic.Definitions;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.evaluation.ExpressionEvaluator;
import dev.zonal.symbolic.evaluation.RationalLimit;
import dev.zonal.symbolic.evaluation.Verification;
import dev.zonal.symbolic.kernel.SymbolicKernel;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * The limit of a coefficient as the depth L tends to infinity, for functions that are rational in a
 * root of L: with L = m^q from the leading coefficients in m.
 */
final class DepthLimit {
  /** Its name among the results. */
  static final IExpr NAME = Symja.symbol("limit");

  private static final IExpr DEPTH = Symja.symbol("L");
  private static final IExpr ROOT = Symja.symbol("m");

  /** What is tried is 2^-FAR from the limit, up to a constant. */
  private static final int FAR = 400;

  private static final int CLOSE = 200;

  private DepthLimit() {}

  /** The finite limit of a coefficient. */
  static Optional<IExpr> of(SymbolicKernel kernel, Derivation derivation) {
    IExpr value =
        Definitions.expanded(derivation.definitions(), derivation.result().get(0).right());
    if (value.isFree(DEPTH)) {
      return Optional.empty();
    }
    int degree = degree(value);
    IExpr inRoot = Symja.replace(value, DEPTH, F.Power(ROOT, F.ZZ(degree)));
    Optional<IExpr> limit =
        RationalLimit.atInfinity(Symja.evaluate(F.PowerExpand(inRoot)), ROOT, true)
            .filter(l -> !l.isDirectedInfinity());
    limit.ifPresent(l -> check(kernel, value, degree, l));
    return limit;
  }

  /** The results with a limit after them. */
  static List<Equation> added(List<Equation> results, IExpr limit) {
    return Stream.concat(results.stream(), Stream.of(new Equation(NAME, limit))).toList();
  }

  /** The results that are compared at given depths. */
  static List<Equation> without(List<Equation> results) {
    return results.stream().filter(e -> !e.left().equals(NAME)).toList();
  }

  /** The least common denominator of the exponents of L. */
  private static int degree(IExpr e) {
    if (e.isPower() && e.base().equals(DEPTH) && e.exponent() instanceof IRational q) {
      return q.denominator().toIntDefault();
    }
    BigInteger least = BigInteger.ONE;
    if (e instanceof IAST ast) {
      for (IExpr part : ast) {
        BigInteger next = BigInteger.valueOf(degree(part));
        least = least.multiply(next).divide(least.gcd(next));
      }
    }
    return least.intValueExact();
  }

  private static void check(SymbolicKernel kernel, IExpr value, int degree, IExpr limit) {
    Rational far = Rational.of(2).pow(FAR * degree);
    new Verification("the limit for large L of " + kernel)
        .check(
            kernel::randomParameters,
            ExpressionEvaluator.side(limit),
            (over, point) -> {
              Map<String, Rational> at = new HashMap<>(point);
              at.put("L", far);
              Ball close = new ExpressionEvaluator(over, at).evaluate(value);
              return List.of(close.inflate(over.power(over.of(2), -CLOSE)));
            });
  }
}
