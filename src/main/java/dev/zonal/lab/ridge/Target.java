package dev.zonal.lab.ridge;

import dev.zonal.lab.feature.Directions;
import dev.zonal.lab.feature.DoubleVector;
import dev.zonal.lab.sample.RandomStream;

/**
 * Functions on the sphere that regressions are tried on. They have no odd frequency from 3 on,
 * which a network of one hidden layer cannot learn.
 */
public enum Target {
  /** A sum of twelve waves cos(4.74 v.x) of random directions v. */
  WAVES {
    @Override
    Function draw(int dimension, RandomStream stream) {
      double[][] directions = directions(WAVE_COUNT, dimension, stream);
      return x -> {
        double sum = 0;
        for (double[] direction : directions) {
          sum += StrictMath.cos(FREQUENCY * DoubleVector.dot(direction, x));
        }
        return sum;
      };
    }
  },
  /** a + a b + b c + c^2 with the products a, b, c with three random directions, times sqrt(d). */
  QUADRATIC {
    @Override
    Function draw(int dimension, RandomStream stream) {
      double[][] directions = directions(3, dimension, stream);
      double scale = Math.sqrt(dimension);
      return x -> {
        double a = scale * DoubleVector.dot(directions[0], x);
        double b = scale * DoubleVector.dot(directions[1], x);
        double c = scale * DoubleVector.dot(directions[2], x);
        return a + a * b + b * c + c * c;
      };
    }
  };

  private static final int WAVE_COUNT = 12;
  private static final double FREQUENCY = 4.74;

  /** A function of points. */
  @FunctionalInterface
  interface Function {
    double at(double[] x);
  }

  /** Draws one. */
  abstract Function draw(int dimension, RandomStream stream);

  private static double[][] directions(int count, int dimension, RandomStream stream) {
    double[][] directions = new double[count][];
    for (int i = 0; i < count; i++) {
      directions[i] = Directions.direction(dimension, stream);
    }
    return directions;
  }
}
