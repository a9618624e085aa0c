package dev.zonal.lab.network;

import dev.zonal.arithmetic.Rational;
import dev.zonal.context.Context;
import dev.zonal.kernel.specification.KernelSpecification;
import dev.zonal.lab.network.Architecture.Form;
import dev.zonal.lab.network.Architecture.Variances;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;
import dev.zonal.lab.width.LimitLaws;
import dev.zonal.lab.width.LinearLaws;
import dev.zonal.lab.width.RectifiedLaws;
import dev.zonal.lab.width.WidthLaws;
import java.util.List;
import java.util.Locale;

/**
 * Fully connected networks of every width and initialisation that are alike in all else: their
 * laws, and samples of them.
 *
 * @param unit phi; ReLU and linear units keep lengths and have no biases
 * @param depth L, at least 1
 * @param inputs the dimension of the inputs, at least 2
 * @param readout the law of the last row
 * @param weights s_w^2 of smooth units
 * @param biases s_b^2 of smooth units
 */
public record NetworkFamily(
    Unit unit, int depth, int inputs, Initialisation readout, Rational weights, Rational biases) {
  /** What is proved of those with such weights. */
  public WidthLaws laws(Initialisation hidden) {
    Weights laws = new Weights(hidden, readout);
    return switch (unit) {
      case RELU -> new RectifiedLaws(laws, depth, inputs);
      case LINEAR -> new LinearLaws(laws, depth, inputs);
      case ERF, TANH ->
          new LimitLaws(
              KernelSpecification.parse("nngp:" + specification()),
              KernelSpecification.parse("ntk:" + specification()));
    };
  }

  private String specification() {
    return "act=%s,L=%s,sw2=%s,sb2=%s"
        .formatted(unit.name().toLowerCase(Locale.ROOT), depth, weights, biases);
  }

  /** The network of a width. */
  public Architecture network(int width) {
    Variances variances =
        unit.isHomogeneous()
            ? Variances.keepingLengths(unit)
            : new Variances(weights.doubleValue(), weights.doubleValue(), biases.doubleValue());
    return new Architecture(unit, depth, width, Form.ofVectors(inputs), variances);
  }

  /** Draws some; the first input of the sample has the cosine 1 with itself and the others u. */
  public KernelSample sample(
      Initialisation hidden, int width, int nets, long seed, List<Rational> cosines) {
    Variances variances =
        unit.isHomogeneous()
            ? Variances.keepingLengths(unit)
            : new Variances(weights.doubleValue(), weights.doubleValue(), biases.doubleValue());
    Architecture network = new Architecture(unit, depth, width, Form.ofVectors(inputs), variances);
    double[][] columns = new double[cosines.size() + 1][];
    columns[0] = input(Rational.ONE);
    for (int i = 0; i < cosines.size(); i++) {
      columns[i + 1] = input(cosines.get(i));
    }
    return KernelSample.of(
        network, new Weights(hidden, readout), Filter.TAPS, nets, seed, Context.current(), columns);
  }

  /** A vector whose square is the dimension. */
  private double[] input(Rational u) {
    double[] x = new double[inputs];
    double length = Math.sqrt(inputs);
    x[0] = length * u.doubleValue();
    x[1] = length * Math.sqrt(Rational.ONE.subtract(u.multiply(u)).doubleValue());
    return x;
  }
}
