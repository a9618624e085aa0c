package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.spectrum.value.ExactSpectrum;
import dev.zonal.spectrum.value.Precision;
import java.math.BigInteger;

/**
 * The spectrum of the Matern kernels of smoothness p + 1/2, the Laplace kernel (p = 0) among them
 * (docs/theory.md, Proposition 9.10). The kernel is a power series in the chord whose odd part
 * starts at r^(2p+1),
 *
 * <pre>
 *   f = Sum_n a_n c^n r^n,   n (n - 1 - 2p) a_n = a_(n-2),
 * </pre>
 *
 * <p>so that eta_k is the sum of a_n c^n Lambda_k(n) over the odd n &gt; 2p and the even n &gt;=
 * 2k. Neighbouring terms of one parity have a rational ratio. Where k is small against c the two
 * sums cancel to e^(-2c) of their size; the precision is raised accordingly. All eigenvalues are
 * positive.
 */
public record MaternSpectrum(int dimension, int degree, Parameter c) implements ExactSpectrum {
  @Override
  public Value at(long frequency) {
    return over ->
        Refinement.until(over, cancellation(frequency), a -> sum(a, frequency, a.bits()));
  }

  /** The eigenvalue, from terms down to 2^-{@code depth} of the largest. */
  Ball sum(BallArithmetic over, long frequency, int depth) {
    return new Series(over, frequency, depth).sum();
  }

  /** A guess: e^(2c) where k is below c, nothing where it is far above. */
  private long cancellation(long frequency) {
    long size = c.in(Precision.BOUNDS).upper().longValue() + 1;
    return frequency < 4 * size ? 3 * size : 0;
  }

  /** The two sums at one frequency in one precision. */
  private final class Series {
    private final BallArithmetic over;
    private final long k;
    private final int depth;
    private final Ball c;
    private final Ball cSquared;
    private final BigInteger cSquaredCeiling;

    Series(BallArithmetic over, long k, int depth) {
      this.over = over;
      this.k = k;
      this.depth = depth;
      this.c = MaternSpectrum.this.c.in(over);
      this.cSquared = MaternSpectrum.this.c.squareIn(over);
      Rational upper = cSquared.upper();
      this.cSquaredCeiling = upper.numerator().divide(upper.denominator()).add(BigInteger.ONE);
    }

    Ball sum() {
      Ball odd = from(2L * degree + 1, firstOdd());
      long negligible =
          odd.containsZero() ? odd.radius().binaryOrder() : odd.lowerBinaryOrder() - depth - 4;
      return over.add(odd, even(negligible));
    }

    /** a_n c^n Lambda_k(n) for n = 2p + 1. */
    private Ball firstOdd() {
      int p = degree;
      Rational a = Rational.of((p & 1) == 0 ? -1 : 1);
      for (int i = 1; i <= p; i++) {
        a = a.multiply(Rational.of(2L * i, 2L * i - 1)).divide(Rational.of(2L * i * (2L * i + 1)));
      }
      Ball power = over.power(c, 2L * p + 1);
      Ball lambda = ChordPowerSpectrum.of(dimension, 2L * p + 1).in(over, k);
      return over.scale(over.multiply(power, lambda), a);
    }

    /** The even terms, or a ball around zero once they are proved to be below 2^negligible. */
    private Ball even(long negligible) {
      Ball a = over.of(1);
      for (long n = 0; n < 2 * k; n += 2) {
        Context.checkpoint();
        // |Lambda_k(m)| is at most 2^m, and the bounds at least halve from here on.
        if (majorantHalves(n) && a.binaryOrder() + n + 1 <= negligible) {
          return over.of(0).inflate(over.power(over.of(2), a.binaryOrder() + n + 1));
        }
        a = over.divide(over.multiply(a, cSquared), over.of((n + 2) * (n + 1 - 2L * degree)));
      }
      // Lambda_k(2k) = (-1)^k k!/(d/2)_k
      Ball lambda = GammaQuotient.ONE.rising(2, k).dividedByRising(dimension, k).in(over);
      Ball first = over.multiply(a, (k & 1) == 0 ? lambda : over.negate(lambda));
      return from(2 * k, first);
    }

    private boolean majorantHalves(long n) {
      BigInteger below =
          BigInteger.valueOf(n + 2).multiply(BigInteger.valueOf(n + 1 - 2L * degree));
      return n >= 2L * degree && cSquaredCeiling.shiftLeft(3).compareTo(below) <= 0;
    }

    /** The terms n, n + 2, ... from the first of them, the rest bounded by Lemma 9.9. */
    private Ball from(long first, Ball firstTerm) {
      Ball sum = firstTerm;
      Ball term = firstTerm;
      // Not the sum, which may be far below its terms: what they lose decides the precision anyway.
      long largest = firstTerm.binaryOrder();
      for (long n = first; ; n += 2) {
        Context.checkpoint();
        term =
            over.divide(
                over.multiply(over.multiply(term, cSquared), over.of(4 * (n + dimension - 1))),
                over.of(Rational.of(denominator(n, n + 2 - 2 * k))));
        if (term.binaryOrder() < largest - depth - 2 && termsHalve(n + 2)) {
          return sum.inflate(over.scale(term, Rational.of(2)));
        }
        sum = over.add(sum, term);
        largest = Math.max(largest, term.binaryOrder());
      }
    }

    /** (n + 1 - 2p) distance (2k + n + 2d - 2). */
    private BigInteger denominator(long n, long distance) {
      return BigInteger.valueOf(n + 1 - 2L * degree)
          .multiply(BigInteger.valueOf(distance))
          .multiply(BigInteger.valueOf(2 * k + n + 2L * dimension - 2));
    }

    /** Whether every term from n on is at most half the one before. */
    private boolean termsHalve(long n) {
      BigInteger above =
          cSquaredCeiling.shiftLeft(3).multiply(BigInteger.valueOf(n + dimension - 1));
      long distance = n >= 2 * k ? n + 2 - 2 * k : 1;
      return n >= 2L * degree && above.compareTo(denominator(n, distance)) <= 0;
    }
  }
}
