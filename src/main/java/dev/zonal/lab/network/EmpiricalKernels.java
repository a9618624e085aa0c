package dev.zonal.lab.network;

import java.util.Arrays;

/**
 * The kernels of one network between some inputs: of the features that v is multiplied by, and of
 * the gradients by all parameters.
 */
public final class EmpiricalKernels {
  private final double[][] nngp;
  private final double[][] ntk;

  private EmpiricalKernels(double[][] nngp, double[][] ntk) {
    this.nngp = nngp;
    this.ntk = ntk;
  }

  /** Between all inputs. */
  public static EmpiricalKernels of(
      Architecture network, Parameters parameters, double[]... columns) {
    Pass pass = Pass.of(network, parameters, columns);
    int count = pass.inputs();
    double bias = network.variances().biases();
    double scale = network.readOutScale();
    double[][] nngp = new double[count][count];
    double[][] ntk = new double[count][];
    for (int x = 0; x < count; x++) {
      double[] features = pass.features(x);
      for (int z = 0; z <= x; z++) {
        nngp[x][z] = scale * scale * Pass.dot(features, pass.features(z)) + bias;
        nngp[z][x] = nngp[x][z];
      }
    }
    for (int x = 0; x < count; x++) {
      ntk[x] = nngp[x].clone();
    }
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    double[][][] deltas = pass.backward(ones);
    for (int l = 0; l < network.depth(); l++) {
      addLayer(network, l, pass.windows(l), deltas[l], ntk);
    }
    return new EmpiricalKernels(nngp, ntk);
  }

  private static void addLayer(
      Architecture network, int layer, double[][] windows, double[][] deltas, double[][] ntk) {
    int pixels = network.pixels();
    double bias = network.variances().biases();
    double scale = network.scale(layer) * network.scale(layer);
    for (int a = 0; a < deltas.length; a++) {
      for (int b = 0; b < deltas.length; b++) {
        double seen = scale * Pass.dot(windows[a], windows[b]) + bias;
        ntk[a / pixels][b / pixels] += seen * Pass.dot(deltas[a], deltas[b]);
      }
    }
  }

  /** Of the features that v is multiplied by. */
  public double[][] nngp() {
    return nngp;
  }

  /** The tangent kernel. */
  public double[][] ntk() {
    return ntk;
  }
}
