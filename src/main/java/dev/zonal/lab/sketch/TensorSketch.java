package dev.zonal.lab.sketch;

/**
 * A linear map of tensor products, once drawn, by which inner products of a (x) b are estimated
 * without bias (docs/theory.md, Propositions 26.4 and 26.5).
 */
public interface TensorSketch {
  /** The number of coordinates of the sketches. */
  int dimension();

  /** The sketch of a (x) b. */
  double[] of(double[] a, double[] b);
}
