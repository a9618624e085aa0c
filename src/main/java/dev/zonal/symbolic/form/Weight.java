package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.Symja;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * A name for a function of a positive parameter s: sigma = s^2/(1 + s^2), or v = (1 + s^2)^(-1/2).
 */
record Weight(IExpr parameter, IExpr name) {
  static final IExpr SIGMA = Symja.symbol("sigma");
  static final IExpr V = Symja.symbol("v");

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
