package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.Precision;

/**
 * The spectrum of the Matern kernels of a smoothness nu that is no integer (docs/theory.md,
 * Proposition 9.17): with a_j = (c/2)^(2j)/(j! (1-nu)_j) and b_j = -Gamma(1-nu)/Gamma(1+nu)
 * (c/2)^(2nu+2j)/(j! (1+nu)_j),
 *
 * <pre>
 *   eta_k = Sum_{j>=k} a_j Lambda_k(2j) + Sum_{j>=0} b_j Lambda_k(2nu + 2j).
 * </pre>
 *
 * <p>Where k is small against c the two sums cancel to e^(-2c) of their size; the precision is
 * raised accordingly. All eigenvalues are positive.
 */
record BesselMaternSpectrum(int dimension, Rational nu, Parameter c) implements ExactSpectrum {
  @Override
  public Value at(long frequency) {
    return over ->
        Refinement.until(
            over, cancellation(c, frequency), a -> new Series(a, frequency, a.bits()).sum());
  }

  /** A guess: e^(2c) where k is below c, nothing where it is far above. */
  static long cancellation(Parameter c, long frequency) {
    long size = c.in(Precision.BOUNDS).upper().longValue() + 1;
    return frequency < 4 * size ? 3 * size : 0;
  }

  /** The eigenvalue, from terms down to 2^-{@code depth} of the largest. */
  Ball sum(BallArithmetic over, long frequency, int depth) {
    return new Series(over, frequency, depth).sum();
  }

  /** The two sums at one frequency in one precision. */
  private final class Series {
    private final BallArithmetic over;
    private final long k;
    private final int depth;
    private final Ball cSquared;
    private final Ball quarter;
    private long largest = Long.MIN_VALUE;

    Series(BallArithmetic over, long k, int depth) {
      this.over = over;
      this.k = k;
      this.depth = depth;
      this.cSquared = c.squareIn(over);
      this.quarter = cSquared.shifted(-2);
    }

    Ball sum() {
      Ball singular = singular();
      return over.add(singular, regular());
    }

    /** The powers r^(2nu + 2j). */
    private Ball singular() {
      GammaFunction gamma = new GammaFunction(over);
      Ball power = over.power(c.in(over).shifted(-1), nu.multiply(2));
      Ball quotient = over.divide(gamma.gamma(nu.negate().add(1)), gamma.gamma(nu.add(1)));
      Ball first = over.negate(over.multiply(quotient, power));
      Rational s = nu.multiply(2);
      Ball lambda = ChordPowerSpectrum.of(dimension, s).at(k).enclose(over);
      Ball term = over.multiply(first, lambda);
      // |Lambda_k(s)| is at most 2^s
      Ball majorant = over.multiply(first.abs(), over.power(over.of(2), s));
      Ball sum = over.of(0);
      for (long j = 0; ; j++) {
        Context.checkpoint();
        largest = Math.max(largest, term.binaryOrder());
        Rational next = nu.add(j + 1).multiply(j + 1);
        if (halves(next) && majorant.binaryOrder() < largest - depth) {
          return sum.inflate(majorant.shifted(1));
        }
        sum = over.add(sum, term);
        Ball raised = ChordPowerSpectrum.raise(over, term, dimension, k, s.add(2 * j));
        term = over.divide(over.multiply(raised, quarter), over.of(next));
        majorant = over.divide(over.multiply(majorant, cSquared), over.of(next));
      }
    }

    /** The powers r^(2j), j at least k: those below are polynomials of a degree below k. */
    private Ball regular() {
      // a_j 4^j, then the terms themselves
      Ball majorant = over.of(1);
      Ball term = over.of(0);
      Ball sum = over.of(0);
      for (long j = 0; ; j++) {
        Context.checkpoint();
        if (j == k) {
          Ball lambda = ChordPowerSpectrum.of(dimension, 2 * k).in(over, k);
          term = over.multiply(majorant.shifted(-2 * k), lambda);
        }
        largest = j < k ? largest : Math.max(largest, term.binaryOrder());
        Rational next = nu.negate().add(j + 1).multiply(j + 1);
        if (halves(next) && majorant.binaryOrder() < largest - depth) {
          return sum.inflate(majorant.abs().shifted(1));
        }
        if (j >= k) {
          sum = over.add(sum, term);
          Ball raised = ChordPowerSpectrum.raise(over, term, dimension, k, Rational.of(2 * j));
          term = over.divide(over.multiply(raised, quarter), over.of(next));
        }
        majorant = over.divide(over.multiply(majorant, cSquared), over.of(next));
      }
    }

    /**
     * Whether the majorants at least halve from here on, c^2 over the divisor being their ratio.
     */
    private boolean halves(Rational divisor) {
      return cSquared.shifted(1).certainlyLess(over.of(divisor));
    }
  }
}
