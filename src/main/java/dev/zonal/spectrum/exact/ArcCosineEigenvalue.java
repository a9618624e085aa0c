package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.WallisRatio;

/**
 * The eigenvalue of an arc-cosine kernel of degree n at one frequency (docs/theory.md, Propositions
 * 9.5 and 9.5a): zero for k = n + 2, n + 4, ..., rational for k = n, n - 2, ..., and
 *
 * <pre>
 *   eta_{2m+1+n}(kappa_n) = f [Gamma(d/2) Gamma(m+1/2)/(pi Gamma(m+1/2+n+d/2))]^2,
 *   f = (1/2) n!^2/(2n-1)!! d (d+2) ... (d+2n-2)/4^n,
 * </pre>
 *
 * <p>which is rational for odd d and rational over pi^2 for even d.
 *
 * @param dimension d, at least 2
 * @param degree n, not negative
 * @param frequency k, not negative
 */
record ArcCosineEigenvalue(int dimension, int degree, long frequency) {
  boolean isZero() {
    return frequency > degree && (frequency - degree) % 2 == 0;
  }

  /** Whether {@link #exact} is a number that one would write down. */
  boolean isWritable() {
    return isZero() || isRational() || root().isShort();
  }

  /** The value as an exact number, of O(k + d) digits for odd d. */
  PiRational exact() {
    if (isZero()) {
      return PiRational.ZERO;
    }
    if (isRational()) {
      return PiRational.of(rational());
    }
    PiRational root = root().exact();
    return root.multiply(root).scale(factor());
  }

  /** A ball of about the relative accuracy of {@code over}, in O(bits + d) operations at any k. */
  Ball enclose(BallArithmetic over) {
    if (isZero()) {
      return over.of(0);
    }
    if (isRational()) {
      return over.of(rational());
    }
    long m = index();
    if ((dimension & 1) == 0 || m < Math.max(16, over.bits())) {
      return over.scale(over.square(root().in(over)), factor());
    }
    // Gamma(m+1/2+w/2) = Gamma(m+1) (m+1)_((w-1)/2) for odd w
    Ball rest = overPi().dividedByRising(2 * (m + 1), (weight() - 1) / 2).in(over);
    Ball wallis = WallisRatio.square(over, m);
    return over.scale(over.multiply(over.square(rest), wallis), factor());
  }

  private boolean isRational() {
    return frequency <= degree && (degree - frequency) % 2 == 0;
  }

  /**
   * 2 d (d+2) ... (d+2n-2)/(2n-1)!! times the square of n!/(2^(n+1) j! (d/2)_(k+j)), n = k + 2j:
   * half the eigenvalue of u^n.
   */
  private Rational rational() {
    Rational half = PolynomialSpectrum.monomial(dimension, degree, frequency).divide(2);
    return half.multiply(half).multiply(moments()).multiply(2);
  }

  /** f. */
  private Rational factor() {
    Rational factor = moments().divide(2);
    for (int i = 1; i <= degree; i++) {
      factor = factor.multiply((long) i * i).divide(4);
    }
    return factor;
  }

  /** d (d+2) ... (d+2n-2)/(2n-1)!!. */
  private Rational moments() {
    Rational product = Rational.ONE;
    for (int i = 0; i < degree; i++) {
      product = product.multiply(Rational.of(dimension + 2L * i, 2L * i + 1));
    }
    return product;
  }

  /** The index m of the Gammas: half of k - 1 - n, rounded down, for degree n. */
  private long index() {
    return Math.floorDiv(frequency - 1 - degree, 2);
  }

  /** w = d + 2n: twice the difference of the arguments of the two Gammas that contain m. */
  private int weight() {
    return dimension + 2 * degree;
  }

  /** What is squared. */
  private GammaQuotient root() {
    long first = 2 * index() + 1;
    int w = weight();
    return (w & 1) == 0
        ? overPi().dividedByRising(first, w / 2)
        : overPi().gamma(first).dividedByGamma(first + w);
  }

  /** Gamma(d/2)/pi. */
  private GammaQuotient overPi() {
    return GammaQuotient.ONE.gamma(dimension).timesPowerOfSqrtPi(-2);
  }
}
