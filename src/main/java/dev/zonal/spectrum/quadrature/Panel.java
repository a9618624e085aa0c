package dev.zonal.spectrum.quadrature;

import java.util.Comparator;
import java.util.List;

/**
 * The panel [index, index + 1] pi / 2^level of [0, pi], with the ellipses about it on which the
 * profile is certified.
 *
 * @param level how often [0, pi] was halved
 * @param index which of the 2^level panels, from 0
 * @param ellipses certified ellipses, at least one
 */
record Panel(int level, long index, List<Ellipse> ellipses) {
  /** A certified ellipse: its parameter rho &gt; 1 and a bound on |F| on it. */
  record Ellipse(double rho, double bound) {}

  /** An ellipse parameter chosen for one task and the number of nodes it needs. */
  record Choice(double rho, double bound, double nodes) {
    /** The number of nodes rounded up to one of a few, so that panels share rules. */
    int size() {
      int n = (int) Math.ceil(nodes);
      int step = Math.max(1, Integer.highestOneBit(n) >> 4);
      return (n + step - 1) / step * step;
    }
  }

  /** index pi / 2^level, to double precision. */
  static double end(int level, long index) {
    return Math.scalb(Math.PI, -level) * index;
  }

  double from() {
    return end(level, index);
  }

  double to() {
    return end(level, index + 1);
  }

  /** Half the length of the panel, to double precision. */
  double halfLength() {
    return Math.scalb(Math.PI, -level - 1);
  }

  /** The largest certified parameter. */
  double largestRho() {
    return ellipses.stream().mapToDouble(Ellipse::rho).max().orElseThrow();
  }

  /**
   * The ellipse that needs the fewest nodes. A heuristic in doubles: whatever it chooses is then
   * bounded rigorously.
   *
   * @param k the largest frequency
   * @param dimension d
   * @param bits the absolute accuracy wanted, in bits
   */
  Choice choose(long k, int dimension, double bits) {
    return ellipses.stream()
        .map(ellipse -> choose(ellipse, k, dimension, bits))
        .min(Comparator.comparingDouble(Choice::nodes))
        .orElseThrow();
  }

  private Choice choose(Ellipse ellipse, long k, int dimension, double bits) {
    double top = Math.log(ellipse.rho());
    Choice best = null;
    for (int i = 0; i <= STEPS; i++) {
      double s = top * Math.pow(0.9, i);
      double y = halfLength() * Math.sinh(s);
      double logError =
          bits * Math.log(2)
              + k * y
              + (dimension - 2) * (y + Math.log1p(Math.exp(-2 * y)) - Math.log(2))
              + Math.log(5 * halfLength() * ellipse.bound() / -Math.expm1(-2 * s));
      double nodes = Math.max(2, logError / (2 * s));
      if (best == null || nodes < best.nodes()) {
        // s = top must give back rho exactly: never a larger ellipse than the certified one.
        best = new Choice(i == 0 ? ellipse.rho() : Math.exp(s), ellipse.bound(), nodes);
      }
    }
    return best;
  }

  private static final int STEPS = 40;
}
