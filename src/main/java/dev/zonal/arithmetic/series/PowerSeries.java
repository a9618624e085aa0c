package dev.zonal.arithmetic.series;

import java.util.List;

/**
 * A formal power series x^v (c_0 + c_1 x^m + c_2 x^(2m) + ...) known modulo x^order, with stride m
 * = 1 or 2.
 *
 * <p>Valuation and stride are facts about the series at <em>every</em> order, not readings of
 * computed coefficients: a series of stride 2 is even or odd because every operation that built it
 * keeps parity (docs/theory.md, Lemma 10.1). The coefficients that v and m rule out are
 * structurally zero, and c_0 is not known to vanish. A series none of whose known coefficients is
 * other than zero is zero only if it is exact, a polynomial that is known whole: zero modulo
 * x^order says nothing of the rest.
 *
 * @param <T> the coefficients, immutable
 */
public final class PowerSeries<T> {
  private final int valuation;
  private final int stride;
  private final int order;
  private final List<T> coefficients;
  private final boolean exact;
  private final T zero;

  /**
   * Trailing coefficients may be left out where they are exactly zero.
   *
   * @param polynomial whether all further coefficients are exactly zero, beyond the order too
   */
  PowerSeries(
      int valuation, int stride, int order, List<T> coefficients, boolean polynomial, T zero) {
    int room = room(valuation, stride, order);
    this.coefficients = List.copyOf(coefficients.subList(0, Math.min(coefficients.size(), room)));
    this.exact = polynomial && coefficients.size() <= room;
    this.valuation = this.coefficients.isEmpty() ? valuation + room * stride : valuation;
    this.stride = stride;
    this.order = order;
    this.zero = zero;
  }

  /** How many coefficients from x^valuation on, one every stride, come before x^order. */
  static int room(int valuation, int stride, int order) {
    return valuation >= order ? 0 : (order - valuation + stride - 1) / stride;
  }

  /** The series is known modulo x^order. */
  public int order() {
    return order;
  }

  /**
   * An exponent below which all coefficients are structurally zero: the least that may have one
   * that is not, at the order or beyond it if no known coefficient is.
   */
  public int valuation() {
    return valuation;
  }

  /** The coefficient of x^n, 0 &lt;= n &lt; order. */
  public T coefficient(int n) {
    if (n < 0 || n >= order) {
      throw new IllegalArgumentException("x^" + n + " is not known in a series modulo x^" + order);
    }
    int steps = n - valuation;
    return steps >= 0 && steps % stride == 0 && steps / stride < coefficients.size()
        ? coefficients.get(steps / stride)
        : zero;
  }

  /** Whether every odd coefficient, of whatever order, vanishes by construction. */
  public boolean isEven() {
    return isZero() || stride == 2 && valuation % 2 == 0;
  }

  /** Whether every even coefficient, of whatever order, vanishes by construction. */
  public boolean isOdd() {
    return isZero() || stride == 2 && valuation % 2 == 1;
  }

  /** Whether the series is a polynomial, with no further coefficients than the known ones. */
  boolean isExact() {
    return exact;
  }

  /** Whether every coefficient, of whatever order, vanishes. */
  boolean isZero() {
    return exact && coefficients.isEmpty();
  }

  /** Whether it is c x^v, with nothing beyond the order. */
  boolean isMonomial() {
    return exact && coefficients.size() == 1;
  }

  int stride() {
    return stride;
  }

  /** The coefficients from x^valuation on, one every {@link #stride}. */
  List<T> coefficients() {
    return coefficients;
  }

  /** The number of coefficients from x^valuation on that the order has room for. */
  int room() {
    return room(valuation, stride, order);
  }

  @Override
  public String toString() {
    return "x^" + valuation + " " + coefficients + " every x^" + stride + " + O(x^" + order + ")";
  }
}
