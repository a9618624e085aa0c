package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.DomainException;
import java.util.Arrays;

/**
 * Upper bounds of the absolute coefficients of 1/f, from f to double precision: with any
 * approximation y and e = 1 - f y, 1/f = y/(1 - e) (docs/theory.md, Lemma 10.4). The bounds follow
 * the true coefficients of 1/f, not those of the majorant 1/(|f_0| - |f_1| x - ...), which grow
 * exponentially faster.
 */
final class ReciprocalMajorant {
  private static final double LEAST = 0x1p-100;

  private ReciprocalMajorant() {}

  /**
   * The bounds for every f with |f_i - approximations_i| &lt;= errors_i.
   *
   * @throws DomainException if double precision does not suffice
   */
  static double[] of(double[] approximations, double[] errors, int length) {
    double[] guess = approximateReciprocal(approximations, length);
    Leveling leveling = Leveling.of(approximations, guess, length);
    double[] f = leveling.approximate(approximations);
    double[] spread = leveling.apply(errors);
    for (int i = 0; i < f.length; i++) {
      spread[i] = (spread[i] + Math.abs(f[i]) * ((i + 1) * 0x1p-52)) * (1 + 0x1p-50);
    }
    double[] bounds = leveled(f, spread, leveling.approximate(guess));
    Arrays.setAll(bounds, n -> leveling.undo(bounds[n], n));
    return bounds;
  }

  private static double[] leveled(double[] f, double[] errors, double[] y) {
    int length = y.length;
    double[] bounds = new double[length];
    double residual = 0;
    double total = 0;
    for (int n = 0; n < length; n++) {
      residual = Math.max(residual, residual(f, errors, y, n));
      total = (total + Math.abs(y[n])) * (1 + 0x1p-51);
      bounds[n] = (Math.abs(y[n]) + 2 * residual * total) * (1 + 0x1p-50) + LEAST;
    }
    if (!(length * residual <= 0.5) || !(total < 0x1p500)) {
      throw new DomainException("the reciprocal of the series is too large for double precision");
    }
    return bounds;
  }

  private static double[] approximateReciprocal(double[] f, int length) {
    double[] y = new double[length];
    y[0] = 1 / f[0];
    for (int n = 1; n < length; n++) {
      double sum = 0;
      for (int i = 1; i <= Math.min(n, f.length - 1); i++) {
        sum += f[i] * y[n - i];
      }
      y[n] = -sum / f[0];
    }
    return y;
  }

  /** At least |[n = 0] - sum of f_i y_(n-i)|. */
  private static double residual(double[] f, double[] errors, double[] y, int n) {
    double sum = n == 0 ? -1 : 0;
    double sizes = n == 0 ? 1 : 0;
    double spread = 0;
    for (int i = 0; i <= Math.min(n, f.length - 1); i++) {
      double term = f[i] * y[n - i];
      sum += term;
      sizes += Math.abs(term);
      spread += errors[i] * Math.abs(y[n - i]);
    }
    double rounding = sizes * ((n + 8) * 0x1p-52);
    return (Math.abs(sum) + rounding + spread) * UpwardSum.margin(n) + LEAST;
  }
}
