package dev.zonal.lab.weight;

/** The law of a weight matrix, whose entries have mean 0 and variance 1 under either. */
public enum Initialisation {
  /** Independent Gaussian entries. */
  GAUSSIAN(0),

  /**
   * sqrt(max(m, n)) times a uniform m x n matrix of orthonormal columns, or rows where m &lt; n.
   */
  ORTHOGONAL(1);

  private final long number;

  Initialisation(long number) {
    this.number = number;
  }

  /** What tells the streams of the laws apart. */
  public long number() {
    return number;
  }
}
