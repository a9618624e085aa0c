package dev.zonal.lab.training;

import dev.zonal.lab.sample.SampleMean;
import java.util.List;

/**
 * The exponent of a power law through means at several widths, by least squares of logarithms.
 *
 * @param slope the exponent
 * @param error its standard error, from those of the means
 */
public record PowerFit(double slope, double error) {
  /**
   * The fit of positive means.
   *
   * @param widths at least 2 different ones
   * @param means one for each
   */
  public static PowerFit of(List<Integer> widths, List<SampleMean> means) {
    double[] x = widths.stream().mapToDouble(n -> StrictMath.log(n)).toArray();
    double middle = 0;
    for (double log : x) {
      middle += log / x.length;
    }
    double squares = 0;
    double slope = 0;
    double variance = 0;
    for (int i = 0; i < x.length; i++) {
      double lever = x[i] - middle;
      double relative = means.get(i).standardError() / means.get(i).mean();
      squares += lever * lever;
      slope += lever * StrictMath.log(means.get(i).mean());
      variance += lever * lever * relative * relative;
    }
    return new PowerFit(slope / squares, Math.sqrt(variance) / squares);
  }

  /** Standard errors from an exponent that is expected. */
  public double z(double expected) {
    return (slope - expected) / error;
  }

  /** The smallest relative defect of it that would have been seen. */
  public double smallestDefect(double expected) {
    return SampleMean.SIGMAS * error / Math.abs(expected);
  }
}
