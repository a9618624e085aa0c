package dev.zonal.theorem.family;

import dev.zonal.kernel.layer.SeriesAlgebra;
import dev.zonal.theorem.family.Line.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Power series written down as they are composed, each once, with what follows for them; a series
 * is the number of its line, from 1.
 */
final class Lines implements SeriesAlgebra<Integer> {
  private record Expression(Operation operation, List<Integer> operands) {}

  private final Map<Expression, Integer> numbers = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();

  List<Line> all() {
    return List.copyOf(lines);
  }

  Amounts amounts(int line) {
    return lines.get(line - 1).amounts();
  }

  /** What is assumed of a place of the state, from 1. */
  Integer assume(int place, Amounts amounts) {
    return line(Operation.STATE, List.of(place), Rule.ASSUMED, amounts);
  }

  private Integer line(Operation operation, List<Integer> operands, Rule rule, Amounts amounts) {
    Integer number = numbers.putIfAbsent(new Expression(operation, operands), lines.size() + 1);
    if (number == null) {
      lines.add(new Line(operation, operands, rule, amounts));
    }
    return number == null ? Integer.valueOf(lines.size()) : number;
  }

  private Integer line(Operation operation, Rule rule, Integer... operands) {
    List<Amounts> known = List.of(operands).stream().map(this::amounts).toList();
    return line(operation, List.of(operands), rule, rule.of(known));
  }

  @Override
  public Integer zero() {
    return line(Operation.ZERO, List.of(), Rule.ZERO, Amounts.NOTHING);
  }

  @Override
  public Integer power(int n) {
    return line(Operation.POWER, List.of(n), Rule.POWER, Amounts.power(n));
  }

  @Override
  public Integer infinite(boolean odd) {
    Operation operation = odd ? Operation.ODD : Operation.EVEN;
    return line(operation, List.of(), Rule.SERIES, Amounts.series(odd));
  }

  @Override
  public Integer sum(Integer first, Integer second) {
    return line(Operation.SUM, Rule.UNION, first, second);
  }

  @Override
  public Integer product(Integer first, Integer second) {
    return line(Operation.PRODUCT, Rule.SUMS, first, second);
  }

  @Override
  public Integer composition(Integer outer, Integer inner) {
    return line(Operation.COMPOSITION, Rule.ofInner(amounts(inner)), outer, inner);
  }

  @Override
  public Integer derivative(Integer series) {
    return line(Operation.DERIVATIVE, Rule.LOWERED, series);
  }
}
