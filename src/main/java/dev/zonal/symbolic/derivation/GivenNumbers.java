package dev.zonal.symbolic.derivation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.Derivation;
import dev.zonal.symbolic.Equation;
import dev.zonal.symbolic.ExactEvaluator;
import dev.zonal.symbolic.Indexed;
import dev.zonal.symbolic.Symja;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Numbers in place of k and d.
 *
 * @param frequency k, or null
 * @param dimension d, or null
 */
record GivenNumbers(Integer frequency, Integer dimension) {
  /** The formula of an eigenvalue with the numbers put in. */
  Derivation in(Derivation derivation) {
    if (frequency == null && dimension == null) {
      return derivation;
    }
    if (frequency != null && (frequency < 0 || frequency > 100_000)) {
      throw new UnsupportedExpressionException("k must be from 0 to 100000, not " + frequency);
    }
    if (dimension != null && (dimension < 2 || dimension > 100_000)) {
      throw new UnsupportedExpressionException("d must be from 2 to 100000, not " + dimension);
    }
    IExpr value = derivation.result().get(0).right();
    IExpr k = Symja.symbol("k");
    if (frequency != null) {
      value = new ExactEvaluator(Map.of("k", Rational.of(frequency))).select(value);
      value = Symja.replace(value, k, Symja.of(frequency));
      k = Symja.of(frequency);
    }
    if (dimension != null) {
      value = Symja.replace(value, Symja.symbol("d"), Symja.of(dimension));
    }
    return derivation
        .withResult(List.of(new Equation(Indexed.of("eta", k), value)))
        .withTitle(title(derivation.title()))
        .withVerification("for all $k$ and $d$ " + derivation.verification());
  }

  private String title(String general) {
    String atFrequency =
        frequency == null ? general : general.replace("\\eta_k", "\\eta_{" + frequency + "}");
    return dimension == null
        ? atFrequency
        : atFrequency.replace("{R}^d", "{R}^{" + dimension + "}");
  }
}
