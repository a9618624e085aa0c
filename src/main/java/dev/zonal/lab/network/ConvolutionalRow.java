package dev.zonal.lab.network;

import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.spectrum.CertifiedValue;

/**
 * A sample of convolutional networks beside its limit, whose distance from the mean, of the order
 * of 1/n, is not known.
 *
 * @param isSecond whether the kernel is that of two images, not of one with itself
 * @param mean of the kernel
 */
public record ConvolutionalRow(
    KernelKind kind,
    Initialisation hidden,
    int width,
    boolean isSecond,
    CertifiedValue limit,
    SampleMean mean) {
  /** Standard errors between the mean and the limit. */
  public double z() {
    return mean.z(limit.enclosure().toDouble());
  }

  /** The smallest relative defect of the limit that would have been seen. */
  public double defect() {
    return mean.smallestDefect(limit.enclosure().toDouble());
  }

  /** n times the variance of the sample. */
  public double variance() {
    return width * mean.deviation() * mean.deviation();
  }
}
