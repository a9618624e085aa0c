package dev.zonal.theorem.family;

import java.util.List;
import java.util.Locale;

/**
 * One power series of a proof, and what is known of it.
 *
 * @param operation what it is made by
 * @param operands the numbers of the lines it is made of, from 1; of a power its exponent, of an
 *     assumption its place in the state
 * @param rule why that is known
 * @param amounts what is known
 */
public record Line(Operation operation, List<Integer> operands, Rule rule, Amounts amounts) {
  /** Those of {@link dev.zonal.kernel.layer.SeriesAlgebra}, and what a layer is given. */
  public enum Operation {
    ZERO,
    POWER,
    /** Infinitely many even powers. */
    EVEN,
    /** Infinitely many odd powers. */
    ODD,
    SUM,
    PRODUCT,
    COMPOSITION,
    DERIVATIVE,
    /** A series of the state before a layer of any number. */
    STATE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Line {
    operands = List.copyOf(operands);
  }
}
