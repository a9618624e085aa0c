package dev.zonal.data.linear.approximation;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Approximations of the eigenvalues next above a shift, and of the first one's vector, by Lanczos'
 * method for the inverse of the matrix less the shift. Nothing of it is proved, and it does not see
 * that an eigenvalue is multiple.
 */
public final class InverseLanczos {
  private static final int MOST_STEPS = 60;
  private static final long SEED = 20_211;

  private final double first;
  private final double second;
  private final double[] vector;

  private InverseLanczos(double first, double second, double[] vector) {
    this.first = first;
    this.second = second;
    this.vector = vector;
  }

  /** What lies above the shift by the least, less the shift. */
  public double first() {
    return first;
  }

  /** The next one, less the shift; infinite if there is none. */
  public double second() {
    return second;
  }

  /** A coordinate of the first one's vector, which is of about unit length. */
  public double coordinate(int i) {
    return vector[i];
  }

  /**
   * The approximations by Lanczos' method.
   *
   * @param inverse solves the system of the matrix less the shift, which is below all of its
   *     eigenvalues; leaves its argument alone
   */
  public static InverseLanczos of(UnaryOperator<double[]> inverse, int size) {
    int most = Math.min(size, MOST_STEPS);
    double[][] basis = new double[most][];
    double[][] small = new double[most][most];
    double[] next = start(size);
    int steps = 0;
    while (steps < most) {
      basis[steps] = next;
      double[] image = inverse.apply(next);
      small[steps][steps] = dot(image, next);
      steps++;
      double before = Math.sqrt(dot(image, image));
      // Twice, since what is left after the first time may be mostly rounding.
      for (int twice = 0; twice < 2; twice++) {
        for (int k = 0; k < steps; k++) {
          add(image, basis[k], -dot(image, basis[k]));
        }
      }
      double length = Math.sqrt(dot(image, image));
      if (steps == most || !(length > before * 0x1p-45)) {
        break;
      }
      small[steps][steps - 1] = length;
      small[steps - 1][steps] = length;
      scale(image, 1 / length);
      next = image;
    }
    return ofBasis(basis, small, steps);
  }

  private static InverseLanczos ofBasis(double[][] basis, double[][] small, int steps) {
    double[][] square = new double[steps][];
    for (int i = 0; i < steps; i++) {
      square[i] = Arrays.copyOf(small[i], steps);
    }
    DoubleRotations rotations = new DoubleRotations(square);
    int best = 0;
    for (int i = 1; i < steps; i++) {
      best = rotations.value(i) > rotations.value(best) ? i : best;
    }
    double second = 0;
    for (int i = 0; i < steps; i++) {
      second = i == best ? second : Math.max(second, rotations.value(i));
    }
    double[] vector = new double[basis[0].length];
    for (int i = 0; i < steps; i++) {
      add(vector, basis[i], rotations.vector(best)[i]);
    }
    return new InverseLanczos(1 / rotations.value(best), 1 / second, vector);
  }

  /** The same vector for every run. */
  private static double[] start(int size) {
    Random random = new Random(SEED);
    double[] vector = random.doubles(size, -1, 1).toArray();
    scale(vector, 1 / Math.sqrt(dot(vector, vector)));
    return vector;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double[] vector, double factor) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * vector[i];
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
