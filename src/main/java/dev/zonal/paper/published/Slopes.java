package dev.zonal.paper.published;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.paper.Comparison;
import dev.zonal.text.ScientificNotation;

/** The coefficients A_1 and B_1 of kernels, by power series over balls. */
final class Slopes {
  static final BallArithmetic OVER = BallArithmetic.ofBits(128);

  /** One coefficient is wanted; the series has a few more. */
  private static final int ORDER = 4;

  private static final int DIGITS = 12;

  private Slopes() {}

  /** A_1, the coefficient of the chord r at coincidence. */
  static Certification<Ball> atCoincidence(Kernel kernel) {
    return Certification.of(
        () -> ChordExpansion.of(kernel, Chart.CHORD, OVER, ORDER, 1).coefficient(1));
  }

  /** Whether pi A_1 is a rational number. */
  static Comparison compared(String of, Certification<Ball> slope, Rational claimed) {
    String quantity = "$\\pi A_1$ of " + of;
    if (!slope.isCertified()) {
      return Comparison.open(quantity, claimed.toString(), slope.refusal().orElseThrow());
    }
    Ball scaled = OVER.multiply(OVER.pi(), slope.get());
    return Comparison.of(quantity, claimed.toString(), shown(scaled), scaled.contains(claimed));
  }

  /** The digits of an enclosure that are worth reading, as far as it decides them. */
  static String shown(Ball ball) {
    return ball.decimal(DIGITS)
        .map(x -> ScientificNotation.of(x, DIGITS))
        .orElseGet(() -> Comparison.range(ball));
  }

  /** A_1 of the kernel as the literature scales it. */
  static Certification<Ball> unnormalised(Kernel kernel) {
    return atCoincidence(kernel).map(slope -> OVER.multiply(slope, kernel.paperScale(OVER)));
  }
}
