package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.spectrum.value.ExactSpectrum;
import java.util.Optional;

/**
 * The eigenvalues Lambda_k(s) of r^s for a rational s &gt; -(d-1) (docs/theory.md, Lemma 9.3): a
 * product of k factors for moderate k, a quotient of Gammas by {@link StirlingSeries} for large k.
 */
final class RealChordPower implements ExactSpectrum {
  private final int dimension;
  private final Rational s;

  RealChordPower(int dimension, Rational s) {
    this.dimension = dimension;
    this.s = s;
  }

  @Override
  public Value at(long frequency) {
    return new Value() {
      @Override
      public Ball enclose(BallArithmetic over) {
        return Refinement.until(over, 80, a -> in(new StirlingSeries(a), a, frequency));
      }

      @Override
      public Optional<PiRational> exact() {
        return Optional.empty();
      }
    };
  }

  /** Lambda_k(s), not an even integer s, to a few bits less than the precision. */
  Ball in(StirlingSeries stirling, BallArithmetic over, long k) {
    int d = dimension;
    Rational half = s.divide(2);
    return over.multiply(
        common(stirling, over), quotient(stirling, over, half.negate(), half.add(d - 1), k));
  }

  /** 2^(s+d-2) Gamma(d/2) Gamma((s+d-1)/2)/sqrt(pi). */
  private Ball common(StirlingSeries stirling, BallArithmetic over) {
    int d = dimension;
    return over.multiply(
        over.multiply(
            over.power(over.of(2), s.add(d - 2)),
            stirling.gamma(s.divide(2).add(Rational.of(d - 1, 2)))),
        GammaQuotient.one().gamma(d).timesPowerOfSqrtPi(-1).in(over));
  }

  /** The limit of k^(s+d-1) Lambda_k(s). */
  Ball limit(BallArithmetic over) {
    return Refinement.until(
        over,
        40,
        a -> {
          StirlingSeries stirling = new StirlingSeries(a);
          return a.divide(common(stirling, a), stirling.gamma(s.divide(2).negate()));
        });
  }

  /** (a)_k/Gamma(b + k). */
  private static Ball quotient(
      StirlingSeries stirling, BallArithmetic over, Rational a, Rational b, long k) {
    long large = stirling.leastArgument() + 1 + a.abs().longValue();
    if (k < large) {
      return over.divide(
          StirlingSeries.rising(over, a, k),
          over.multiply(stirling.gamma(b), StirlingSeries.rising(over, b, k)));
    }
    Ball exponent = over.subtract(stirling.logGamma(a.add(k)), stirling.logGamma(b.add(k)));
    return over.divide(over.exp(exponent), stirling.gamma(a));
  }
}
