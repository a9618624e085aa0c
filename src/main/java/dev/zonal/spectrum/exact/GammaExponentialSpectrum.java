package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.spectrum.value.ExactSpectrum;

/**
 * The spectrum of the gamma-exponential kernel exp(-c r^gamma) (docs/theory.md, Proposition 9.13),
 *
 * <pre>
 *   eta_k = Sum_n (-c)^n/n! Lambda_k(gamma n).
 * </pre>
 *
 * <p>The rest after a term is below that of the exponential series of 2^gamma c, since
 * |Lambda_k(s)| is at most 2^s. Where s = gamma n recurs in steps of a small even integer, so does
 * Lambda_k(s), by rational factors; otherwise every term takes its own Gammas. All eigenvalues are
 * positive.
 */
public record GammaExponentialSpectrum(int dimension, Parameter c, Rational gamma)
    implements ExactSpectrum {
  /** A step 2h of s at most this large is taken by h rational factors. */
  private static final long LARGEST_STEP = 64;

  private static final int LARGEST_PERIOD = 4096;

  @Override
  public Value at(long frequency) {
    return over -> Refinement.until(over, 80, a -> sum(a, frequency, a.bits()));
  }

  /** The eigenvalue, from terms down to 2^-{@code depth} of it. */
  Ball sum(BallArithmetic over, long frequency, int depth) {
    return new Series(over, frequency, depth).sum();
  }

  /** The sum at one frequency in one precision. */
  private final class Series {
    private final BallArithmetic over;
    private final long k;
    private final int depth;

    /** The least number of terms after which s has grown by an even integer. */
    private final int period;

    /** Half that integer. */
    private final long step;

    private final Ball[] powers;

    Series(BallArithmetic over, long k, int depth) {
      this.over = over;
      this.k = k;
      this.depth = depth;
      Rational half = gamma.divide(2);
      this.period = half.denominator().intValueExact();
      this.step = half.numerator().longValueExact();
      this.powers = new Ball[step <= LARGEST_STEP && period <= LARGEST_PERIOD ? period : 0];
    }

    Ball sum() {
      Ball rate = c.in(over);
      Ball bound = over.multiply(over.power(over.of(2), gamma), rate);
      Ball weight = over.of(1);
      Ball majorant = over.of(1);
      Ball sum = over.of(0);
      for (long n = 0; ; n++) {
        Context.checkpoint();
        boolean halves = bound.certainlyLess(over.of(Rational.of(n + 1, 2)));
        if (halves && majorant.binaryOrder() < negligible(sum)) {
          return sum.inflate(over.scale(majorant, Rational.of(2)));
        }
        sum = over.add(sum, over.multiply(weight, power(n)));
        weight = over.divide(over.multiply(weight, rate), over.of(-n - 1));
        majorant = over.divide(over.multiply(majorant, bound), over.of(n + 1));
      }
    }

    /** What does not count against the sum, or against its error where that is larger. */
    private long negligible(Ball sum) {
      return sum.containsZero() ? sum.radius().binaryOrder() : sum.lowerBinaryOrder() - depth;
    }

    /** Lambda_k(gamma n); to be asked for in ascending order of n. */
    private Ball power(long n) {
      Rational s = gamma.multiply(Rational.of(n));
      boolean recurs = powers.length > 0;
      int residue = recurs ? (int) (n % period) : 0;
      Ball power =
          recurs && powers[residue] != null
              ? raised(powers[residue], s.subtract(2 * step))
              : direct(s);
      // A zero of a polynomial leads nowhere; any other value leads to the next.
      if (recurs && !(power.isExact() && power.containsZero())) {
        powers[residue] = power;
      }
      return power;
    }

    private Ball direct(Rational s) {
      return s.isInteger()
          ? ChordPowerSpectrum.of(dimension, s.longValue()).in(over, k)
          : new RealChordPower(dimension, s).in(over, k);
    }

    /** Lambda_k(s + 2h) from Lambda_k(s). */
    private Ball raised(Ball power, Rational s) {
      Ball result = power;
      for (long i = 0; i < step; i++) {
        Context.checkpoint();
        result = ChordPowerSpectrum.raise(over, result, dimension, k, s.add(2 * i));
      }
      return result;
    }
  }
}
