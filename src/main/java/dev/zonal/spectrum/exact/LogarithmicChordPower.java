package dev.zonal.spectrum.exact;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.function.GammaQuotient;
import dev.zonal.spectrum.value.ExactSpectrum;

/**
 * The eigenvalues Lambda_k'(2m) of r^(2m) log r at the frequencies k &gt; m (docs/theory.md,
 * Proposition 9.18), where those of r^(2m) itself vanish.
 */
record LogarithmicChordPower(int dimension, long m) implements ExactSpectrum {
  @Override
  public Value at(long frequency) {
    return over -> in(over, frequency);
  }

  /**
   * Lambda_k'(2m).
   *
   * @throws IllegalArgumentException unless k &gt; m
   */
  <T> T in(Arithmetic<T> over, long k) {
    if (k <= m) {
      throw new IllegalArgumentException("k = " + k + " is not above " + m);
    }
    T size = constant().dividedByRising(2 * (k - m), 2 * m + dimension - 1).in(over);
    return isNegative() ? over.negate(size) : size;
  }

  boolean isNegative() {
    return (m & 1) == 0;
  }

  /**
   * 2^(2m+d-3) Gamma(d/2) Gamma(m+(d-1)/2) m!/sqrt(pi), the limit of k^(2m+d-1) |Lambda_k'(2m)|.
   */
  GammaQuotient constant() {
    return GammaQuotient.ONE
        .timesPowerOfTwo(2 * m + dimension - 3)
        .timesPowerOfSqrtPi(-1)
        .gamma(dimension)
        .gamma(2 * m + dimension - 1)
        .gamma(2 * (m + 1));
  }
}
