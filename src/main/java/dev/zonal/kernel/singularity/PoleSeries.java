package dev.zonal.kernel.singularity;

import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.series.PowerSeries;

/**
 * A function w^-pole g(w), g a power series in w.
 *
 * @param series g
 * @param pole 0 where there is none
 * @param isConstant whether it is made of constants only
 */
record PoleSeries(PowerSeries<Ball> series, int pole, boolean isConstant) {
  /** The coefficient of w^n, n at least -pole. */
  Ball coefficient(int n) {
    return series.coefficient(n + pole);
  }
}
