package dev.zonal.lab.network;

/**
 * A network of L layers of n units on images of D pixels in a circle with C channels; of fully
 * connected layers where D and the taps are 1: h^1 = g_1 (r C)^(-1/2) W^1 P x + s_b b^1, h^(l+1) =
 * s_w (r n)^(-1/2) W^(l+1) P phi(h^l) + s_b b^(l+1), P the windows of r pixels, f = s_w (n
 * D)^(-1/2) sum of v_ia phi(h^L_ia) + s_b b (flatten) or s_w n^(-1/2)/D sum of v_i phi(h^L_ia) +
 * s_b b (gap).
 *
 * @param unit phi
 * @param depth L, at least 1
 * @param width n
 * @param form of the inputs
 * @param variances of weights and biases
 */
public record Architecture(Unit unit, int depth, int width, Form form, Variances variances) {
  /**
   * What the inputs are.
   *
   * @param channels C
   * @param pixels D
   * @param taps r, odd and at most D
   * @param isPooled whether the read-out takes the mean over the pixels (gap)
   */
  public record Form(int channels, int pixels, int taps, boolean isPooled) {
    public Form {
      if (taps < 1 || taps % 2 == 0 || taps > pixels) {
        throw new IllegalArgumentException("a window of " + taps + " of " + pixels + " pixels");
      }
    }

    /** Vectors. */
    public static Form ofVectors(int dimension) {
      return new Form(dimension, 1, 1, false);
    }
  }

  /**
   * The variances.
   *
   * @param first g_1^2
   * @param weights s_w^2
   * @param biases s_b^2
   */
  public record Variances(double first, double weights, double biases) {
    /** Those of one unit in which lengths are kept: 2 for ReLU and 1 for linear units. */
    public static Variances keepingLengths(Unit unit) {
      return new Variances(1, unit == Unit.RELU ? 2 : 1, 0);
    }
  }

  /** The number of columns that belong to one input. */
  int pixels() {
    return form.pixels();
  }

  /** How many numbers a unit of a layer sees. */
  int fanIn(int layer) {
    return form.taps() * (layer == 0 ? form.channels() : width);
  }

  /** What stands before the weights of a layer, from 0. */
  double scale(int layer) {
    double variance = layer == 0 ? variances.first() : variances.weights();
    return Math.sqrt(variance / fanIn(layer));
  }

  /** What stands before v. */
  double readOutScale() {
    double pixels = form.isPooled() ? (double) pixels() * pixels() : pixels();
    return Math.sqrt(variances.weights() / (width * pixels));
  }

  /** How many entries v has. */
  int readOutSize() {
    return form.isPooled() ? width : width * pixels();
  }
}
