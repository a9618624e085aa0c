package dev.zonal.spectrum.series;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.angle.Chart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The first terms b_n R^n of a kernel f(u) = sum of b_n u^n, b_n &gt;= 0, at a point R at which the
 * series converges, and the sum of the others.
 *
 * @param radius R
 * @param terms enclosures of b_n R^n, n = 0, 1, ...
 * @param rest an enclosure of the sum of all further terms
 */
record CosineSeries(double radius, List<Ball> terms, Ball rest) {
  /**
   * The series of a kernel that {@linkplain Kernel#isComposedOfAnalyticDuals says} that it is one.
   *
   * @param radius a float, at least 1
   * @param count how many terms
   * @throws DomainException if the series is not seen to converge there
   */
  static CosineSeries of(Kernel kernel, double radius, int count, BallArithmetic over) {
    Ball at = at(over, radius);
    Ball sum = kernel.evaluate(over, Chart.COSINE.angle(over, at));
    PowerSeriesArithmetic<Ball> series = PowerSeriesArithmetic.overBalls(over, count);
    PowerSeries<Ball> value =
        kernel.evaluate(series, Chart.COSINE.angle(series, series.variable(at)));
    List<Ball> terms = new ArrayList<>(count);
    Ball rest = sum;
    for (int n = 0; n < count; n++) {
      Ball term = value.coefficient(n);
      terms.add(term);
      rest = over.subtract(rest, term);
    }
    return new CosineSeries(radius, List.copyOf(terms), rest);
  }

  /** Whether the series of a kernel is seen to converge at a point. */
  static boolean converges(Kernel kernel, double radius) {
    try {
      value(kernel, radius);
      return true;
    } catch (ArithmeticException beyond) {
      return false;
    }
  }

  /** log f(R), about. */
  static double logValue(Kernel kernel, double radius) {
    return value(kernel, radius).binaryOrder() * Math.log(2);
  }

  private static Ball value(Kernel kernel, double radius) {
    BallArithmetic over = BallArithmetic.ofBits(64);
    return kernel.evaluate(over, Chart.COSINE.angle(over, at(over, radius)));
  }

  private static Ball at(BallArithmetic over, double radius) {
    return over.of(Rational.of(new BigDecimal(radius)));
  }

  /** R. */
  Ball radius(BallArithmetic over) {
    return at(over, radius);
  }
}
