package dev.zonal.spectrum.quadrature;

import java.util.function.DoubleUnaryOperator;

/**
 * The rule of Gauss in doubles, as many programs have it: nothing is proved of its error.
 *
 * @param nodes in (-1, 1)
 * @param weights of the measure du/2, adding up to 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record GaussLegendre(double[] nodes, double[] weights) {
  private static final int STEPS = 8;

  /** The rule of n nodes, by Newton's method. */
  public static GaussLegendre of(int n) {
    double[] nodes = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = StrictMath.cos(Math.PI * (i + 0.75) / (n + 0.5));
      for (int step = 0; step < STEPS; step++) {
        x -= polynomial(n, x) / derivative(n, x);
      }
      double slope = derivative(n, x);
      nodes[i] = x;
      weights[i] = 1 / ((1 - x) * (1 + x) * slope * slope);
    }
    return new GaussLegendre(nodes, weights);
  }

  /** The mean of f P_k, which is eta_k on the sphere of R^3. */
  public double coefficient(DoubleUnaryOperator f, int k) {
    double sum = 0;
    for (int i = 0; i < nodes.length; i++) {
      sum += weights[i] * f.applyAsDouble(nodes[i]) * polynomial(k, nodes[i]);
    }
    return sum;
  }

  private static double derivative(int n, double x) {
    return n * (polynomial(n - 1, x) - x * polynomial(n, x)) / ((1 - x) * (1 + x));
  }

  /** P_n(x), by its recurrence. */
  private static double polynomial(int n, double x) {
    double before = 0;
    double value = 1;
    for (int j = 0; j < n; j++) {
      double next = ((2 * j + 1) * x * value - j * before) / (j + 1);
      before = value;
      value = next;
    }
    return value;
  }
}
