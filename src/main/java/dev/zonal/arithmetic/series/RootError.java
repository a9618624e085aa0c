package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.DomainException;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * How far sqrt(a) can be from the integers s found by its recurrence (docs/theory.md, Theorem
 * 10.6): to first order |1/(2s)| convolved with |remainder| + radius(a).
 */
final class RootError {
  private RootError() {}

  /**
   * Radii in units of the root.
   *
   * @param shift the radii of a count in units of 2^shift times those of the remainders
   * @throws DomainException if a is so wide that the theorem does not apply
   */
  static double[] radii(FixedPointSeries a, int shift, BigInteger[] root, BigInteger[] remainders) {
    int length = root.length;
    FixedPointSeries result = FixedPointSeries.exact(root);
    int width = result.width();
    double[] inverse = halfInverse(result, width);
    double[] residuals = FixedPointSeries.exact(remainders).sizes(width);
    double[] defect = new double[length];
    for (int n = 0; n < length; n++) {
      double radius = n < a.radii.length ? a.radii[n] : 0;
      defect[n] = (residuals[n] + FixedPointSeries.lowered(radius, width - shift)) * (1 + 0x1p-51);
    }
    return radii(inverse, UpwardSum.convolution(inverse, defect, length), width);
  }

  /** The radii from those of first order, by the fixed point argument of the theorem. */
  private static double[] radii(double[] inverse, double[] first, int width) {
    int length = first.length;
    Leveling leveling = Leveling.of(inverse, first, length);
    double[] greatest = UpwardSum.runningMaximum(leveling.apply(first));
    double total = 0;
    for (double bound : leveling.apply(inverse)) {
      total = (total + bound) * (1 + 0x1p-51);
    }
    double relative = FixedPointSeries.lowered(2 * greatest[length - 1], width);
    double contraction = length * total * relative * (1 + 0x1p-49);
    if (!(contraction < 0.5)) {
      throw new DomainException("the radicand is too wide for fixed point");
    }
    double[] radii = new double[length];
    for (int n = 0; n < length; n++) {
      double second = leveling.undo(2 * greatest[n] * contraction, n);
      radii[n] = (first[n] + second) * (1 + 0x1p-49);
    }
    return radii;
  }

  /** Bounds of the coefficients of 2^width/(2s). */
  private static double[] halfInverse(FixedPointSeries root, int width) {
    double[] errors = Arrays.stream(root.sizes(width)).map(size -> size * 0x1p-50).toArray();
    double[] inverse =
        ReciprocalMajorant.of(root.approximations(width), errors, root.mantissas.length);
    return Arrays.stream(inverse).map(bound -> bound / 2).toArray();
  }
}
