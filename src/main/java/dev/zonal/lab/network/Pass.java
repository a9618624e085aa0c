package dev.zonal.lab.network;

import java.util.Arrays;

/**
 * What a network computes of some inputs, layer by layer. A column is a pixel of an input; windows
 * are lists of columns of the layer below, one after the other.
 */
final class Pass {
  private final Architecture network;
  private final Parameters parameters;
  private final int inputs;

  /** By layer and column: what a unit sees, its pre-activations, its activations. */
  private final double[][][] windows;

  private final double[][][] before;
  private final double[][][] after;

  private Pass(Architecture network, Parameters parameters, int inputs) {
    this.network = network;
    this.parameters = parameters;
    this.inputs = inputs;
    this.windows = new double[network.depth()][][];
    this.before = new double[network.depth()][][];
    this.after = new double[network.depth()][][];
  }

  /**
   * Runs the network.
   *
   * @param columns the pixels of all inputs, input by input, each a list of channels
   */
  static Pass of(Architecture network, Parameters parameters, double[]... columns) {
    Pass pass = new Pass(network, parameters, columns.length / network.pixels());
    double bias = Math.sqrt(network.variances().biases());
    double[][] below = columns;
    for (int l = 0; l < network.depth(); l++) {
      double scale = network.scale(l);
      pass.windows[l] = windows(network, below);
      double[][] matrix = parameters.matrices()[l];
      double[] shift = parameters.biases()[l];
      pass.before[l] = new double[columns.length][network.width()];
      pass.after[l] = new double[columns.length][network.width()];
      for (int c = 0; c < columns.length; c++) {
        double[] window = pass.windows[l][c];
        for (int i = 0; i < network.width(); i++) {
          double h = scale * dot(matrix[i], window) + bias * shift[i];
          pass.before[l][c][i] = h;
          pass.after[l][c][i] = network.unit().value(h);
        }
      }
      below = pass.after[l];
    }
    return pass;
  }

  private static double[][] windows(Architecture network, double[][] below) {
    int taps = network.form().taps();
    if (taps == 1) {
      return below;
    }
    int pixels = network.pixels();
    int size = below[0].length;
    double[][] result = new double[below.length][taps * size];
    for (int c = 0; c < below.length; c++) {
      int first = c - c % pixels;
      for (int tap = 0; tap < taps; tap++) {
        int pixel = Math.floorMod(c - first + tap - taps / 2, pixels);
        System.arraycopy(below[first + pixel], 0, result[c], tap * size, size);
      }
    }
    return result;
  }

  /** In four sums, which processors add side by side. */
  static double dot(double[] a, double[] b) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      first += a[i] * b[i];
    }
    return first + second + (third + fourth);
  }

  int inputs() {
    return inputs;
  }

  double[][] windows(int layer) {
    return windows[layer];
  }

  /** The output for each input. */
  double[] outputs() {
    double bias = Math.sqrt(network.variances().biases()) * parameters.last()[0];
    double[] result = new double[inputs];
    for (int x = 0; x < inputs; x++) {
      result[x] = network.readOutScale() * dot(parameters.readOut(), features(x)) + bias;
    }
    return result;
  }

  /** What v is multiplied by, but for the scale. */
  double[] features(int input) {
    int pixels = network.pixels();
    double[][] top = after[network.depth() - 1];
    double[] result = new double[network.readOutSize()];
    for (int a = 0; a < pixels; a++) {
      double[] column = top[input * pixels + a];
      int offset = network.form().isPooled() ? 0 : a * network.width();
      for (int i = 0; i < network.width(); i++) {
        result[offset + i] += column[i];
      }
    }
    return result;
  }

  /**
   * The derivatives of the output of each input by the pre-activations, by layer and column.
   *
   * @param factor what the derivatives of an input are multiplied by
   */
  double[][][] backward(double... factor) {
    int pixels = network.pixels();
    int width = network.width();
    double[][][] deltas = new double[network.depth()][][];
    double[][] above = new double[inputs * pixels][width];
    for (int c = 0; c < above.length; c++) {
      int offset = network.form().isPooled() ? 0 : c % pixels * width;
      double scale = network.readOutScale() * factor[c / pixels];
      for (int i = 0; i < width; i++) {
        above[c][i] = scale * parameters.readOut()[offset + i];
      }
    }
    for (int l = network.depth() - 1; l >= 0; l--) {
      deltas[l] = above;
      for (int c = 0; c < above.length; c++) {
        for (int i = 0; i < width; i++) {
          above[c][i] *= network.unit().slope(before[l][c][i], after[l][c][i]);
        }
      }
      if (l > 0) {
        above = below(l, above);
      }
    }
    return deltas;
  }

  private double[][] below(int layer, double[][] delta) {
    int taps = network.form().taps();
    int pixels = network.pixels();
    int width = network.width();
    double scale = network.scale(layer);
    double[][] matrix = parameters.matrices()[layer];
    double[][] result = new double[delta.length][width];
    double[] window = new double[taps * width];
    for (int c = 0; c < delta.length; c++) {
      Arrays.fill(window, 0);
      for (int i = 0; i < width; i++) {
        double d = scale * delta[c][i];
        if (d != 0) {
          double[] row = matrix[i];
          for (int j = 0; j < row.length; j++) {
            window[j] += d * row[j];
          }
        }
      }
      int first = c - c % pixels;
      for (int tap = 0; tap < taps; tap++) {
        double[] target = result[first + Math.floorMod(c - first + tap - taps / 2, pixels)];
        for (int j = 0; j < width; j++) {
          target[j] += window[tap * width + j];
        }
      }
    }
    return result;
  }
}
