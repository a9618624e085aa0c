package dev.zonal.data.drawn;

import java.util.SplittableRandom;

/**
 * A matrix of weights, drawn at random once; it is itself, and not what it holds, that is equal.
 */
final class Weights {
  final double[][] rows;

  private Weights(double[][] rows) {
    this.rows = rows;
  }

  /** Standard normal, independent. */
  static Weights drawn(SplittableRandom random, int outputs, int inputs) {
    double[][] rows = new double[outputs][inputs];
    for (double[] row : rows) {
      for (int i = 0; i < inputs; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return new Weights(rows);
  }

  /** That start at zero and are trained. */
  static Weights zero(int outputs, int inputs) {
    return new Weights(new double[outputs][inputs]);
  }

  int outputs() {
    return rows.length;
  }
}
