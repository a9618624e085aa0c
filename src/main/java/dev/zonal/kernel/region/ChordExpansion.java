package dev.zonal.kernel.region;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;
import java.math.BigDecimal;

/**
 * The expansion of a kernel in the chord at coincidence, f = Sum A_n r^n, or in the antipodal chord
 * at the antipode, f = Sum B_n r_-^n, with certified coefficients (docs/theory.md, section 10): the
 * kernel's own recursion, run over power series.
 */
public final class ChordExpansion {
  private final PowerSeries<Ball> scaled;
  private final BallArithmetic over;
  private final Ball inverseScale;

  private ChordExpansion(PowerSeries<Ball> scaled, BallArithmetic over, Ball inverseScale) {
    this.scaled = scaled;
    this.over = over;
    this.inverseScale = inverseScale;
  }

  /**
   * The coefficients below r^order.
   *
   * @param end {@link Chart#CHORD} or {@link Chart#ANTIPODAL_CHORD}
   * @param scale about the radius of convergence. Any positive number gives valid enclosures; near
   *     the radius the coefficients have the accuracy of {@code over} less a few bits, in units of
   *     scale^-n
   * @throws DomainException if the kernel is no power series there, as r^gamma for a gamma that is
   *     not an integer
   */
  public static ChordExpansion of(
      Kernel kernel, Chart end, BallArithmetic over, int order, double scale) {
    if (!end.isChord()) {
      throw new IllegalArgumentException("a chord expansion is about one of the two ends");
    }
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the scale of a chord expansion is positive");
    }
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(over, order);
    Ball exactScale = over.of(Rational.of(roundToFloat(scale)));
    PowerSeries<Ball> value =
        kernel.evaluate(series, end.angle(series, series.variable(exactScale)));
    return new ChordExpansion(value, over, over.divide(over.of(1), exactScale));
  }

  /** Few bits, so that the scale is exact in any precision. */
  private static double roundToFloat(double scale) {
    return new BigDecimal(scale).floatValue();
  }

  /** The coefficient of r^n. */
  public Ball coefficient(int n) {
    return over.multiply(scaled.coefficient(n), over.power(inverseScale, n));
  }

  /** Whether f is an even function of the chord, proved for all orders at once. */
  public boolean isEven() {
    return scaled.isEven();
  }
}
