package dev.zonal.symbolic.form;

import dev.zonal.symbolic.Symja;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Names for what a rational function treats as a variable: roots, exponentials, values of
 * functions. Not for use by several threads.
 */
final class Atoms {
  private final Map<IExpr, IExpr> names = new LinkedHashMap<>();
  private final Map<IExpr, BigInteger> rates = new HashMap<>();

  /**
   * @param e whose exponentials e^(n x) become powers of e^(g x), g the greatest common divisor of
   *     the n
   */
  Atoms(IExpr e) {
    collectRates(e);
  }

  private void collectRates(IExpr e) {
    if (e.isPower() && e.base().equals(S.E)) {
      ShiftedArgument.of(e.exponent())
          .terms()
          .forEach(rate -> rates.merge(rate.x(), rate.integer(), BigInteger::gcd));
    }
    if (e instanceof IAST ast) {
      ast.forEach(this::collectRates);
    }
  }

  /** The exponential of a rate as a power of an atom. */
  Factors exponential(ShiftedArgument.Term rate) {
    if (!rate.q().isInteger()) {
      return Factors.of(name(F.Exp(Symja.product(Symja.of(rate.q()), rate.x()))));
    }
    BigInteger unit = rates.getOrDefault(rate.x(), BigInteger.ONE);
    IExpr atom = name(F.Exp(Symja.product(F.ZZ(unit), rate.x())));
    return Factors.of(atom).power(rate.integer().divide(unit).intValueExact());
  }

  /**
   * The name of an expression; names of users have no digits, those of definitions other letters.
   */
  IExpr name(IExpr meaning) {
    return names.computeIfAbsent(meaning, e -> Symja.symbol("atom" + (names.size() + 1)));
  }

  /** With the meanings of the names. */
  IExpr expanded(IExpr e) {
    IExpr result = e;
    for (Map.Entry<IExpr, IExpr> entry : names.entrySet()) {
      if (!result.isFree(entry.getValue())) {
        result = Symja.replace(result, entry.getValue(), entry.getKey());
      }
    }
    return result;
  }
}
