package dev.zonal.lab.sketch;

import dev.zonal.lab.sample.RandomStream;

/** How tensor products are made shorter. */
public enum TensorMethod {
  /** Not at all. */
  EXACT,
  /** {@code TensorSRHT}. */
  SRHT,
  /** {@code CountSketch}. */
  COUNT;

  /**
   * Draws a sketch.
   *
   * @param left the dimension of the first factor
   * @param right the dimension of the second
   * @param dimension of the sketch, at least 1; that of the exact tensor is what it is
   */
  public TensorSketch draw(int left, int right, int dimension, RandomStream stream) {
    return switch (this) {
      case EXACT -> new ExactTensor(left, right);
      case SRHT -> TensorHadamard.draw(left, right, dimension, stream);
      case COUNT -> CountSketch.draw(left, right, dimension, stream);
    };
  }
}
