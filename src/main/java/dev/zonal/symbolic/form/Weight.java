package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * A name for a function of a positive parameter s: sigma = s^2/(1 + s^2), or v = (1 + s^2)^(-1/2).
 */
record Weight(IExpr parameter, IExpr name) {
  static final IExpr SIGMA = Symja.symbol("sigma");
  static final IExpr V = Symja.symbol("v");

  /** The name for a parameter: v where roots of 1 + s^2 occur, and sigma where 1 + s^2 alone. */
  static Optional<Weight> of(IExpr parameter, List<IExpr> formulas) {
    IExpr sum = Symja.sum(F.C1, F.Sqr(parameter));
    boolean hasRoot = formulas.stream().anyMatch(e -> has(e, sum, false));
    boolean hasSum = formulas.stream().anyMatch(e -> has(e, sum, true));
    return hasRoot || hasSum
        ? Optional.of(new Weight(parameter, hasRoot ? V : SIGMA))
        : Optional.empty();
  }

  /** Whether there is a power of the sum, with an integer exponent or another one. */
  private static boolean has(IExpr e, IExpr sum, boolean isInteger) {
    return !e.isFree(
        part ->
            part.isPower() && part.base().equals(sum) && part.exponent().isInteger() == isInteger,
        true);
  }

  /** What the name stands for. */
  Equation definition() {
    IExpr sum = Symja.sum(F.C1, F.Sqr(parameter));
    return new Equation(
        name,
        isSigma()
            ? Symja.product(F.Sqr(parameter), F.Power(sum, F.CN1))
            : Symja.power(sum, F.CN1D2));
  }

  /** Whether a symbol is one of the names. */
  static boolean isNamed(IExpr symbol) {
    return symbol.equals(SIGMA) || symbol.equals(V);
  }

  private boolean isSigma() {
    return name.equals(SIGMA);
  }

  /** 1/(1 + s^2): 1 - sigma or v^2. */
  private IExpr decay() {
    return isSigma() ? Symja.sum(F.C1, F.Times(F.CN1, name)) : F.Sqr(name);
  }

  /** With even powers of s, and powers of 1 + s^2, in the name. */
  IExpr replaced(IExpr e) {
    return Symja.evaluate(e.replaceAll(this::power).orElse(e));
  }

  private IExpr power(IExpr e) {
    if (!e.isPower() || !(e.exponent() instanceof IRational exponent)) {
      return F.NIL;
    }
    Rational q = Symja.fraction(exponent);
    if (e.base().equals(Symja.sum(F.C1, F.Sqr(parameter)))) {
      return isSigma()
          ? Symja.power(decay(), Symja.of(q.negate()))
          : Symja.power(name, Symja.of(q.multiply(-2)));
    }
    if (e.base().equals(parameter) && q.divide(2).isInteger()) {
      IExpr square = Symja.sum(Symja.power(decay(), F.CN1), F.CN1);
      return Symja.power(square, Symja.of(q.divide(2)));
    }
    return F.NIL;
  }
}
