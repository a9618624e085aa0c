package dev.zonal.lab.estimate;

/** What is said of an estimate. */
public enum Statistic {
  /** The mean; for two layers without what is of order 1/m1^2. */
  MEAN,
  VARIANCE,
  /** The mean less the kernel, without what is of order 1/m1^2. */
  BIAS
}
