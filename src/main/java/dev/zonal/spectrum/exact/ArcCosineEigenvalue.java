package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.WallisRatio;

/**
 * The eigenvalue of an arc-cosine kernel of degree 0 or 1 at one frequency (docs/theory.md,
 * Proposition 9.5): zero, a simple rational number, or
 *
 * <pre>
 *   eta_{2m+1}(kappa_0) = (1/2) [Gamma(d/2) Gamma(m+1/2)/(pi Gamma(m+1/2+d/2))]^2,       m &gt;= 0,
 *   eta_{2m+2}(kappa_1) = (d/8) [Gamma(d/2) Gamma(m+1/2)/(pi Gamma(m+1/2+(d+2)/2))]^2,   m &gt;= -1,
 * </pre>
 *
 * <p>which is rational for odd d and rational over pi^2 for even d.
 *
 * @param dimension d, at least 2
 * @param degree 0 for kappa_0, 1 for kappa_1
 * @param frequency k, not negative
 */
record ArcCosineEigenvalue(int dimension, int degree, long frequency) {
  boolean isZero() {
    return frequency > degree && (frequency - degree) % 2 == 0;
  }

  /** Whether {@link #exact} is a number that one would write down. */
  boolean isWritable() {
    return isZero() || frequency == degree || root().isShort();
  }

  /** The value as an exact number, of O(k + d) digits for odd d. */
  PiRational exact() {
    if (isZero()) {
      return PiRational.ZERO;
    }
    if (frequency == degree) {
      return PiRational.of(valueAtDegree());
    }
    PiRational root = root().exact();
    return root.multiply(root).scale(factor());
  }

  /** A ball of about the relative accuracy of {@code over}, in O(bits + d) operations at any k. */
  Ball enclose(BallArithmetic over) {
    if (isZero()) {
      return over.of(0);
    }
    if (frequency == degree) {
      return over.of(valueAtDegree());
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

  /** eta_0(kappa_0) = 1/2 and eta_1(kappa_1) = 1/(2d). */
  private Rational valueAtDegree() {
    return Rational.of(1, degree == 0 ? 2 : 2L * dimension);
  }

  /** 1/2 and d/8, the factor before the square. */
  private Rational factor() {
    return degree == 0 ? Rational.of(1, 2) : Rational.of(dimension, 8);
  }

  /** The index m of the Gammas: half of k - 1 - n, rounded down, for degree n. */
  private long index() {
    return Math.floorDiv(frequency - 1 - degree, 2);
  }

  /** w = d or d + 2: twice the difference of the arguments of the two Gammas that contain m. */
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
