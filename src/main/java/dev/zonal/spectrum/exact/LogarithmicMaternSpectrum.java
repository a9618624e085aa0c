package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Digamma;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.spectrum.value.ExactSpectrum;

/**
 * The spectrum of the Matern kernels of an integer smoothness n, whose powers of the chord come
 * with logarithms (docs/theory.md, Proposition 9.18): with m = n + j,
 *
 * <pre>
 *   eta_k = Sum_{k&lt;=j&lt;n} (c/2)^(2j)/(j! (1-n)_j) Lambda_k(2j)
 *         + (-1)^(n+1)/(n-1)! Sum_{j>=0} (c/2)^(2m)/(j! m!) D_j,
 * </pre>
 *
 * <p>where D_j = 2 Lambda_k'(2m) for m &lt; k, and Lambda_k(2m) times a sum of a logarithm and
 * values of psi for m &gt;= k. All eigenvalues are positive.
 */
record LogarithmicMaternSpectrum(int dimension, int smoothness, Parameter c)
    implements ExactSpectrum {
  @Override
  public Value at(long frequency) {
    return over ->
        Refinement.until(
            over,
            BesselMaternSpectrum.cancellation(c, frequency),
            a -> sum(a, frequency, a.bits()));
  }

  /** The eigenvalue, from terms down to 2^-{@code depth} of the largest. */
  Ball sum(BallArithmetic over, long frequency, int depth) {
    return new Series(over, frequency, depth).sum();
  }

  /** The sum at one frequency in one precision. */
  private final class Series {
    private final BallArithmetic over;
    private final long k;
    private final int depth;
    private final Ball cSquared;
    private final Ball quarter;

    Series(BallArithmetic over, long k, int depth) {
      this.over = over;
      this.k = k;
      this.depth = depth;
      this.cSquared = c.squareIn(over);
      this.quarter = cSquared.shifted(-2);
    }

    Ball sum() {
      Ball logarithmic = logarithmic();
      return k < smoothness
          ? over.add(polynomial(), (smoothness & 1) == 1 ? logarithmic : over.negate(logarithmic))
          : (smoothness & 1) == 1 ? logarithmic : over.negate(logarithmic);
    }

    /** The powers r^(2j), k &lt;= j &lt; n. */
    private Ball polynomial() {
      Ball weight = over.of(1);
      Ball sum = over.of(0);
      for (long j = 0; j < smoothness; j++) {
        Context.checkpoint();
        if (j >= k) {
          Ball lambda = ChordPowerSpectrum.of(dimension, 2 * j).in(over, k);
          sum = over.add(sum, over.multiply(weight, lambda));
        }
        if (j + 1 < smoothness) {
          weight =
              over.divide(over.multiply(weight, quarter), over.of((j + 1) * (j + 1 - smoothness)));
        }
      }
      return sum;
    }

    /** The powers r^(2m) with and without log r, m >= n, but for the sign. */
    private Ball logarithmic() {
      long n = smoothness;
      GammaFunction gamma = new GammaFunction(over);
      Ball factorials = over.multiply(gamma.gamma(Rational.of(n)), gamma.gamma(Rational.of(n + 1)));
      Ball weight = over.divide(over.power(quarter, n), factorials);
      Digamma psi = new Digamma(over);
      Ball logarithm = over.log(quarter);
      // 2 log(c/2) - psi(j+1) - psi(m+1), from which the bound of a term is made
      Ball bracket =
          over.subtract(logarithm, over.add(psi.at(Rational.ONE), psi.at(Rational.of(n + 1))));
      Ball derivative = n < k ? derivative(n) : over.of(0);
      Power power = null;
      Ball majorant = over.multiply(weight, over.power(over.of(4), n));
      Ball sum = over.of(0);
      long largest = Long.MIN_VALUE;
      for (long j = 0; ; j++) {
        Context.checkpoint();
        long m = n + j;
        if (m >= k && power == null) {
          power = new Power(psi, j);
        }
        Ball term = over.multiply(weight, m < k ? derivative : power.value());
        largest = Math.max(largest, term.binaryOrder());
        Ball bound = over.multiply(majorant, over.add(bracket.abs(), over.of(3))).shifted(1);
        long next = Math.multiplyExact(j + 1, m + 1);
        boolean quarters = cSquared.shifted(2).certainlyLess(over.of(next));
        if (quarters && bound.binaryOrder() < largest - depth) {
          return sum.inflate(bound);
        }
        sum = over.add(sum, term);
        weight = over.divide(over.multiply(weight, quarter), over.of(next));
        majorant = over.divide(over.multiply(majorant, cSquared), over.of(next));
        bracket = over.subtract(bracket, over.of(Rational.of(j + m + 2).divide(Rational.of(next))));
        if (m + 1 < k) {
          derivative = ChordPowerSpectrum.raise(over, derivative, dimension, k, Rational.of(2 * m));
        }
        if (power != null) {
          power.raise();
        }
      }
    }

    /** 2 Lambda_k'(2m), m &lt; k. */
    private Ball derivative(long m) {
      return new LogarithmicChordPower(dimension, m).in(over, k).shifted(1);
    }

    /** Lambda_k(2m) and the bracket that goes with it, for the m from k on. */
    private final class Power {
      private final long d = dimension;
      private long j;
      private Ball lambda;
      private Ball bracket;

      Power(Digamma psi, long j) {
        this.j = j;
        long m = smoothness + j;
        this.lambda = ChordPowerSpectrum.of(dimension, 2 * m).in(over, k);
        Ball above = over.add(over.log(cSquared), psi.at(Rational.of(2 * m + d - 1).divide(2)));
        Ball below =
            over.add(
                psi.at(Rational.of(j + 1)),
                over.add(psi.at(Rational.of(m - k + 1)), psi.at(Rational.of(m + k + d - 1))));
        this.bracket = over.subtract(above, below);
      }

      Ball value() {
        return over.multiply(lambda, bracket);
      }

      /** To the next m. */
      void raise() {
        long m = smoothness + j;
        lambda = ChordPowerSpectrum.raise(over, lambda, dimension, k, Rational.of(2 * m));
        Rational change =
            Rational.of(2, 2 * m + d - 1)
                .subtract(Rational.of(1, j + 1))
                .subtract(Rational.of(1, m - k + 1))
                .subtract(Rational.of(1, m + k + d - 1));
        bracket = over.add(bracket, over.of(change));
        j++;
      }
    }
  }
}
