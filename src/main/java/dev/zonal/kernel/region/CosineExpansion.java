package dev.zonal.kernel.region;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.PolynomialPart;
import dev.zonal.kernel.angle.Chart;
import java.util.Optional;

/**
 * The Taylor expansion f(u) = Sum b_n u^n of a kernel at u = 0, with certified coefficients
 * (docs/theory.md, Lemma 16.4): the kernel's own recursion, run over power series.
 */
public final class CosineExpansion {
  private final PowerSeries<Ball> series;
  private final BallArithmetic over;
  private final Optional<PolynomialPart> part;

  private CosineExpansion(
      PowerSeries<Ball> series, BallArithmetic over, Optional<PolynomialPart> part) {
    this.series = series;
    this.over = over;
    this.part = part;
  }

  /**
   * The coefficients below u^order.
   *
   * @throws dev.zonal.arithmetic.DomainException if the kernel is not seen to be a power series
   */
  public static CosineExpansion of(Kernel kernel, BallArithmetic over, int order) {
    PowerSeriesArithmetic<Ball> arithmetic = PowerSeriesArithmetic.overBalls(over, order);
    PowerSeries<Ball> variable = arithmetic.variable(over.of(1));
    return new CosineExpansion(
        kernel.evaluate(arithmetic, Chart.COSINE.angle(arithmetic, variable)),
        over,
        kernel.polynomialPart());
  }

  /** b_n, exactly zero where it is known to vanish. */
  public Ball coefficient(int n) {
    return isBeyondPolynomialPart(n) ? over.of(0) : series.coefficient(n);
  }

  private boolean isBeyondPolynomialPart(int n) {
    return part.filter(p -> p.odd() == (n % 2 == 1) && n > p.degree()).isPresent();
  }
}
