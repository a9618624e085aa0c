package dev.zonal.spectrum.multisphere;

import dev.zonal.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * A polynomial with rational coefficients.
 *
 * @param coefficients from the constant term upwards
 */
record RationalPolynomial(List<Rational> coefficients) {
  static final RationalPolynomial ZERO = new RationalPolynomial(List.of());
  static final RationalPolynomial ONE = of(Rational.ONE);

  RationalPolynomial {
    coefficients = List.copyOf(coefficients);
  }

  static RationalPolynomial of(Rational... coefficients) {
    return new RationalPolynomial(List.of(coefficients));
  }

  /** The coefficient of x^n, 0 beyond the degree. */
  Rational at(int n) {
    return n < coefficients.size() ? coefficients.get(n) : Rational.ZERO;
  }

  /** One more than the degree, at least. */
  int size() {
    return coefficients.size();
  }

  RationalPolynomial add(RationalPolynomial other) {
    List<Rational> sum = new ArrayList<>();
    for (int n = 0; n < Math.max(size(), other.size()); n++) {
      sum.add(at(n).add(other.at(n)));
    }
    return new RationalPolynomial(sum);
  }

  RationalPolynomial subtract(RationalPolynomial other) {
    return add(other.scale(Rational.ONE.negate()));
  }

  RationalPolynomial scale(Rational factor) {
    return new RationalPolynomial(coefficients.stream().map(factor::multiply).toList());
  }

  RationalPolynomial multiply(RationalPolynomial other) {
    if (size() == 0 || other.size() == 0) {
      return ZERO;
    }
    List<Rational> product = new ArrayList<>();
    for (int n = 0; n < size() + other.size() - 1; n++) {
      Rational sum = Rational.ZERO;
      for (int i = Math.max(0, n - other.size() + 1); i <= Math.min(n, size() - 1); i++) {
        sum = sum.add(at(i).multiply(other.at(n - i)));
      }
      product.add(sum);
    }
    return new RationalPolynomial(product);
  }

  /** The power, n at least 0. */
  RationalPolynomial power(int n) {
    RationalPolynomial power = ONE;
    for (int i = 0; i < n; i++) {
      power = power.multiply(this);
    }
    return power;
  }

  RationalPolynomial derivative() {
    List<Rational> slopes = new ArrayList<>();
    for (int n = 1; n < size(); n++) {
      slopes.add(at(n).multiply(n));
    }
    return new RationalPolynomial(slopes);
  }

  Rational value(Rational x) {
    Rational value = Rational.ZERO;
    for (int n = size() - 1; n >= 0; n--) {
      value = value.multiply(x).add(coefficients.get(n));
    }
    return value;
  }
}
