package dev.zonal.lab.network;

import dev.zonal.context.Context;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.lab.weight.KernelKind;
import dev.zonal.lab.weight.Weights;
import java.util.List;

/** Kernels of many networks of one kind between the first of some inputs and every one of them. */
public final class KernelSample {
  private final List<Draw> draws;

  /** The kernels of one network, by input. */
  private static final class Draw {
    private final double[] nngp;
    private final double[] ntk;

    Draw(EmpiricalKernels kernels) {
      this.nngp = kernels.nngp()[0];
      this.ntk = kernels.ntk()[0];
    }

    double at(KernelKind kind, int input) {
      return kind == KernelKind.NNGP ? nngp[input] : ntk[input];
    }
  }

  private KernelSample(List<Draw> draws) {
    this.draws = draws;
  }

  /**
   * Draws the networks, on all cores.
   *
   * @param count of networks, at least 2
   * @param seed of everything that is drawn; what is drawn for one width is independent of what is
   *     drawn for another, and of the law of the weights
   * @param columns the pixels of all inputs, input by input
   */
  public static KernelSample of(
      Architecture network,
      Weights laws,
      Filter filter,
      int count,
      long seed,
      Context context,
      double[]... columns) {
    long law = 2 * laws.hidden().number() + laws.readout().number();
    return new KernelSample(
        Replicates.of(
            count,
            i -> {
              Parameters drawn =
                  Parameters.draw(network, laws, filter, seed, network.width(), law, i);
              return new Draw(EmpiricalKernels.of(network, drawn, columns));
            },
            context));
  }

  /** The mean of a kernel between the first input and another. */
  public SampleMean mean(KernelKind kind, int input) {
    return SampleMean.of(draws, draw -> draw.at(kind, input));
  }

  /** The mean of the square of its distance from a number. */
  public SampleMean square(KernelKind kind, int input, double from) {
    return SampleMean.of(
        draws,
        draw -> {
          double deviation = draw.at(kind, input) - from;
          return deviation * deviation;
        });
  }
}
