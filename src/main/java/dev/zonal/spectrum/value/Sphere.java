package dev.zonal.spectrum.value;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The unit sphere S^(d-1) of R^d, with the numbers that its integrals and its spherical harmonics
 * bring along (docs/theory.md, section 1).
 *
 * @param dimension d, at least 2
 */
public record Sphere(int dimension) {
  public Sphere {
    if (dimension < 2) {
      throw new IllegalArgumentException("dimension " + dimension + " is below 2");
    }
  }

  /** The shifted frequency K = k + (d-2)/2, in powers of which eigenvalues are expanded. */
  public Rational shifted(long k) {
    return Rational.of(BigInteger.valueOf(k).shiftLeft(1).add(BigInteger.valueOf(dimension - 2L)))
        .divide(2);
  }

  /**
   * c_d = Gamma(d/2)/(sqrt(pi) Gamma((d-1)/2)), by which sin(theta)^(d-2) d theta on [0, pi] is the
   * probability measure.
   */
  public GammaQuotient measureConstant() {
    return GammaQuotient.ONE.gamma(dimension).dividedByGamma(dimension - 1L).timesPowerOfSqrtPi(-1);
  }

  /** |S^(d-1)| = 2 pi^(d/2)/Gamma(d/2). */
  public GammaQuotient area() {
    return GammaQuotient.ONE
        .timesPowerOfTwo(1)
        .timesPowerOfSqrtPi(dimension)
        .dividedByGamma(dimension);
  }

  /**
   * N(d, k), the dimension of the spherical harmonics of degree k: (2k+d-2)/k C(k+d-3, k-1) for k
   * at least 1, and 1 for k = 0.
   */
  public Ball multiplicity(long k, BallArithmetic over) {
    return k == 0 ? over.of(1) : over.multiply(binomial(k).in(over), over.of(perBinomial(k)));
  }

  /** The same exactly, where it is of a size that one would write down. */
  public Optional<BigInteger> exactMultiplicity(long k) {
    if (k == 0) {
      return Optional.of(BigInteger.ONE);
    }
    GammaQuotient binomial = binomial(k);
    return binomial.isWritable()
        ? Optional.of(binomial.exact().coefficient().multiply(perBinomial(k)).numerator())
        : Optional.empty();
  }

  /** C(k+d-3, n) = (a)_n/n! with n the smaller of d - 2 and k - 1, a = k + d - 2 - n. */
  private GammaQuotient binomial(long k) {
    long n = Math.min(dimension - 2L, k - 1);
    return GammaQuotient.ONE.rising(2 * (k + dimension - 2 - n), n).dividedByRising(2, n);
  }

  private Rational perBinomial(long k) {
    return Rational.of(2).add(Rational.of(dimension - 2L, k));
  }

  /**
   * N(d, k)/C_k^lambda(1) = (k + lambda)/lambda, lambda = (d-2)/2 (docs/theory.md, Lemma 16.1).
   *
   * @throws IllegalStateException in dimension 2, where C_k^0 = 0 for k at least 1
   */
  public Rational perGegenbauer(long k) {
    if (dimension == 2) {
      throw new IllegalStateException("there are no Gegenbauer polynomials in dimension 2");
    }
    return shifted(k).multiply(2).divide(dimension - 2);
  }
}
