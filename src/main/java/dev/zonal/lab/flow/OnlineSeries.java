package dev.zonal.lab.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * A power series whose coefficients are found one after the other, each when it is first asked for,
 * from those before and from as many of other series: what the solution of a differential equation
 * needs, whose right-hand side is a series in the solution itself. Not for several threads.
 *
 * @param <T> the coefficients
 */
final class OnlineSeries<T> {
  /** How a coefficient is found. */
  interface Next<T> {
    /**
     * The coefficient of t^k, from coefficients of orders at most k of other series.
     *
     * @param self the series itself, of which orders below k may be asked for
     */
    T coefficient(OnlineSeries<T> self, int k);
  }

  private final List<T> known = new ArrayList<>();
  private final Next<T> next;
  private final boolean constant;

  private OnlineSeries(Next<T> next, boolean constant) {
    this.next = next;
    this.constant = constant;
  }

  OnlineSeries(Next<T> next) {
    this(next, false);
  }

  static <T> OnlineSeries<T> constant(T value, T zero) {
    return new OnlineSeries<>((self, k) -> k == 0 ? value : zero, true);
  }

  /** Whether it is known to be one number. */
  boolean isConstant() {
    return constant;
  }

  /** The coefficient of t^k. */
  T coefficient(int k) {
    while (known.size() <= k) {
      known.add(next.coefficient(this, known.size()));
    }
    return known.get(k);
  }
}
