package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.GammaFunction;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.spectrum.value.ExactSpectrum;

/**
 * The eigenvalues Lambda_k(s) of r^s for a rational s &gt; -(d-1) (docs/theory.md, Lemma 9.3): a
 * product of k factors for moderate k, a quotient of Gammas for large k.
 */
record RealChordPower(int dimension, Rational s) implements ExactSpectrum {
  @Override
  public Value at(long frequency) {
    return over -> Refinement.until(over, 80, a -> in(a, frequency));
  }

  /** Lambda_k(s), not an even integer s, to a few bits less than the precision. */
  Ball in(BallArithmetic over, long k) {
    Rational half = s.divide(2);
    return over.multiply(common(over), quotient(over, half.negate(), half.add(dimension - 1), k));
  }

  /** 2^(s+d-2) Gamma(d/2) Gamma((s+d-1)/2)/sqrt(pi). */
  private Ball common(BallArithmetic over) {
    return over.multiply(
        over.multiply(
            over.power(over.of(2), s.add(dimension - 2)),
            new GammaFunction(over).gamma(s.divide(2).add(Rational.of(dimension - 1, 2)))),
        GammaQuotient.ONE.gamma(dimension).timesPowerOfSqrtPi(-1).in(over));
  }

  /** The limit of k^(s+d-1) Lambda_k(s). */
  Ball limit(BallArithmetic over) {
    return Refinement.until(
        over, 40, a -> a.divide(common(a), new GammaFunction(a).gamma(s.divide(2).negate())));
  }

  /** (a)_k/Gamma(b + k); from where Stirling's series needs no shift on, without the product. */
  private static Ball quotient(BallArithmetic over, Rational a, Rational b, long k) {
    GammaFunction gamma = new GammaFunction(over);
    return k < over.bits() / 4 + 16 + a.abs().longValue()
        ? over.divide(gamma.risingFactorial(a, Math.toIntExact(k)), gamma.gamma(b.add(k)))
        : over.divide(gamma.ratio(a.add(k), b.add(k)), gamma.gamma(a));
  }
}
