package dev.zonal.lab.network;

import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;
import java.util.Arrays;

/** The weights and biases of one network; training changes them in place. */
public final class Parameters {
  private final double[][][] matrices;
  private final double[][] biases;
  private final double[] readOut;
  private final double[] last;

  Parameters(double[][][] matrices, double[][] biases, double[] readOut, double[] last) {
    this.matrices = matrices;
    this.biases = biases;
    this.readOut = readOut;
    this.last = last;
  }

  /** How the weights of a filter are drawn. */
  public enum Filter {
    /** The matrices of the taps are independent. */
    TAPS,

    /** One matrix of all taps. */
    FLATTENED
  }

  /**
   * Draws the parameters of a network.
   *
   * @param path of the network in the seed
   */
  public static Parameters draw(
      Architecture network, Weights laws, Filter filter, long seed, long... path) {
    double[][][] matrices = new double[network.depth()][][];
    double[][] biases = new double[network.depth()][];
    for (int l = 0; l < network.depth(); l++) {
      RandomStream stream = RandomStream.of(seed, with(path, l));
      matrices[l] = layer(network, laws.hidden(), filter, l, stream);
      biases[l] = stream.gaussians(network.width());
    }
    RandomStream stream = RandomStream.of(seed, with(path, network.depth()));
    double[] readOut = stream.gaussians(network.readOutSize());
    if (laws.readout() == Initialisation.ORTHOGONAL) {
      double square = 0;
      for (double x : readOut) {
        square += x * x;
      }
      double stretch = Math.sqrt(readOut.length / square);
      for (int i = 0; i < readOut.length; i++) {
        readOut[i] *= stretch;
      }
    }
    return new Parameters(matrices, biases, readOut, stream.gaussians(1));
  }

  private static long[] with(long[] path, long layer) {
    long[] longer = Arrays.copyOf(path, path.length + 1);
    longer[path.length] = layer;
    return longer;
  }

  private static double[][] layer(
      Architecture network, Initialisation law, Filter filter, int l, RandomStream stream) {
    int width = network.width();
    int fanIn = network.fanIn(l);
    double[][] rows = new double[width][fanIn];
    if (law == Initialisation.GAUSSIAN) {
      for (double[] row : rows) {
        System.arraycopy(stream.gaussians(fanIn), 0, row, 0, fanIn);
      }
      return rows;
    }
    int blocks = filter == Filter.TAPS ? network.form().taps() : 1;
    int columns = fanIn / blocks;
    double length = Math.sqrt(Math.max(width, columns));
    for (int block = 0; block < blocks; block++) {
      double[][] q = HaarMatrix.draw(width, columns, stream);
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < columns; j++) {
          rows[i][block * columns + j] = length * q[i][j];
        }
      }
    }
    return rows;
  }

  /** Of the layers, by rows. */
  double[][][] matrices() {
    return matrices;
  }

  /** Of the layers. */
  double[][] biases() {
    return biases;
  }

  /** What v is, pixel by pixel. */
  double[] readOut() {
    return readOut;
  }

  /** The bias of the output, in an array of one. */
  double[] last() {
    return last;
  }
}
