package dev.zonal.verifier.family;

import dev.zonal.kernel.layer.SeriesAlgebra;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Expressions of power series, each with a number of its own: equal ones have the same. */
final class Expressions implements SeriesAlgebra<Integer> {
  private record Expression(String operation, List<Integer> operands) {}

  private final Map<Expression, Integer> numbers = new HashMap<>();

  /** The expression of this operation on those of these numbers. */
  Integer of(String operation, List<Integer> operands) {
    return numbers.computeIfAbsent(
        new Expression(operation, List.copyOf(operands)), e -> numbers.size());
  }

  @Override
  public Integer zero() {
    return of("zero", List.of());
  }

  @Override
  public Integer power(int n) {
    return of("power", List.of(n));
  }

  @Override
  public Integer infinite(boolean odd) {
    return of(odd ? "odd" : "even", List.of());
  }

  @Override
  public Integer sum(Integer first, Integer second) {
    return of("sum", List.of(first, second));
  }

  @Override
  public Integer product(Integer first, Integer second) {
    return of("product", List.of(first, second));
  }

  @Override
  public Integer composition(Integer outer, Integer inner) {
    return of("composition", List.of(outer, inner));
  }

  @Override
  public Integer derivative(Integer series) {
    return of("derivative", List.of(series));
  }
}
