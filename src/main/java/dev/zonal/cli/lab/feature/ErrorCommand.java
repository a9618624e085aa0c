package dev.zonal.cli.lab.feature;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.lab.approximation.EffectiveDimension;
import dev.zonal.lab.approximation.ErrorExperiment;
import dev.zonal.lab.approximation.RegularisedMatrix;
import dev.zonal.lab.approximation.SufficientFeatures;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.lab.feature.KernelPolynomial;
import dev.zonal.report.lab.feature.FeatureErrorReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal lab features error}: spectral errors against the number of features. */
@Command(
    name = "error",
    description = {
      "How near the matrix of features comes to that of the kernel, K + lambda I, "
          + "against their number.",
      "The claims: fewer features than other maps need, and sampling by leverage "
          + "scores improves the spectral error (Zandieh et al. 2021). Beside them the "
          + "effective dimension, bounded by certified eigenvalues, and the Frobenius "
          + "error that the certified variances ask for."
    },
    footer = {
      "  zonal lab features error",
      "  zonal lab features error --dimension 10 --points 300 --features 2048 --repeats 5 --lambda 1,10",
      "",
      "The points are drawn uniformly on the sphere. eps is the least with (1 - eps)(K + lambda) <=",
      "F F^T + lambda <= (1 + eps)(K + lambda). For the methods see 'zonal help lab features sample'."
    },
    exitCodeList = {
      "0:the result was written",
      "1:internal failure",
      "2:bad usage or unwritable output",
      "4:the time was up"
    })
final class ErrorCommand implements Callable<Integer> {
  /** What the theorem is asked about. */
  private static final double ACCURACY = 0.5;

  private static final double RISK = 0.1;

  private final Streams streams;

  @Option(
      names = "--method",
      paramLabel = "LIST",
      defaultValue =
          "gaussian-exact,sphere-exact,orthogonal-exact,gaussian-srht,sphere-srht,gradient,"
              + "polynomial",
      converter = NumberLists.Methods.class,
      description = "Methods, separated by commas (default ${DEFAULT-VALUE}).")
  private List<FeatureMethod> methods;

  @Option(
      names = "--features",
      paramLabel = "LIST",
      defaultValue = "128,512,2048",
      converter = NumberLists.Sizes.class,
      description = "How many features there may be (default 128,512,2048).")
  private List<Integer> sizes;

  @Option(
      names = "--lambda",
      paramLabel = "LIST",
      defaultValue = "1",
      converter = NumberLists.Positive.class,
      description = "Numbers lambda above 0 (default 1).")
  private List<Rational> lambdas;

  @Option(
      names = "--dimension",
      paramLabel = "D",
      defaultValue = "5",
      converter = MomentsCommand.Dimension.class,
      description = "The points are on the unit sphere of R^D, D from 2 to 10000 (default 5).")
  private int dimension;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "40",
      converter = Count.class,
      description = "The number of points, 2 to 2000 (default 40).")
  private int points;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "1500",
      converter = Repeats.class,
      description = "How often features are drawn, 2 to 10^6 (default 1500).")
  private int repeats;

  @Mixin private PlanOptions plan;

  @Mixin private SeedOption seed;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  /** Of points, whose matrix is decomposed again and again. */
  static final class Count extends WholeNumber {
    Count() {
      super(2, 2000);
    }
  }

  /** Of draws. */
  static final class Repeats extends WholeNumber {
    Repeats() {
      super(2, 1_000_000);
    }
  }

  ErrorCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<FeaturePlan> plans = new ArrayList<>();
    for (FeatureMethod method : methods) {
      for (int size : sizes) {
        plans.add(plan.plan(method, size, dimension));
        PointVectors.requireMemory((long) size * points);
      }
    }
    try (Destination destination = output.open(streams)) {
      Context context = Context.current();
      List<Double> numbers = lambdas.stream().map(Rational::doubleValue).toList();
      ErrorExperiment experiment =
          ErrorExperiment.of(
              plan.depth(), dimension, points, numbers, seed.seed(), context.silent());
      List<FeatureErrorReport.Yardstick> yardsticks = yardsticks(experiment, context.silent());
      List<ErrorExperiment.Row> rows = new ArrayList<>();
      for (FeaturePlan each : plans) {
        rows.addAll(experiment.of(each, repeats, seed.seed(), context));
      }
      output.write(report().of(yardsticks, rows), destination);
      return ExitCode.DONE;
    }
  }

  private List<FeatureErrorReport.Yardstick> yardsticks(
      ErrorExperiment experiment, Context context) {
    EffectiveDimension effective = EffectiveDimension.of(plan.depth(), dimension);
    List<FeatureErrorReport.Yardstick> yardsticks = new ArrayList<>();
    for (int i = 0; i < lambdas.size(); i++) {
      double lambda = experiment.regularised().get(i).lambda();
      yardsticks.add(
          new FeatureErrorReport.Yardstick(
              lambdas.get(i),
              RegularisedMatrix.effectiveDimension(experiment.kernel(), lambda),
              effective.bound(points, lambdas.get(i), context),
              plan.depth() == 1
                  ? SufficientFeatures.of(experiment.points(), lambda, ACCURACY, RISK)
                  : Optional.empty()));
    }
    return yardsticks;
  }

  private FeatureErrorReport report() {
    Optional<FeatureErrorReport.Tail> tail =
        methods.contains(FeatureMethod.POLYNOMIAL)
            ? Optional.of(
                new FeatureErrorReport.Tail(
                    plan.degree(),
                    new KernelPolynomial(plan.depth(), plan.degree())
                        .tail(FeatureErrorReport.Tail.DIGITS)))
            : Optional.empty();
    return new FeatureErrorReport(plan.depth(), dimension, points, repeats, seed.seed(), tail);
  }
}
