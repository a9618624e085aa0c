package dev.zonal.lab.network;

import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.width.WidthRow;
import dev.zonal.spectrum.CertifiedValue;
import java.util.OptionalDouble;

/**
 * A sample of networks beside the law of its row.
 *
 * @param row of a width
 * @param mean of the kernel
 * @param square of its distance from what is expected
 */
public record SampledRow(WidthRow row, SampleMean mean, SampleMean square) {
  /** Less than this of what is expected is rounding. */
  private static final double ROUNDING = 1e-11;

  /** The row of a sample, for one of its inputs. */
  public static SampledRow of(WidthRow row, KernelSample sample, int input) {
    return new SampledRow(
        row,
        sample.mean(row.place().kind(), input),
        sample.square(row.place().kind(), input, expected(row)));
  }

  private static double expected(WidthRow row) {
    return number(row.limit()) + row.bias().map(bias -> number(bias) / width(row)).orElse(0.0);
  }

  private static double number(CertifiedValue value) {
    return value.enclosure().toDouble();
  }

  private static int width(WidthRow row) {
    return row.place().width().orElseThrow();
  }

  /** The mean that the law says: the limit, and bias/n where it is known. */
  public double expected() {
    return expected(row);
  }

  /** Whether the networks are all alike. */
  public boolean isConstant() {
    return mean.deviation() <= ROUNDING * Math.max(1, Math.abs(expected()));
  }

  /** Standard errors between the mean and what is expected; none where nothing fluctuates. */
  public OptionalDouble z() {
    return isConstant() ? OptionalDouble.empty() : OptionalDouble.of(mean.z(expected()));
  }

  /** The smallest relative defect of the mean that would have been seen; none of the mean 0. */
  public OptionalDouble defect() {
    return expected() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(mean.smallestDefect(expected()));
  }

  /** n times the variance of the sample. */
  public double variance() {
    return width(row) * square.mean();
  }

  /** Standard errors between the variance and that of the law; none where either is not known. */
  public OptionalDouble varianceZ() {
    return isConstant() || row.variance().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(square.z(number(row.variance().get()) / width(row)));
  }
}
