package dev.zonal.symbolic.ring;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Symbol;
import dev.zonal.symbolic.Symja;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Writes what {@link LayerSums} solves for: in the parameter that makes the numbers of the layers
 * decay, if it is a name, without roots.
 *
 * @param decaying the parameter s, where powers of 1/(1 + s^2) enter
 */
public record LayerWriter(ConstantRing ring, Optional<Parameter> decaying) {
  /** The number as an expression. */
  public IExpr written(LaurentPolynomial a) {
    return decaying.isPresent() && decaying.get() instanceof Symbol s
        ? new ConstantWriter(ring).inDecay(a, s.name())
        : ring.written(a);
  }

  /**
   * One over the other, with common factors taken out; compared with balls like everything else.
   */
  public IExpr quotient(LaurentPolynomial above, LaurentPolynomial below) {
    IExpr quotient = Symja.product(written(above), Symja.power(written(below), F.CN1));
    // Symja's factors of expressions with roots take forever.
    return quotient.isFree(e -> e.isSqrt(), true)
        ? withoutOpposites(Symja.factored(quotient))
        : quotient;
  }

  /** With powers of a - b and of b - a combined. */
  private static IExpr withoutOpposites(IExpr e) {
    Map<IExpr, IExpr> exponents = new LinkedHashMap<>();
    collectFactors(e, F.C1, exponents);
    return Symja.product(
        exponents.entrySet().stream()
            .map(factor -> Symja.power(factor.getKey(), factor.getValue()))
            .toArray(IExpr[]::new));
  }

  private static void collectFactors(IExpr e, IExpr exponent, Map<IExpr, IExpr> exponents) {
    if (e.isTimes()) {
      ((IAST) e).forEach(factor -> collectFactors(factor, exponent, exponents));
    } else if (e.isPower() && e.second().isInteger()) {
      collectFactors(e.first(), Symja.product(exponent, e.second()), exponents);
    } else {
      IExpr opposite = e.isPlus() ? Symja.evaluate(F.Expand(F.Times(F.CN1, e))) : e;
      boolean opposed = e.isPlus() && exponents.containsKey(opposite);
      exponents.merge(opposed ? opposite : e, exponent, Symja::sum);
      if (opposed) {
        exponents.merge(F.CN1, exponent, Symja::sum);
      }
    }
  }
}
