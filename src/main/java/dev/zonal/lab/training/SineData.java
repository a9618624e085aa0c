package dev.zonal.lab.training;

/**
 * Inputs that everybody can write down again: x_ic from sines, i and c from 1, each vector
 * stretched to the square length d.
 */
public final class SineData {
  private final double[][] inputs;
  private final double[] targets;

  private SineData(double[][] inputs, double... targets) {
    this.inputs = inputs;
    this.targets = targets;
  }

  /** The numbers of an input. */
  private interface Entry {
    double at(int i, int c);
  }

  /** x_ic = sin(3i + 5c + 1), N = 8, d = 4; y_i = x_i1: labels that the kernel reaches. */
  public static SineData smooth() {
    double[][] inputs = inputs(8, 4, (i, c) -> StrictMath.sin(3 * i + 5 * c + 1));
    double[] targets = new double[inputs.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = inputs[i][0];
    }
    return new SineData(inputs, targets);
  }

  /** x_ic = sin(3i + 5c + 0.7ic), N = d = 16; y_i the sign of sin(7i). */
  public static SineData signs() {
    double[][] inputs = inputs(16, 16, (i, c) -> StrictMath.sin(3 * i + 5 * c + 0.7 * i * c));
    double[] targets = new double[inputs.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = Math.signum(StrictMath.sin(7 * (i + 1)));
    }
    return new SineData(inputs, targets);
  }

  private static double[][] inputs(int count, int dimension, Entry entry) {
    double[][] inputs = new double[count][dimension];
    for (int i = 0; i < count; i++) {
      double square = 0;
      for (int c = 0; c < dimension; c++) {
        inputs[i][c] = entry.at(i + 1, c + 1);
        square += inputs[i][c] * inputs[i][c];
      }
      double stretch = Math.sqrt(dimension / square);
      for (int c = 0; c < dimension; c++) {
        inputs[i][c] *= stretch;
      }
    }
    return inputs;
  }

  /** d. */
  public int dimension() {
    return inputs[0].length;
  }

  /** N vectors of d numbers. */
  double[][] inputs() {
    return inputs;
  }

  /** N numbers. */
  double[] targets() {
    return targets;
  }
}
