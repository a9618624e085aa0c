package dev.zonal.symbolic.parameter;

import java.util.List;
import java.util.function.UnaryOperator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A Laurent series in a small t &gt; 0, t^start (c_0 + c_1 t + ... + c_n t^n) + O(t^(start + n +
 * 1)), whose coefficients are expressions.
 *
 * @param terms the coefficients, at least one
 */
record ParameterSeries(int start, List<IExpr> terms) {
  ParameterSeries {
    terms = List.copyOf(terms);
  }

  /** The first power that is not known. */
  int end() {
    return start + terms.size();
  }

  /** The coefficient of a power below {@link #end}. */
  IExpr coefficient(int power) {
    return power < start ? F.C0 : terms.get(power - start);
  }

  /** The first coefficient. */
  IExpr leading() {
    return terms.get(0);
  }

  /** With every coefficient replaced. */
  ParameterSeries mapped(UnaryOperator<IExpr> map) {
    return new ParameterSeries(start, terms.stream().map(map).toList());
  }

  /** Times a power of t. */
  ParameterSeries shifted(int power) {
    return new ParameterSeries(start + power, terms);
  }
}
