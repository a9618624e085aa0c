package dev.zonal.lab.feature;

import dev.zonal.lab.sample.RandomStream;

/**
 * The gradient of a network with one hidden layer of m neurons: sqrt(2/m) (max(w_i.x, 0), [w_i.x >
 * 0] x), with the same w_i in both, of |x||z| (kappa_1 + u kappa_0) (docs/theory.md, Proposition
 * 26.3).
 *
 * @param weights the w_i, one a row
 */
@SuppressWarnings("ArrayRecordComponent")
public record GradientFeatures(double[][] weights) implements FeatureMap {
  /**
   * Draws them.
   *
   * @param count m, at least 1
   * @param dimension d of the points
   */
  public static GradientFeatures draw(
      Directions law, int count, int dimension, RandomStream stream) {
    return new GradientFeatures(law.draw(count, dimension, stream));
  }

  @Override
  public int dimension() {
    return weights.length * (1 + weights[0].length);
  }

  @Override
  public double[] of(double[] x) {
    double scale = Math.sqrt(2. / weights.length);
    double[] features = new double[dimension()];
    for (int i = 0; i < weights.length; i++) {
      double seen = DoubleVector.dot(weights[i], x);
      if (seen > 0) {
        int start = i * (1 + x.length);
        features[start] = scale * seen;
        for (int j = 0; j < x.length; j++) {
          features[start + 1 + j] = scale * x[j];
        }
      }
    }
    return features;
  }
}
