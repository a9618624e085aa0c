package dev.zonal.spectrum.value;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import java.math.BigInteger;

/**
 * N(d, k), the dimension of the spherical harmonics of degree k in R^d: (2k+d-2)/k C(k+d-3, k-1)
 * for k at least 1, and 1 for k = 0 (docs/theory.md, section 1).
 */
public final class Multiplicity {

  private Multiplicity() {}

  /** N(d, k) exactly; d at least 2, k at least 0. */
  public static BigInteger exact(int dimension, long k) {
    if (k == 0) {
      return BigInteger.ONE;
    }
    // C(k+d-3, d-2), a product of d - 2 factors each divided at once.
    BigInteger binomial = BigInteger.ONE;
    for (int i = 1; i <= dimension - 2; i++) {
      binomial = binomial.multiply(BigInteger.valueOf(k - 1 + i)).divide(BigInteger.valueOf(i));
    }
    return binomial
        .multiply(
            BigInteger.TWO.multiply(BigInteger.valueOf(k)).add(BigInteger.valueOf(dimension - 2L)))
        .divide(BigInteger.valueOf(k));
  }

  /** N(d, k) as a ball, at any d and k. */
  public static Ball of(int dimension, long k, BallArithmetic over) {
    if (k == 0) {
      return over.of(1);
    }
    // C(k+d-3, n) = (a)_n/n! with n the smaller of d - 2 and k - 1, a = k + d - 2 - n.
    long n = Math.min(dimension - 2L, k - 1);
    Ball binomial =
        GammaQuotient.one().rising(2 * (k + dimension - 2 - n), n).overRising(2, n).in(over);
    Rational factor = Rational.of(2).add(Rational.of(dimension - 2L, k));
    return over.multiply(binomial, over.of(factor));
  }
}
