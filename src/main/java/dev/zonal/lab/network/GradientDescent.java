package dev.zonal.lab.network;

/**
 * Full-batch gradient descent on (1/2N) sum (f(x_i) - y_i)^2 over all parameters of one network,
 * which it changes.
 */
public final class GradientDescent {
  private final Architecture network;
  private final Parameters parameters;
  private final double[][] columns;
  private final double[] targets;
  private final double rate;
  private Pass pass;

  /**
   * @param columns the pixels of all inputs, input by input
   * @param targets one for each input
   * @param rate of learning
   */
  public GradientDescent(
      Architecture network,
      Parameters parameters,
      double[][] columns,
      double[] targets,
      double rate) {
    this.network = network;
    this.parameters = parameters;
    this.columns = columns;
    this.targets = targets.clone();
    this.rate = rate;
    this.pass = Pass.of(network, parameters, columns);
  }

  /** Moves the targets so that f less what it is now is trained. */
  public GradientDescent centred() {
    double[] outputs = pass.outputs();
    for (int i = 0; i < targets.length; i++) {
      targets[i] += outputs[i];
    }
    return this;
  }

  /** What is minimised; infinite or no number where the training diverged. */
  public double loss() {
    double sum = 0;
    for (double r : residuals()) {
      sum += r * r;
    }
    return sum / (2 * targets.length);
  }

  private double[] residuals() {
    double[] outputs = pass.outputs();
    for (int i = 0; i < targets.length; i++) {
      outputs[i] -= targets[i];
    }
    return outputs;
  }

  /** One step. */
  public void step() {
    double[] factor = residuals();
    double total = 0;
    for (int i = 0; i < factor.length; i++) {
      factor[i] *= -rate / targets.length;
      total += factor[i];
    }
    double[][][] deltas = pass.backward(factor);
    double bias = Math.sqrt(network.variances().biases());
    for (int i = 0; i < factor.length; i++) {
      add(network.readOutScale() * factor[i], pass.features(i), parameters.readOut());
    }
    parameters.last()[0] += bias * total;
    for (int l = 0; l < network.depth(); l++) {
      double scale = network.scale(l);
      for (int c = 0; c < columns.length; c++) {
        double[] delta = deltas[l][c];
        add(bias, delta, parameters.biases()[l]);
        double[] window = pass.windows(l)[c];
        for (int i = 0; i < delta.length; i++) {
          if (delta[i] != 0) {
            add(scale * delta[i], window, parameters.matrices()[l][i]);
          }
        }
      }
    }
    pass = Pass.of(network, parameters, columns);
  }

  private static void add(double factor, double[] vector, double[] to) {
    for (int i = 0; i < vector.length; i++) {
      to[i] += factor * vector[i];
    }
  }
}
