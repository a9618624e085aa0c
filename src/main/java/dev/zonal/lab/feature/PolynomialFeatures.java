package dev.zonal.lab.feature;

import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.sketch.PowerSketch;
import java.util.stream.IntStream;

/**
 * NTKSketch: features of a polynomial kernel sum c_j u^j, c_j &gt;= 0: sqrt(c_0), sqrt(c_1) x, and
 * sketches of the other powers times the roots of their coefficients, all times |x|.
 */
public final class PolynomialFeatures implements FeatureMap {
  private final double[] coefficients;
  private final PowerSketch powers;
  private final int[] sketched;
  private final int points;

  private PolynomialFeatures(double[] coefficients, PowerSketch powers, int points) {
    this.coefficients = coefficients;
    this.powers = powers;
    this.sketched = sketched(coefficients);
    this.points = points;
  }

  /**
   * Draws them.
   *
   * @param coefficients of u^0 to u^q, q a power of two and at least 2
   * @param dimension of the points
   * @param size of each sketch
   */
  public static PolynomialFeatures draw(
      double[] coefficients, int dimension, int size, RandomStream stream) {
    int degree = coefficients.length - 1;
    return new PolynomialFeatures(
        coefficients, PowerSketch.draw(degree, dimension, size, stream), dimension);
  }

  /** The powers that are sketched: from 2 on, with a coefficient. */
  static int[] sketched(double[] coefficients) {
    return IntStream.range(2, coefficients.length).filter(j -> coefficients[j] > 0).toArray();
  }

  @Override
  public int dimension() {
    return 1 + points + sketched.length * powers.size();
  }

  @Override
  public double[] of(double[] x) {
    double length = DoubleVector.norm(x);
    double[] features = new double[dimension()];
    if (length == 0) {
      return features;
    }
    double[] direction = DoubleVector.divided(x, length);
    features[0] = length * Math.sqrt(coefficients[0]);
    put(features, 1, direction, length * Math.sqrt(coefficients[1]));
    PowerSketch.Powers of = powers.of(direction);
    for (int k = 0; k < sketched.length; k++) {
      int start = 1 + points + k * powers.size();
      put(features, start, of.power(sketched[k]), length * Math.sqrt(coefficients[sketched[k]]));
    }
    return features;
  }

  private static void put(double[] features, int start, double[] part, double factor) {
    for (int i = 0; i < part.length; i++) {
      features[start + i] = factor * part[i];
    }
  }
}
