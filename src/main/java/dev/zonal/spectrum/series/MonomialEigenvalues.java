package dev.zonal.spectrum.series;

import dev.zonal.arithmetic.Rational;

/**
 * The quotients of the eigenvalues m_n = eta_k(u^n), n = k, k + 2, ... (docs/theory.md, Lemma
 * 17.2):
 *
 * <pre>
 *   m_{n+2}/m_n = (n+1)(n+2)/((n+2-k)(n+k+d)).
 * </pre>
 *
 * @param frequency k
 * @param dimension d
 */
record MonomialEigenvalues(long frequency, int dimension) {
  /** m_{n+2}/m_n. */
  Rational quotient(long n) {
    return Rational.of((n + 1) * (n + 2), (n + 2 - frequency) * (n + frequency + dimension));
  }

  /** The same in doubles, for plans. */
  double logQuotient(long n) {
    return Math.log(
        (n + 1.0) * (n + 2.0) / ((n + 2.0 - frequency) * ((double) n + frequency + dimension)));
  }
}
