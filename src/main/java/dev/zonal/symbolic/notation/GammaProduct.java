package dev.zonal.symbolic.notation;

import dev.zonal.symbolic.Symja;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.IRational;

/**
 * The Gamma functions and factorials in a product, with what grows as they do: rising factorials
 * (a)_n and powers of positive numbers with symbols in the exponent.
 *
 * @param factors as calls of the class GammaProduct that {@link JavaHelper} prints
 * @param rest the other factors
 */
record GammaProduct(List<Factor> factors, IExpr rest) {
  /** A factor: the method's name and its arguments, the last one the exponent n. */
  record Factor(String name, List<IExpr> arguments) {}

  /** The parts of a product that has at least one Gamma function or rising factorial. */
  static Optional<GammaProduct> of(IExpr e) {
    List<Factor> gammas = new ArrayList<>();
    List<Factor> powers = new ArrayList<>();
    List<IExpr> rest = new ArrayList<>();
    for (IExpr factor : e.isTimes() ? Notation.list((IAST) e) : List.of(e)) {
      IExpr base = factor.isPower() ? factor.base() : factor;
      IExpr exponent = factor.isPower() ? factor.exponent() : F.C1;
      if (exponent instanceof IInteger && base.isAST(S.Gamma, 2)) {
        gammas.add(new Factor("gamma", List.of(base.first(), exponent)));
      } else if (exponent instanceof IInteger && base.isAST(S.Factorial, 2)) {
        gammas.add(new Factor("gamma", List.of(Symja.sum(base.first(), F.C1), exponent)));
      } else if (exponent instanceof IInteger && base.isAST(S.Pochhammer, 3)) {
        gammas.add(new Factor("rising", List.of(base.first(), base.second(), exponent)));
      } else if (base instanceof IRational q && q.isPositive() && !exponent.isNumber()) {
        powers.add(new Factor("power", List.of(base, exponent)));
      } else {
        rest.add(factor);
      }
    }
    if (gammas.isEmpty()) {
      return Optional.empty();
    }
    gammas.addAll(powers);
    return Optional.of(
        new GammaProduct(List.copyOf(gammas), Symja.product(rest.toArray(new IExpr[0]))));
  }
}
