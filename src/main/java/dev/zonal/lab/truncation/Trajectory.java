package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.hierarchy.Tensor;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is seen of a flow at some times.
 *
 * @param order at which the hierarchy is cut off; empty for the network itself
 * @param snapshots one for each time, or why the solution is not known so far
 */
public record Trajectory<T>(
    OptionalInt order, List<Rational> times, List<Certification<Snapshot<T>>> snapshots) {
  /**
   * The functions at one time.
   *
   * @param values f of the inputs
   * @param kernel K_2 between them
   */
  public record Snapshot<T>(Tensor<T> values, Tensor<T> kernel) {}
}
