package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.context.Context;
import dev.zonal.kernel.region.ChordDisc;
import dev.zonal.kernel.region.SupBound;
import dev.zonal.spectrum.value.Precision;
import java.util.function.Supplier;

/**
 * The two parts of the remainder of the tail theorem (docs/theory.md, Theorem 11.5), as upper
 * bounds in ball arithmetic and as estimates in doubles. The estimates choose J and T and prove
 * nothing.
 */
final class TailRemainder {
  private static final BallArithmetic BOUNDS = Precision.BOUNDS;
  private static final long FAR = 1L << 30;
  private static final double LOG2_E = 1 / Math.log(2);

  private TailRemainder() {}

  /**
   * One end of the kernel: f minus its even part is holomorphic on |r| &lt;= radius and bounded by
   * {@code bound} there.
   */
  record End(double radius, double bound) {
    /** The end with this certified disc. */
    public static Certification<End> of(SupBound<ChordDisc> disc) {
      return disc.bound().map(bound -> new End(disc.region().radius(), bound));
    }

    /** At least M R^-(2J+1) |Lambda_k(2J+1)| max(1, q^-J - 1)/(1 - q), q = (2 sinh(T/2)/R)^2. */
    Ball bound(int terms, Ball lambda, double height) {
      Ball inverseRadius = BOUNDS.divide(BOUNDS.of(1), Ball.exact(radius));
      Ball ratio = BOUNDS.square(BOUNDS.multiply(chord(height), inverseRadius));
      Ball gap = BOUNDS.subtract(BOUNDS.of(1), ratio);
      if (!gap.isPositive()) {
        throw new DomainException("the contour leaves the disc of convergence");
      }
      // q^-J bounds max(1, q^-J - 1) because q < 1.
      Ball factor = BOUNDS.power(BOUNDS.divide(BOUNDS.of(1), ratio), terms);
      Ball decay = BOUNDS.power(inverseRadius, 2L * terms + 1);
      Ball size =
          BOUNDS.multiply(
              BOUNDS.multiply(Ball.exact(bound), decay), BOUNDS.multiply(lambda, factor));
      return BOUNDS.divide(size, gap);
    }

    /** What the bound grows by with the terms, at one height. */
    Growth growth(double height) {
      double logRadius = log2(radius);
      double q = Math.pow(2 * Math.sinh(height / 2) / radius, 2);
      return new Growth(log2(bound) - logRadius - log2(1 - q), -2 * logRadius - log2(q));
    }

    /** Whether 2 sinh(T/2) is less than R, as far as doubles can tell, with room to spare. */
    boolean reaches(double height) {
      return 2 * Math.sinh(height / 2) < 0.9999 * radius;
    }
  }

  /**
   * log2 of the bound of an end without |Lambda|, for J terms.
   *
   * @param first for no terms
   * @param term what each term adds
   */
  record Growth(double first, double term) {
    /** log2 of the bound, given that of |Lambda|. */
    double estimate(int terms, double logLambda) {
      return first + terms * term + logLambda;
    }
  }

  /** At least the part of the top segment, |f| being at most {@code bound} on it. */
  static Ball top(int dimension, long frequency, double height, double bound) {
    return top(dimension, frequency, height, bound, () -> binomial(dimension, frequency));
  }

  /** The same with the binomial coefficient that divides it, from dimension 3 on. */
  static Ball top(
      int dimension, long frequency, double height, double bound, Supplier<Ball> binomial) {
    Ball t = Ball.exact(height);
    long far = Math.min(frequency, FAR);
    if (dimension == 2) {
      return BOUNDS.multiply(Ball.exact(bound), decay(t, far));
    }
    Ball cosh = BOUNDS.scale(BOUNDS.add(decay(t, 1), decay(t, -1)), Rational.of(1, 2));
    Ball size = BOUNDS.multiply(Ball.exact(2 * bound), BOUNDS.multiply(cosh, decay(t, far + 1)));
    return BOUNDS.divide(BOUNDS.multiply(size, hypergeometric(dimension, t)), binomial.get());
  }

  /** log2 of the bound of the top segment, without the binomial coefficient that divides it. */
  static double topEstimate(int dimension, long frequency, double height, double bound) {
    if (dimension == 2) {
      return log2(bound) - frequency * height * LOG2_E;
    }
    double spread = (dimension / 2.0 - 2) * Math.log1p(Math.exp(-2 * height));
    double factor = dimension == 3 ? -0.5 * Math.log1p(-Math.exp(-2 * height)) : spread;
    double log = Math.log(2 * bound * Math.cosh(height)) + factor - (frequency + 1.0) * height;
    return log * LOG2_E;
  }

  /** log2 of the binomial coefficient that divides the bound of the top segment. */
  static double logBinomial(int dimension, long frequency) {
    double log = 0;
    for (int i = 1; i <= (dimension - 2) / 2; i++) {
      Context.checkpoint();
      log += Math.log1p((double) frequency / i);
    }
    return log * LOG2_E;
  }

  /** log2 |Lambda_k(s+2)/Lambda_k(s)|, s = 2j + 1. */
  static double logRatio(int dimension, long frequency, int j) {
    double s = 2.0 * j + 1;
    double above = 4 * (s + 2) * (s + dimension - 1);
    double below = (2.0 * frequency - s - 2) * (2.0 * frequency + s + 2.0 * dimension - 2);
    return log2(Math.abs(above / below));
  }

  /** exp(-n T). */
  private static Ball decay(Ball height, long n) {
    return BOUNDS.exp(BOUNDS.scale(height, Rational.of(-n)));
  }

  /** A bound of |2F1(1-lambda, k+1; k+lambda+1; z)| on |z| = e^(-2T), Lemma 11.2. */
  private static Ball hypergeometric(int dimension, Ball height) {
    Ball one = BOUNDS.of(1);
    Ball z = decay(height, 2);
    return dimension == 3
        ? BOUNDS.divide(one, BOUNDS.sqrt(BOUNDS.subtract(one, z)))
        : BOUNDS.power(BOUNDS.add(one, z), Rational.of(dimension - 4, 2));
  }

  /**
   * The binomial coefficient of k + m over m, m = floor(lambda), a lower bound of (lambda+1)_k/k!.
   */
  static Ball binomial(int dimension, long frequency) {
    int m = (dimension - 2) / 2;
    return GammaQuotient.ONE.rising(2 * (frequency + 1), m).dividedByRising(2, m).in(BOUNDS);
  }

  /** The same at k + 1 from that at k. */
  static Ball nextBinomial(int dimension, Ball binomial, long frequency) {
    int m = (dimension - 2) / 2;
    return BOUNDS.divide(
        BOUNDS.multiply(binomial, Ball.exact(frequency + 1 + m)), Ball.exact(frequency + 1));
  }

  /** 2 sinh(T/2). */
  private static Ball chord(double height) {
    Ball half = BOUNDS.scale(Ball.exact(height), Rational.of(1, 2));
    return BOUNDS.subtract(BOUNDS.exp(half), BOUNDS.exp(BOUNDS.negate(half)));
  }

  static double log2(double value) {
    return Math.log(value) * LOG2_E;
  }
}
