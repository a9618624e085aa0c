package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.context.Context;
import dev.zonal.spectrum.value.ExactSpectrum;
import java.math.BigInteger;

/**
 * The spectrum of the Gaussian kernel exp(-c r^2) (docs/theory.md, Proposition 9.11): a modified
 * Bessel function as a series of positive terms,
 *
 * <pre>
 *   eta_k = e^(-2c) c^k/(d/2)_k Sum_{m&gt;=0} c^(2m)/(m! (d/2+k)_m).
 * </pre>
 */
public record GaussianSpectrum(int dimension, Parameter c) implements ExactSpectrum {
  /** The exponential of log Gamma(k) is to stay within the range of binary exponents. */
  private static final long LARGEST_FREQUENCY = 1_000_000_000_000_000L;

  @Override
  public Value at(long frequency) {
    // The power c^k and the quotient of Gammas lose the bits of their exponents.
    int lost = Long.SIZE - Long.numberOfLeadingZeros(frequency);
    return over -> Refinement.until(over, lost + 8, a -> product(a, frequency));
  }

  private Ball product(BallArithmetic over, long k) {
    if (k > LARGEST_FREQUENCY) {
      throw new DomainException(
          "the eigenvalue of a Gaussian at frequency %s is too small for its exponent; k is at most %s"
              .formatted(k, LARGEST_FREQUENCY));
    }
    Ball value = c.in(over);
    Ball decay = over.exp(over.scale(value, Rational.of(-2)));
    Ball rising = GammaQuotient.ONE.rising(dimension, k).in(over);
    Ball factor = over.divide(over.multiply(decay, over.power(value, k)), rising);
    return over.multiply(factor, series(over, k, -over.bits() - 2L));
  }

  /** The sum at frequency k, with the terms from one below 2^{@code negligible} on bounded. */
  Ball series(BallArithmetic over, long k, long negligible) {
    Ball cSquared = c.squareIn(over);
    Rational upper = cSquared.upper();
    Ball sum = over.of(1);
    Ball term = over.of(1);
    for (long m = 0; ; m++) {
      Context.checkpoint();
      BigInteger below =
          BigInteger.valueOf(m + 1).multiply(BigInteger.valueOf(dimension + 2 * (k + m)));
      term =
          over.divide(
              over.scale(over.multiply(term, cSquared), Rational.of(2)),
              over.of(Rational.of(below)));
      // The terms after this one are at most half the one before where 4 c^2 is below this product.
      if (term.binaryOrder() < negligible && upper.multiply(4).compareTo(Rational.of(below)) <= 0) {
        return sum.inflate(over.scale(term, Rational.of(2)));
      }
      sum = over.add(sum, term);
    }
  }
}
