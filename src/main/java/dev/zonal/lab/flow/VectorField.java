package dev.zonal.lab.flow;

import dev.zonal.arithmetic.Arithmetic;
import java.util.List;

/** The right-hand side F of an autonomous equation x' = F(x), as a formula over any arithmetic. */
public interface VectorField {
  /** How many numbers a state has. */
  int dimension();

  /**
   * F at a state.
   *
   * @param state {@link #dimension} numbers
   * @throws dev.zonal.arithmetic.DomainException where F is not defined, or may not be
   */
  <T> List<T> at(Arithmetic<T> over, List<T> state);
}
