package dev.zonal.lab.training;

import dev.zonal.context.Context;
import dev.zonal.lab.network.Architecture;
import dev.zonal.lab.network.GradientDescent;
import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.network.Parameters;
import dev.zonal.lab.network.Parameters.Filter;
import dev.zonal.lab.sample.Replicates;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.lab.weight.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How many steps of gradient descent a network needs to bring a loss down.
 *
 * @param width of all layers
 * @param nets of each kind, at least 2
 * @param most steps that are tried
 * @param seed of all that is drawn
 */
public record StepsExperiment(int width, int nets, int most, long seed) {
  /** Half the mean square of the residuals. */
  public static final double LOSS = 0.05;

  /**
   * What became of one network.
   *
   * @param steps until the loss was reached; empty if it was not
   * @param isDiverged whether it grew beyond all bounds
   */
  public record Run(OptionalInt steps, boolean isDiverged) {
    int orNever() {
      return steps.orElse(Integer.MAX_VALUE);
    }
  }

  /**
   * The networks of one kind, those that were quickest first.
   *
   * @param depth the number of hidden layers
   */
  public record Row(Initialisation hidden, int depth, double rate, List<Run> runs) {
    /** Of all runs, one that did not reach the loss being later than all that did. */
    public OptionalDouble median() {
      int half = runs.size() / 2;
      Run upper = runs.get(half);
      Run lower = runs.size() % 2 == 0 ? runs.get(half - 1) : upper;
      return upper.steps().isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of((lower.steps().getAsInt() + upper.steps().getAsInt()) / 2.0);
    }

    /** How many did not reach the loss. */
    public long failures() {
      return runs.stream().filter(run -> run.steps().isEmpty()).count();
    }

    /** How many of these diverged. */
    public long diverged() {
      return runs.stream().filter(Run::isDiverged).count();
    }

    /**
     * The rank sum of Wilcoxon, in its standard deviations if both rows had one law: positive if
     * this one is slower.
     */
    public double rankZ(Row other) {
      double sum = 0;
      for (Run mine : runs) {
        for (Run theirs : other.runs) {
          sum += Integer.signum(Integer.compare(mine.orNever(), theirs.orNever())) / 2.0;
        }
      }
      double product = (double) runs.size() * other.runs.size();
      return sum / Math.sqrt(product * (runs.size() + other.runs.size() + 1) / 12);
    }
  }

  /** Trains the networks of one kind. */
  public Row row(NetworkFamily family, Initialisation hidden, double rate, Context context) {
    SineData data = SineData.signs();
    Architecture network = family.network(width);
    Weights laws = new Weights(hidden, family.readout());
    List<Run> runs =
        Replicates.of(
            nets,
            i -> {
              long law = hidden.number();
              Parameters drawn =
                  Parameters.draw(network, laws, Filter.TAPS, seed, family.depth(), law, i);
              return run(
                  new GradientDescent(network, drawn, data.inputs(), data.targets(), rate),
                  context);
            },
            context);
    return new Row(
        hidden,
        family.depth(),
        rate,
        runs.stream().sorted(Comparator.comparingInt(Run::orNever)).toList());
  }

  private Run run(GradientDescent descent, Context context) {
    for (int step = 0; step <= most; step++) {
      context.check();
      double loss = descent.loss();
      if (!Double.isFinite(loss)) {
        return new Run(OptionalInt.empty(), true);
      }
      if (loss <= LOSS) {
        return new Run(OptionalInt.of(step), false);
      }
      descent.step();
    }
    return new Run(OptionalInt.empty(), false);
  }
}
