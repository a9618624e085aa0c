package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A product of powers of functions that stand beside rational functions: Gamma(x) with the constant
 * term of x in [0, 1), Bessel functions, 2^d. No exponent is zero.
 */
record GammaMonomial(Map<IExpr, Rational> exponents) {
  static final GammaMonomial ONE = new GammaMonomial(Map.of());

  GammaMonomial {
    Map<IExpr, Rational> sorted = new LinkedHashMap<>(exponents);
    sorted.values().removeIf(Rational::isZero);
    exponents = sorted;
  }

  static GammaMonomial of(IExpr function, Rational exponent) {
    return new GammaMonomial(Map.of(function, exponent));
  }

  GammaMonomial times(GammaMonomial other) {
    return merged(other, Rational::add);
  }

  GammaMonomial power(int n) {
    Map<IExpr, Rational> power = new LinkedHashMap<>(exponents);
    power.replaceAll((function, exponent) -> exponent.multiply(n));
    return new GammaMonomial(power);
  }

  /** The smaller exponent of each function, which is 0 where a function does not occur. */
  GammaMonomial common(GammaMonomial other) {
    return merged(other, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  private GammaMonomial merged(GammaMonomial other, BinaryOperator<Rational> operation) {
    Map<IExpr, Rational> merged = new LinkedHashMap<>();
    exponents.forEach((f, e) -> merged.put(f, operation.apply(e, other.exponent(f))));
    other.exponents.forEach(
        (f, e) -> merged.computeIfAbsent(f, g -> operation.apply(Rational.ZERO, e)));
    return new GammaMonomial(merged);
  }

  Rational exponent(IExpr function) {
    return exponents.getOrDefault(function, Rational.ZERO);
  }
}
