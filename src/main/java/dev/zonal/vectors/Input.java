package dev.zonal.vectors;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Refinement;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.ChordAngle;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import dev.zonal.spectrum.value.Precision;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * What a kernel is a function of, and where programs go wrong: next to coincidence and to the
 * antipode down to the last bit, at simple numbers, at numbers of no particular kind.
 */
enum Input {
  /** u = cos theta. */
  COSINE(
      1,
      0x1.fffffffffffffp-1,
      1 - 0x1p-40,
      1 - 0x1p-27,
      1 - 0x1p-13,
      0.999,
      0.75,
      0.5,
      0x1.921fb54442d18p-2,
      0.1,
      0,
      -0.1,
      -0.5,
      -0x1.5bf0a8b145769p-1,
      -0.999,
      -1 + 0x1p-27,
      -0x1.fffffffffffffp-1,
      -1),
  /** theta, in radians. */
  ANGLE(0, 0x1p-52, 0x1p-26, 1e-3, 0.1, 0.5, 1, 1.5, 2, 2.5, 3, 3.14, 3.141592, Math.PI),
  /** r = ||x - z||. */
  CHORD(0, 0x1p-52, 0x1p-26, 1e-3, 0.1, 0.5, 1, 1.4, 1.75, 1.99, 2 - 0x1p-26, 2);

  private final double[] points;

  Input(double... points) {
    this.points = points;
  }

  List<Double> points() {
    return DoubleStream.of(points).boxed().toList();
  }

  /** Whether f is infinite there: some kernels are at coincidence. */
  boolean isPole(Kernel kernel, double at) {
    boolean isCoincidence = at == (this == COSINE ? 1 : 0);
    return isCoincidence
        && !Certification.of(() -> kernel.atCoincidence(BallArithmetic.ofBits(64))).isCertified();
  }

  /** f where this input is the given double, exactly. */
  Certification<CertifiedNumber> value(Kernel kernel, Scale scale, double at, int digits) {
    Rational x = Rational.of(at);
    Certification<CertifiedValue> value =
        switch (this) {
          case COSINE -> CertifiedValue.of(kernel, scale, x, digits);
          case CHORD ->
              CertifiedValue.of(
                  kernel, scale, Rational.ONE.subtract(x.multiply(x).divide(2)), digits);
          case ANGLE ->
              x.isZero()
                  ? CertifiedValue.of(kernel, scale, Rational.ONE, digits)
                  : ofAngle(kernel, scale, x, digits);
        };
    return value.map(v -> new CertifiedNumber(v.rounded(), v.enclosure(), v.exact(), digits));
  }

  private static Certification<CertifiedValue> ofAngle(
      Kernel kernel, Scale scale, Rational theta, int digits) {
    int bits = BallArithmetic.bitsFor(digits) + Precision.KERNEL;
    return Refinement.upTo(bits, 8L * bits)
        .doubling(
            precision -> {
              BallArithmetic over = BallArithmetic.ofBits(precision);
              return CertifiedValue.rounded(
                  () -> {
                    var value = kernel.evaluate(over, ChordAngle.ofTheta(over, over.of(theta)));
                    return scale == Scale.UNIT
                        ? value
                        : over.multiply(kernel.paperScale(over), value);
                  },
                  digits,
                  precision);
            });
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
