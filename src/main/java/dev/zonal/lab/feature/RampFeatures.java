package dev.zonal.lab.feature;

import dev.zonal.lab.sample.RandomStream;

/**
 * Features sqrt(2/m) max(w_i.x, 0) of |x||z| kappa_1 (docs/theory.md, Proposition 26.2).
 *
 * @param weights the w_i, one a row
 */
@SuppressWarnings("ArrayRecordComponent")
public record RampFeatures(double[][] weights) implements FeatureMap {
  /**
   * Draws them.
   *
   * @param count m, at least 1
   * @param dimension of the points
   */
  public static RampFeatures draw(Directions law, int count, int dimension, RandomStream stream) {
    return new RampFeatures(law.draw(count, dimension, stream));
  }

  @Override
  public int dimension() {
    return weights.length;
  }

  @Override
  public double[] of(double[] x) {
    double scale = Math.sqrt(2. / weights.length);
    double[] features = new double[weights.length];
    for (int i = 0; i < features.length; i++) {
      features[i] = scale * Math.max(DoubleVector.dot(weights[i], x), 0);
    }
    return features;
  }
}
