package dev.zonal.arithmetic.region;

import static dev.zonal.arithmetic.region.Rounding.addUp;
import static dev.zonal.arithmetic.region.Rounding.multiplyUp;

/**
 * The arc-cosine defect q = r S(r) as a function of the chord r, and its derivative, by their power
 * series on discs within |r| at most 1 (docs/theory.md, Lemma 4.6):
 *
 * <pre>
 * q = sum C(2m,m) r^(2m+1) / (16^m (2m+1)(2m+3)),   dq/dr = sum C(2m,m) r^(2m) / (16^m (2m+3)).
 * </pre>
 */
final class ArcCosineDefectSeries {
  private static final int TERMS = 24;
  private static final double[] VALUE = new double[TERMS];
  private static final double[] DERIVATIVE = new double[TERMS];

  /** Truncation and rounding of either series within |r| at most 1. */
  private static final double ERROR = 0x1p-46;

  /** Bounds of |dq/dr| and |d^2 q/dr^2| within |r| at most 1. */
  private static final double FIRST = 0.37;

  private static final double SECOND = 0.07;

  static {
    // Exact: C(46,23) has 43 bits.
    double binomial = 1;
    for (int m = 0; m < TERMS; m++) {
      double power = Math.scalb(binomial, -4 * m);
      VALUE[m] = power / ((2 * m + 1) * (2 * m + 3));
      DERIVATIVE[m] = power / (2 * m + 3);
      binomial = binomial * (2 * (2 * m + 1)) / (m + 1);
    }
  }

  private ArcCosineDefectSeries() {}

  /** Whether the disc lies within |r| at most 1. */
  static boolean reaches(ComplexDisc r) {
    return r.modulus() <= 1;
  }

  static ComplexDisc value(ComplexDisc r) {
    ComplexDisc sum = atCentre(VALUE, r);
    return new ComplexDisc(
        sum.re() * r.re() - sum.im() * r.im(),
        sum.re() * r.im() + sum.im() * r.re(),
        addUp(ERROR, multiplyUp(FIRST, r.radius())));
  }

  static ComplexDisc derivative(ComplexDisc r) {
    ComplexDisc sum = atCentre(DERIVATIVE, r);
    return new ComplexDisc(sum.re(), sum.im(), addUp(ERROR, multiplyUp(SECOND, r.radius())));
  }

  /** Approximately the series in r^2 with these coefficients at the centre of the disc. */
  private static ComplexDisc atCentre(double[] coefficients, ComplexDisc r) {
    double x = r.re() * r.re() - r.im() * r.im();
    double y = 2 * r.re() * r.im();
    double a = 0;
    double b = 0;
    for (int m = TERMS - 1; m >= 0; m--) {
      double next = a * x - b * y + coefficients[m];
      b = a * y + b * x;
      a = next;
    }
    return ComplexDisc.of(a, b);
  }
}
