package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.Chart;
import dev.zonal.kernel.Kernel;
import java.util.Optional;

/**
 * Coefficients of a kernel in the chord that are seen to be rational: the kernel's own recursion,
 * run over power series whose coefficients are known or not.
 */
public final class RationalCoefficients {
  /** Further coefficients are rarely asked for, and longer than one would write down. */
  private static final int MOST = 64;

  private RationalCoefficients() {}

  /** A parameter that is seen to be rational. */
  public static Optional<Rational> rational(Parameter parameter) {
    return parameter.in(RationalKnowledge.ARITHMETIC);
  }

  /**
   * The coefficient of r^n at an end, where it is seen to be rational.
   *
   * @param end {@link Chart#CHORD} or {@link Chart#ANTIPODAL_CHORD}
   * @throws dev.zonal.arithmetic.DomainException if the kernel is no power series there
   */
  public static Optional<Rational> of(Kernel kernel, Chart end, int n) {
    if (n > MOST) {
      return Optional.empty();
    }
    PowerSeriesArithmetic<Optional<Rational>> series =
        PowerSeriesArithmetic.over(RationalKnowledge.ARITHMETIC, n + 1);
    PowerSeries<Optional<Rational>> chord = series.variable(Optional.of(Rational.ONE));
    return kernel.evaluate(series, end.angle(series, chord)).coefficient(n);
  }
}
