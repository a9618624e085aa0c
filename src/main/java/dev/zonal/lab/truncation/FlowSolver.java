package dev.zonal.lab.truncation;

import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.flow.VectorField;
import java.util.List;

/**
 * A way to solve x' = F(x).
 *
 * @param <T> the numbers
 */
@FunctionalInterface
public interface FlowSolver<T> {
  /**
   * The state after some time.
   *
   * @param time positive
   * @throws dev.zonal.arithmetic.DomainException if the solution is not known to exist so long
   */
  List<T> solve(VectorField field, List<T> start, Rational time);
}
