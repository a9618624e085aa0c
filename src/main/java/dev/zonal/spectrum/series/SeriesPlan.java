package dev.zonal.spectrum.series;

import java.util.Comparator;
import java.util.List;

/**
 * Where a power series in u is to be known, in how many terms and how many bits more than the
 * accuracy of an eigenvalue: a plan in doubles, which bounds nothing.
 *
 * @param radius R
 * @param terms how many
 * @param furtherBits what the terms that count may be smaller than the largest
 */
record SeriesPlan(double radius, int terms, int furtherBits) {
  /** More terms than this are never computed. */
  static final int MOST_TERMS = 1 << 20;

  private static final int MOST_BITS = 1 << 30;

  private static final double LOG_2 = Math.log(2);

  /**
   * A point at which the series converges.
   *
   * @param radius R
   * @param logValue log f(R)
   */
  record Point(double radius, double logValue) {
    /** log (f(R)/R^n), an upper bound of log b_n. */
    private double logBound(long n) {
      return logValue - n * Math.log(radius);
    }
  }

  /**
   * The cheapest plan: b_k is about the least of its bounds f(R)/R^k, and so many terms are needed
   * until the bound of all further ones is small beside that.
   *
   * @param points at least one
   * @param bits the relative accuracy wanted
   */
  static SeriesPlan of(List<Point> points, MonomialEigenvalues monomials, double bits) {
    long k = monomials.frequency();
    double size =
        points.stream().mapToDouble(point -> point.logBound(k)).min().orElseThrow()
            - 2 * Math.log(k + 10.0);
    return points.stream()
        .map(point -> at(point, monomials, size, bits))
        .min(Comparator.comparingDouble(plan -> plan.cost(bits)))
        .orElseThrow();
  }

  private static SeriesPlan at(
      Point point, MonomialEigenvalues monomials, double size, double bits) {
    long k = monomials.frequency();
    double enough = size - (bits + 4) * LOG_2;
    double step = 2 * Math.log(point.radius());
    double bound = point.logBound(k);
    double further = (bound - size) / LOG_2;
    double largest = bound;
    long n = k;
    while (bound > enough + largest - point.logBound(k) && n < MOST_TERMS) {
      bound += monomials.logQuotient(n) - step;
      largest = Math.max(largest, bound);
      n += 2;
    }
    return new SeriesPlan(
        point.radius(),
        (int) Math.min(n + 2, MOST_TERMS),
        (int) Math.min(Math.ceil(further) + 8, MOST_BITS));
  }

  private double cost(double bits) {
    return (double) terms * terms * (bits + furtherBits + 100.0);
  }

  /** The same with more terms. */
  SeriesPlan withTerms(int other) {
    return new SeriesPlan(radius, other, furtherBits);
  }
}
