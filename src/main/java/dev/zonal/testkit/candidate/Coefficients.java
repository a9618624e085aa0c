package dev.zonal.testkit.candidate;

import dev.zonal.arithmetic.Rational;
import dev.zonal.spectrum.quadrature.GaussLegendre;

/**
 * The Gegenbauer coefficients eta_k of a candidate, the eigenvalues of its integral operator for
 * the probability measure on the sphere, in doubles: the integral of f(cos theta) P_k(cos theta)
 * sin(theta)^(d-2) over [0, pi], by the Gauss-Legendre rule, for in theta kernels of networks and
 * radial kernels are smooth up to both ends.
 */
final class Coefficients {
  private static final int NODES = 128;

  private static final int NODES_PER_FREQUENCY = 2;

  private final double[] eta;

  private final double error;

  private Coefficients(double[] eta, double error) {
    this.eta = eta;
    this.error = error;
  }

  /** eta_k. */
  double eta(long k) {
    return eta[Math.toIntExact(k)];
  }

  /** By how much half as many nodes differ, at most. */
  double error() {
    return error;
  }

  /**
   * @param dimension d, at least 2
   * @param last the largest k
   */
  static Coefficients of(Candidate candidate, int dimension, int last) {
    int nodes = NODES + NODES_PER_FREQUENCY * last;
    double[] coarse = integrals(candidate, dimension, last, nodes);
    double[] fine = integrals(candidate, dimension, last, 2 * nodes);
    double error = 0;
    for (int k = 0; k <= last; k++) {
      error = Math.max(error, Math.abs(fine[k] - coarse[k]));
    }
    return new Coefficients(fine, error);
  }

  private static double[] integrals(Candidate candidate, int dimension, int last, int nodes) {
    double[] sums = new double[last + 1];
    double mass = 0;
    GaussLegendre rule = GaussLegendre.of(nodes);
    for (int i = 0; i < nodes; i++) {
      double theta = Math.PI / 2 * (1 + rule.nodes()[i]);
      double u = Math.cos(theta);
      double weight = rule.weights()[i] * Math.pow(Math.sin(theta), dimension - 2);
      double value = candidate.at(u).value().map(Rational::doubleValue).orElse(Double.NaN);
      mass += weight;
      double before = 0;
      double now = 1;
      for (int k = 0; k <= last; k++) {
        sums[k] += weight * value * now;
        // (k+d-2) P_(k+1) = (2k+d-2) u P_k - k P_(k-1); for d = 2, k = 0: P_1 = u.
        double next =
            k == 0 ? u : ((2 * k + dimension - 2) * u * now - k * before) / (k + dimension - 2);
        before = now;
        now = next;
      }
    }
    for (int k = 0; k <= last; k++) {
      sums[k] /= mass;
    }
    return sums;
  }
}
