package dev.zonal.spectrum.secondopinion;

import org.apfloat.Apfloat;

/**
 * The recurrence of the Gegenbauer polynomials P_k of the sphere in R^d, P_k(1) = 1; of the
 * Legendre polynomials for d = 3.
 */
final class GegenbauerRecurrence {
  private final long precision;
  private final Apfloat[] forward;
  private final Apfloat[] backward;

  /** For degrees up to {@code last}. */
  GegenbauerRecurrence(int dimension, int last, long precision) {
    this.precision = precision;
    this.forward = new Apfloat[last];
    this.backward = new Apfloat[last];
    for (int k = 1; k < last; k++) {
      Apfloat below = new Apfloat(k + dimension - 2L, precision);
      forward[k] = new Apfloat(2L * k + dimension - 2, precision).divide(below);
      backward[k] = new Apfloat(k, precision).divide(below);
    }
  }

  /** P_(k+1)(u) from P_k(u) and P_(k-1)(u). */
  Apfloat next(int k, Apfloat u, Apfloat value, Apfloat before) {
    return forward[k]
        .multiply(u)
        .multiply(value)
        .subtract(backward[k].multiply(before))
        // or a digit would go whenever a leading digit is lost
        .precision(precision);
  }
}
