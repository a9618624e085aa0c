package dev.zonal.lab.estimate;

/** What is said of an estimate. */
public enum Statistic {
  MEAN,
  VARIANCE,
  /** The mean without what is of order 1/m1^2, which nothing bounds here. */
  FIRST_ORDER_MEAN,
  /** The same less the kernel. */
  FIRST_ORDER_BIAS
}
