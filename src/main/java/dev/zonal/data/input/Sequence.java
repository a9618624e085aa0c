package dev.zonal.data.input;

import java.util.List;

/**
 * A sequence of vectors of one dimension, in the order of time.
 *
 * @param steps one at least, all of the same dimension
 */
public record Sequence(List<Vector> steps) {
  /**
   * @throws IllegalArgumentException if there is no step, or their dimensions differ
   */
  public Sequence {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a sequence has at least one step");
    }
    Vector.requireOneDimension(steps);
  }

  /** T, the number of steps. */
  public int length() {
    return steps.size();
  }

  /** m, the number of coordinates of a step. */
  public int dimension() {
    return steps.get(0).dimension();
  }
}
