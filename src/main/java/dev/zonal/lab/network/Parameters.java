package dev.zonal.lab.network;

import dev.zonal.lab.sample.RandomStream;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;
import java.util.Arrays;

/**
 * The weights and biases of one network; training changes them in place.
 *
 * @param matrices of the layers, by rows
 * @param biases of the layers
 * @param readOut v, pixel by pixel
 * @param last the bias of the output, in an array of one
 */
public record Parameters(
    double[][][] matrices, double[][] biases, double[] readOut, double[] last) {
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
}
