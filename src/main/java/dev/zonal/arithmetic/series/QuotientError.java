package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.DomainException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * How far a/b can be from the integers found by its recurrence (docs/theory.md, Theorem 10.5): at
 * most |1/b| convolved with |remainder| + radius(a) + radius(b) |quotient|.
 */
final class QuotientError {
  private QuotientError() {}

  /**
   * Radii in units of the quotient.
   *
   * @param shift the midpoints and radii of a count in units of 2^shift times those of the
   *     remainders
   * @throws DomainException if double precision does not suffice
   */
  static double[] radii(
      FixedPointSeries a,
      int shift,
      FixedPointSeries b,
      BigInteger[] quotient,
      BigInteger[] remainders) {
    int length = quotient.length;
    int width = b.width();
    FixedPointSeries result = FixedPointSeries.exact(quotient);
    int resultWidth = result.width();
    double[] spread = UpwardSum.convolution(b.radii, result.sizes(resultWidth), length);
    double[] residuals = FixedPointSeries.exact(remainders).sizes(width);
    int excess = Math.max(0, resultWidth - width);
    double[] defect = new double[length];
    for (int n = 0; n < length; n++) {
      double radius = n < a.radii.length ? a.radii[n] : 0;
      double sum = FixedPointSeries.lowered(residuals[n], excess);
      sum += FixedPointSeries.lowered(spread[n], width + excess - resultWidth);
      sum += FixedPointSeries.lowered(radius, width + excess - shift);
      defect[n] = sum * (1 + 0x1p-49);
    }
    double[] radii = UpwardSum.convolution(inverse(b, width, length), defect, length);
    return Arrays.stream(radii).map(radius -> Math.scalb(radius, excess)).toArray();
  }

  /** Bounds of the coefficients of 2^width/b, for every b in the balls. */
  private static double[] inverse(FixedPointSeries b, int width, int length) {
    double[] errors = b.sizes(width);
    for (int i = 0; i < errors.length; i++) {
      double radius = FixedPointSeries.lowered(b.radii[i], width);
      errors[i] = (errors[i] * 0x1p-50 + radius) * (1 + 0x1p-50);
    }
    return ReciprocalMajorant.of(b.approximations(width), errors, length);
  }
}
