package dev.zonal.cli.lab;

import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.lab.network.NetworkFamily;
import dev.zonal.lab.network.Unit;
import dev.zonal.lab.training.DriftExperiment;
import dev.zonal.lab.training.SineData;
import dev.zonal.lab.training.StepsExperiment;
import dev.zonal.lab.weight.Initialisation;
import dev.zonal.report.lab.DriftReport;
import dev.zonal.report.lab.StepsReport;
import dev.zonal.text.Quotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Networks that are trained. */
public final class TrainingOptions {
  private static final double FASTEST = 1e6;

  /** What is measured. */
  public enum Subject {
    /** How far the tangent kernel moves. */
    DRIFT,

    /** How many steps a loss takes. */
    DEPTH
  }

  @Option(
      names = "--train",
      paramLabel = "drift|depth",
      completionCandidates = Subjects.class,
      description =
          "Train networks: how far the kernel moves, or how many steps it takes to reach a loss.")
  private Subject subject;

  @Option(
      names = "--rate",
      paramLabel = "LIST",
      description = "Rates of gradient descent (default 0.5 for drift, 0.1,0.3,1,3 for depth).")
  private String rates;

  @Option(
      names = "--steps",
      paramLabel = "N",
      converter = Steps.class,
      description = "Steps of training, for depth at the most (default 128 and 300).")
  private Integer steps;

  /** What a shell may complete to. */
  static final class Subjects extends Choice.Names {
    Subjects() {
      super(Subject.values());
    }
  }

  /** A number of steps. */
  static final class Steps extends WholeNumber {
    Steps() {
      super(1, 1_000_000);
    }
  }

  /**
   * Where networks are to be trained, what is found of them.
   *
   * @throws UsageException if an option for training is given without it
   */
  Optional<Experiment> experiment(NetworkOptions networks) {
    if (subject == null) {
      if (rates != null || steps != null) {
        throw new UsageException("--rate and --steps are for --train");
      }
      return Optional.empty();
    }
    return Optional.of(subject == Subject.DRIFT ? drift(networks) : depth(networks));
  }

  private Experiment drift(NetworkOptions networks) {
    NetworkFamily family =
        networks.family(
            Unit.ERF,
            NetworkOptions.single("--depth", networks.depths("3")),
            SineData.smooth().dimension(),
            new NetworkOptions.Variances("3/2", "1/10"));
    List<Double> all = rates("0.5");
    if (all.size() > 1) {
      throw new UsageException("--rate is one number here, not " + all.size());
    }
    DriftExperiment experiment =
        new DriftExperiment(
            family, all.get(0), steps == null ? 128 : steps, nets(networks, 20), networks.seed());
    List<Integer> widths = networks.widths("64,128,256");
    NetworkOptions.requireDrawable(Collections.max(widths));
    List<Supplier<DriftExperiment.Row>> rows = new ArrayList<>();
    for (Initialisation hidden : networks.hidden()) {
      for (int width : widths) {
        rows.add(() -> experiment.row(hidden, width, Context.current()));
      }
    }
    return missing -> new DriftReport(experiment).of(Experiment.rows(rows, missing));
  }

  private Experiment depth(NetworkOptions networks) {
    int width = NetworkOptions.single("--widths", networks.widths("64"));
    NetworkOptions.requireDrawable(width);
    StepsExperiment experiment =
        new StepsExperiment(
            width, nets(networks, 20), steps == null ? 300 : steps, networks.seed());
    List<NetworkFamily> families =
        networks.depths("8,64").stream().map(layers -> deep(networks, layers)).toList();
    List<Double> all = rates("0.1,0.3,1,3");
    List<Supplier<StepsExperiment.Row>> rows = new ArrayList<>();
    for (NetworkFamily family : families) {
      for (double rate : all) {
        for (Initialisation hidden : networks.hidden()) {
          rows.add(() -> experiment.row(family, hidden, rate, Context.current()));
        }
      }
    }
    return missing ->
        new StepsReport(experiment, families.get(0)).of(Experiment.rows(rows, missing));
  }

  private static NetworkFamily deep(NetworkOptions networks, int layers) {
    return networks.family(
        Unit.TANH,
        layers,
        SineData.signs().dimension(),
        new NetworkOptions.Variances("1.05", "0.0000201"));
  }

  private static int nets(NetworkOptions networks, int usual) {
    int count = networks.nets().orElse(usual);
    if (count == 0) {
      throw new UsageException("--nets 0: there is nothing to train");
    }
    return count;
  }

  private List<Double> rates(String usual) {
    return Stream.of((rates == null ? usual : rates).split(",", -1))
        .map(String::strip)
        .map(TrainingOptions::rate)
        .distinct()
        .toList();
  }

  private static double rate(String text) {
    double rate = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : 0;
    if (!(rate > 0) || rate > FASTEST) {
      throw new UsageException(
          "--rate: %s is not allowed, allowed are decimals above 0 such as 0.5"
              .formatted(Quotation.of(text)));
    }
    return rate;
  }
}
