package dev.zonal.report.plot;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.spectrum.value.Precision;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The Laplace kernel exp(-c r) with the peak of another kernel: f = 1 - c r + ... in the chord r at
 * coincidence, so c = -A_1 (docs/theory.md, section 10), rounded to digits that are proved.
 *
 * @param specification of the kernel
 */
record MatchingLaplace(String specification) {
  private static final int DIGITS = 5;
  private static final int ORDER = 4;

  /** The one of a normalised kernel, or why there is none. */
  static Certification<MatchingLaplace> of(Kernel kernel) {
    if (kernel.structure() instanceof Structure.Spectral) {
      return Certification.refused("the slope of " + kernel + " depends on the sphere");
    }
    Certification<ChordExpansion> expansion =
        Certification.of(
            () ->
                ChordExpansion.of(kernel.normalForm(), Chart.CHORD, Precision.CONSTANTS, ORDER, 1));
    if (!expansion.isCertified()) {
      return Certification.refused(
          kernel + " has no slope at coincidence: " + expansion.refusal().get());
    }
    Ball slope = expansion.get().coefficient(1);
    if (!expansion.get().coefficient(0).contains(Rational.ONE) || !slope.isNegative()) {
      return Certification.refused(
          "no Laplace kernel matches " + kernel + ", which is not seen to begin as 1 - c r, c > 0");
    }
    Optional<BigDecimal> c = slope.negated().decimal(DIGITS);
    return c.isPresent()
        ? Certification.certified(
            new MatchingLaplace("laplace:c=" + c.get().stripTrailingZeros().toPlainString()))
        : Certification.refused("the digits of the slope of " + kernel + " are not decided");
  }

  Kernel kernel() {
    return KernelSpecification.parse(specification);
  }
}
