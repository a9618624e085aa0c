package dev.zonal.symbolic.form;

import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sum of products of functions, each with a rational function as its coefficient.
 *
 * @param coefficients by the products; none is zero
 */
record GammaPolynomial(Map<GammaMonomial, Factors> coefficients) {
  static final GammaPolynomial ONE = of(Factors.of(Rational.ONE));

  static GammaPolynomial of(Factors rational) {
    return sum(List.of(new GammaProduct(rational, GammaMonomial.ONE)));
  }

  static GammaPolynomial sum(List<GammaProduct> products) {
    Map<GammaMonomial, List<Factors>> terms = new LinkedHashMap<>();
    for (GammaProduct product : products) {
      terms.computeIfAbsent(product.functions(), m -> new ArrayList<>()).add(product.factors());
    }
    Map<GammaMonomial, Factors> sums = new LinkedHashMap<>();
    terms.forEach((functions, summands) -> sums.put(functions, Factors.sum(summands)));
    sums.values().removeIf(Factors::isZero);
    return new GammaPolynomial(sums);
  }

  /** The products of which this is the sum. */
  List<GammaProduct> products() {
    List<GammaProduct> products = new ArrayList<>();
    coefficients.forEach(
        (functions, factors) -> products.add(new GammaProduct(factors, functions)));
    return products;
  }

  GammaPolynomial times(GammaPolynomial other) {
    List<GammaProduct> products = new ArrayList<>();
    for (GammaProduct a : products()) {
      other.products().forEach(b -> products.add(a.times(b)));
    }
    return sum(products);
  }

  /** An integer power, unless it is the inverse of a sum over several products. */
  Optional<GammaPolynomial> power(int n) {
    if (coefficients.size() == 1) {
      return Optional.of(sum(List.of(products().get(0).power(n))));
    }
    if (n < 0) {
      return Optional.empty();
    }
    GammaPolynomial power = ONE;
    for (int i = 0; i < n; i++) {
      power = power.times(this);
    }
    return Optional.of(power);
  }
}
