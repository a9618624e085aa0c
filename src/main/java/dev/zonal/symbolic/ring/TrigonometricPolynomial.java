package dev.zonal.symbolic.ring;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import java.util.Map;

/** A polynomial in the sine and cosine of the angle, for the arc-cosine kernels' recursion. */
public final class TrigonometricPolynomial {
  private static final int SINE = 0;
  private static final int COSINE = 1;

  private final LaurentPolynomial polynomial;

  private TrigonometricPolynomial(LaurentPolynomial polynomial) {
    this.polynomial = polynomial;
  }

  public static TrigonometricPolynomial zero() {
    return new TrigonometricPolynomial(LaurentPolynomial.ZERO);
  }

  public static TrigonometricPolynomial one() {
    return new TrigonometricPolynomial(LaurentPolynomial.of(Rational.ONE));
  }

  private static LaurentPolynomial generator(int g) {
    return LaurentPolynomial.of(Rational.ONE, Monomial.power(g, 1));
  }

  public TrigonometricPolynomial minus(TrigonometricPolynomial other) {
    return new TrigonometricPolynomial(polynomial.plus(other.polynomial.scaled(Rational.of(-1))));
  }

  public TrigonometricPolynomial times(long factor) {
    return new TrigonometricPolynomial(polynomial.scaled(Rational.of(factor)));
  }

  public TrigonometricPolynomial timesSine() {
    return new TrigonometricPolynomial(polynomial.times(generator(SINE)));
  }

  public TrigonometricPolynomial timesCosine() {
    return new TrigonometricPolynomial(polynomial.times(generator(COSINE)));
  }

  /** d/dtheta. */
  public TrigonometricPolynomial derivative() {
    LaurentPolynomial sum = LaurentPolynomial.ZERO;
    for (Map.Entry<Monomial, Rational> term : polynomial.terms().entrySet()) {
      int s = term.getKey().exponent(SINE);
      int c = term.getKey().exponent(COSINE);
      if (s > 0) {
        sum = sum.plus(monomial(term.getValue().multiply(s), s - 1, c + 1));
      }
      if (c > 0) {
        sum = sum.plus(monomial(term.getValue().multiply(-c), s + 1, c - 1));
      }
    }
    return new TrigonometricPolynomial(sum);
  }

  private static LaurentPolynomial monomial(Rational coefficient, int sine, int cosine) {
    return LaurentPolynomial.of(
        coefficient, Monomial.power(SINE, sine).times(Monomial.power(COSINE, cosine)));
  }

  /** The polynomial over the half-angle polynomials. */
  public LaurentPolynomial in(AngularPolynomials over) {
    LaurentPolynomial sum = LaurentPolynomial.ZERO;
    Arithmetic<LaurentPolynomial> arithmetic = over;
    for (Map.Entry<Monomial, Rational> term : polynomial.terms().entrySet()) {
      LaurentPolynomial sine =
          arithmetic.power(AngularPolynomials.sine(), (long) term.getKey().exponent(SINE));
      LaurentPolynomial cosine =
          arithmetic.power(over.angle().cosine(), (long) term.getKey().exponent(COSINE));
      sum = sum.plus(sine.times(cosine).scaled(term.getValue()));
    }
    return sum;
  }
}
