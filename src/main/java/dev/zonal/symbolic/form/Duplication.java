package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Legendre's formula Gamma(2z) = 2^(2z-1) Gamma(z) Gamma(z+1/2)/Sqrt(Pi), applied where one of the
 * two on the right cancels.
 */
final class Duplication {
  private Duplication() {}

  static GammaProduct applied(GammaProduct product, Reading reading) {
    for (Map.Entry<IExpr, Rational> function : product.functions().exponents().entrySet()) {
      IExpr gamma = function.getKey();
      Rational n = function.getValue();
      if (gamma.isAST(S.Gamma, 2) && n.isInteger()) {
        IExpr z = Symja.product(F.C1D2, gamma.first());
        if (cancels(product, z, n) || cancels(product, Symja.sum(z, F.C1D2), n)) {
          return replaced(product, gamma, n, z, reading);
        }
      }
    }
    return product;
  }

  private static boolean cancels(GammaProduct product, IExpr z, Rational n) {
    IExpr gamma = Symja.evaluate(F.Gamma(ShiftedArgument.of(z).written()));
    return product.functions().exponent(gamma).signum() * n.signum() < 0;
  }

  private static GammaProduct replaced(
      GammaProduct product, IExpr gamma, Rational n, IExpr z, Reading reading) {
    IExpr byLegendre =
        F.Times(
            F.Power(F.C2, Symja.sum(gamma.first(), F.CN1)),
            F.Power(S.Pi, F.CN1D2),
            F.Gamma(z),
            F.Gamma(Symja.sum(z, F.C1D2)));
    GammaProduct legendre = reading.read(byLegendre).products().get(0);
    GammaProduct inverse =
        new GammaProduct(Factors.of(Rational.ONE), GammaMonomial.of(gamma, n.negate()));
    return product.times(inverse).times(legendre.power(n.intValue()));
  }
}
