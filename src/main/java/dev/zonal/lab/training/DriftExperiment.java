package dev.zonal.lab.training;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.context.Context;
import dev.zonal.lab.network.Architecture;
import dev.zonal.lab.network.EmpiricalKernels;
import dev.zonal.lab.network.GradientDescent;
import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.network.Parameters;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.weight.Weights;
import dev.zonal.lab.width.WidthLaws;
import java.util.List;

/**
 * How far the tangent kernel of a network is from its limit, and how far it moves in training, in
 * relative Frobenius norms: f less its first values is trained to smooth labels.
 *
 * @param family the networks
 * @param rate of gradient descent
 * @param steps of it
 * @param nets of each width and initialisation, at least 2
 * @param seed of all that is drawn
 */
public record DriftExperiment(NetworkFamily family, double rate, int steps, int nets, long seed) {
  private static final int BITS = 80;

  /**
   * What became of the networks of one kind.
   *
   * @param distance of the kernel from its limit before training
   * @param drift its distance from there after training
   * @param loss after training
   */
  public record Row(
      Initialisation hidden, int width, SampleMean distance, SampleMean drift, SampleMean loss) {
    /** Whether all losses are numbers. */
    public boolean isFinite() {
      return Double.isFinite(loss.mean()) && Double.isFinite(drift.mean());
    }
  }

  private record Run(double distance, double drift, double loss) {}

  /** Trains the networks of one kind. */
  public Row row(Initialisation hidden, int width, Context context) {
    SineData data = SineData.smooth();
    double[][] limit = limit(data);
    Architecture network = family.network(width);
    Weights laws = new Weights(hidden, family.readout());
    List<Run> runs =
        Replicates.of(
            nets,
            i -> {
              long law = hidden.number();
              Parameters drawn = Parameters.draw(network, laws, Filter.TAPS, seed, width, law, i);
              double[][] first = EmpiricalKernels.of(network, drawn, data.inputs()).ntk();
              GradientDescent descent =
                  new GradientDescent(network, drawn, data.inputs(), data.targets(), rate)
                      .centred();
              for (int step = 0; step < steps; step++) {
                context.check();
                descent.step();
              }
              double[][] last = EmpiricalKernels.of(network, drawn, data.inputs()).ntk();
              return new Run(distance(first, limit), distance(last, first), descent.loss());
            },
            context);
    return new Row(
        hidden,
        width,
        SampleMean.of(runs, Run::distance),
        SampleMean.of(runs, Run::drift),
        SampleMean.of(runs, Run::loss));
  }

  private double[][] limit(SineData data) {
    WidthLaws laws = family.laws(Initialisation.GAUSSIAN);
    BallArithmetic over = BallArithmetic.ofBits(BITS);
    double[][] inputs = data.inputs();
    double[][] limit = new double[inputs.length][inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      for (int j = 0; j <= i; j++) {
        Rational u = i == j ? Rational.ONE : Rational.of(cosine(inputs[i], inputs[j]));
        limit[i][j] = laws.firstOrder(KernelKind.NTK, u).limit().enclosure().apply(over).toDouble();
        limit[j][i] = limit[i][j];
      }
    }
    return limit;
  }

  private static double cosine(double[] x, double[] z) {
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum += x[c] * z[c];
    }
    return sum / x.length;
  }

  /** |a - b|/|b|. */
  private static double distance(double[][] a, double[][] b) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        difference += (a[i][j] - b[i][j]) * (a[i][j] - b[i][j]);
        size += b[i][j] * b[i][j];
      }
    }
    return Math.sqrt(difference / size);
  }
}
