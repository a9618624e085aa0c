package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Symja;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** A rational function in factors times a product of functions. */
record GammaProduct(Factors factors, GammaMonomial functions) {
  GammaProduct times(GammaProduct other) {
    return new GammaProduct(factors.times(other.factors), functions.times(other.functions));
  }

  GammaProduct power(int n) {
    return new GammaProduct(factors.power(n), functions.power(n));
  }

  /**
   * As an expression: Gamma(x) at those integer shifts of x at which it is shortest, powers of 2
   * together.
   */
  IExpr written(Atoms atoms) {
    Factors rest = factors;
    List<IExpr> parts = new ArrayList<>();
    Map<IExpr, Rational> others = new LinkedHashMap<>(functions.exponents());
    for (IExpr function : functions.exponents().keySet()) {
      Rational exponent = functions.exponent(function);
      if (function.isAST(S.Gamma, 2) && exponent.isInteger()) {
        GammaShifts shifts = GammaShifts.of(function, exponent.intValue(), rest);
        rest = shifts.rest();
        parts.addAll(shifts.shortest());
        others.remove(function);
      }
    }
    Rational content = rest.content();
    Horner horner = new Horner(atoms);
    for (Map.Entry<IExpr, Integer> factor : rest.exponents().entrySet()) {
      parts.add(Symja.power(horner.of(factor.getKey()), F.ZZ(factor.getValue())));
    }
    IExpr exponentOfTwo = F.C0;
    for (Map.Entry<IExpr, Rational> function : others.entrySet()) {
      IExpr base = function.getKey();
      IExpr exponent = Symja.of(function.getValue());
      if (base.isPower()) {
        IExpr product = Symja.product(exponent, base.exponent());
        if (base.base().equals(F.C2)) {
          exponentOfTwo = Symja.sum(exponentOfTwo, product);
        } else {
          parts.add(Symja.power(base.base(), product));
        }
      } else {
        parts.add(Symja.power(base, exponent));
      }
    }
    if (!exponentOfTwo.isZero()) {
      int twos = exponentOfTwo(content);
      content = content.divide(Rational.of(2).pow(twos));
      parts.add(F.Power(F.C2, Symja.sum(exponentOfTwo, F.ZZ(twos))));
    }
    parts.add(Symja.of(content));
    return Symja.product(parts.toArray(IExpr[]::new));
  }

  private static int exponentOfTwo(Rational q) {
    BigInteger above = q.numerator();
    return above.getLowestSetBit() - q.denominator().getLowestSetBit();
  }
}
