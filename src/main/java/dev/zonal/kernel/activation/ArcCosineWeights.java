package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.ArcCosinePolynomials;

/**
 * The function arc kappa_n(u) + rest u + constant of the cosine u (docs/theory.md, Lemma 5.8).
 *
 * @param degree n
 * @param arc the weight of kappa_n, not negative
 * @param rest the weight of u; 0 unless n is 1
 * @param constant 0 unless n is 0
 * @param slope the weight of kappa_{n-1} in the derivative
 */
public record ArcCosineWeights(
    int degree, Rational arc, Rational rest, Rational constant, Rational slope) {
  static ArcCosineWeights of(int degree, Rational arc, Rational rest, Rational constant) {
    Rational slope = arc.multiply(ArcCosinePolynomials.slope(degree));
    return new ArcCosineWeights(degree, arc, rest, constant, slope);
  }

  /** The value at u = 1. */
  public Rational value() {
    return arc.add(rest).add(constant);
  }

  /** The function over its value at u = 1. */
  ArcCosineWeights normalised() {
    Rational value = value();
    return of(degree, arc.divide(value), rest.divide(value), constant.divide(value));
  }

  /** Whether kappa_n stands alone. */
  public boolean isPlain() {
    return rest.signum() == 0 && constant.signum() == 0;
  }

  /** Whether this is a multiple of 2 kappa_1 - u, the dual of the absolute value. */
  boolean isEven() {
    return rest.signum() < 0 && arc.equals(rest.multiply(-2));
  }
}
