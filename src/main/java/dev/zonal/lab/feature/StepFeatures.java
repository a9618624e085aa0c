package dev.zonal.lab.feature;

import dev.zonal.lab.sample.RandomStream;

/**
 * Features sqrt(2/m) [w_i.x > 0] of kappa_0 (docs/theory.md, Proposition 26.2); those of x = 0 are
 * 0.
 *
 * @param weights the w_i, one a row
 */
@SuppressWarnings("ArrayRecordComponent")
public record StepFeatures(double[][] weights) implements FeatureMap {
  /**
   * Draws them.
   *
   * @param count m, at least 1
   * @param dimension of the points
   */
  public static StepFeatures draw(Directions law, int count, int dimension, RandomStream stream) {
    return new StepFeatures(law.draw(count, dimension, stream));
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
      features[i] = DoubleVector.dot(weights[i], x) > 0 ? scale : 0;
    }
    return features;
  }
}
