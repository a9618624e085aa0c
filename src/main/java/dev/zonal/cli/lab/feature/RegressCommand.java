package dev.zonal.cli.lab.feature;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.data.InputFile;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.data.file.InputKind;
import dev.zonal.data.file.Points;
import dev.zonal.data.input.Vector;
import dev.zonal.lab.approximation.LimitKernel;
import dev.zonal.lab.feature.FeatureMap;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.lab.ridge.FeatureRidge;
import dev.zonal.lab.ridge.KernelRidge;
import dev.zonal.lab.ridge.Problem;
import dev.zonal.lab.ridge.Regression;
import dev.zonal.lab.ridge.RidgeRow;
import dev.zonal.lab.ridge.Target;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.feature.FeatureRegressionReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal lab features regress}: regression with features beside that with the kernel. */
@Command(
    name = "regress",
    description = {
      "Ridge regression with random features beside that with the kernel itself: "
          + "times and errors.",
      "The claim: learning in time linear in the number of points, tens of times "
          + "faster without loss (Zandieh et al. 2021). It is faster; that nothing is "
          + "lost is not so for every target."
    },
    footer = {
      "  zonal lab features regress",
      "  zonal lab features regress --target quadratic --count 2000,20000 --no-exact --features 1024",
      "  zonal lab features regress --points train.csv --targets y.csv --at test.csv --at-targets z.csv",
      "",
      "Without files the points are drawn uniformly on the sphere, and the values are those of a sum of",
      "twelve waves, or of a quadratic polynomial of three directions, with a noise of a tenth; the",
      "answers of the test have none. The same seed repeats everything but the times (--no-times leaves them",
      "out). For the methods see 'zonal help lab features sample'."
    },
    exitCodeList = {
      "0:the result was written",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:the time was up"
    })
final class RegressCommand implements Callable<Integer> {
  /** As many points as the kernel itself is tried on. */
  private static final int MOST_EXACT = 8000;

  /** As many as features are. */
  private static final int MOST_POINTS = 20_000;

  private final Streams streams;

  @Option(
      names = "--points",
      paramLabel = "FILE",
      description = "The points to learn from, as those of 'zonal gram' (default: drawn).")
  private String points;

  @Option(
      names = "--targets",
      paramLabel = "FILE",
      description = "The values at the points of --points, one a line.")
  private String targets;

  @Option(names = "--at", paramLabel = "FILE", description = "The points of the test.")
  private String tests;

  @Option(
      names = "--at-targets",
      paramLabel = "FILE",
      description = "The values at the points of --at, one a line.")
  private String answers;

  @Option(
      names = "--target",
      paramLabel = "waves|quadratic",
      defaultValue = "waves",
      completionCandidates = Targets.class,
      description = "What is learned without files (default waves).")
  private Target target;

  @Option(
      names = "--dimension",
      paramLabel = "D",
      defaultValue = "10",
      converter = MomentsCommand.Dimension.class,
      description = "Of the space of points that are drawn, 2 to 10000 (default 10).")
  private int dimension;

  @Option(
      names = "--count",
      paramLabel = "LIST",
      defaultValue = "500,1000,2000",
      converter = NumberLists.Counts.class,
      description = "How many points are drawn, each 2 to 20000 (default 500,1000,2000).")
  private List<Integer> counts;

  @Option(
      names = "--tests",
      paramLabel = "N",
      defaultValue = "1000",
      converter = Tests.class,
      description = "How many points of the test are drawn, 2 to 20000 (default 1000).")
  private int testCount;

  @Option(
      names = "--method",
      paramLabel = "LIST",
      defaultValue = "sphere-exact",
      converter = NumberLists.Methods.class,
      description = "Methods of features, separated by commas (default sphere-exact).")
  private List<FeatureMethod> methods;

  @Option(
      names = "--features",
      paramLabel = "LIST",
      defaultValue = "256,1024",
      converter = NumberLists.Sizes.class,
      description = "How many features there may be (default 256,1024).")
  private List<Integer> sizes;

  @Option(
      names = "--ridge",
      paramLabel = "LAMBDA",
      defaultValue = "1/20",
      converter = NumberLists.Positive.class,
      description = "lambda, above 0 (default 1/20).")
  private List<Rational> ridge;

  @Option(names = "--no-exact", description = "Leave out the kernel itself.")
  private boolean withoutExact;

  @Option(names = "--no-times", description = "Leave out the times, which no seed repeats.")
  private boolean withoutTimes;

  @Mixin private PlanOptions plan;

  @Mixin private SeedOption seed;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  /** What a shell may complete to. */
  static final class Targets extends Choice.Names {
    Targets() {
      super(Target.values());
    }
  }

  /** Of points of the test. */
  static final class Tests extends WholeNumber {
    Tests() {
      super(2, MOST_POINTS);
    }
  }

  RegressCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (ridge.size() > 1) {
      throw new UsageException("--ridge is one number");
    }
    boolean synthetic = isSynthetic();
    int most = synthetic ? counts.stream().mapToInt(n -> n).max().orElseThrow() : MOST_POINTS;
    Problem whole =
        synthetic ? Problem.of(target, dimension, most, testCount, seed.seed()) : ofFiles();
    List<Integer> all = synthetic ? counts : List.of(whole.points().size());
    List<FeaturePlan> plans = plans(whole.points().get(0).length);
    all.forEach(n -> requireExact(n, whole.tests().size()));
    String[] inputs =
        Stream.of(points, targets, tests, answers).filter(x -> x != null).toArray(String[]::new);
    try (Destination destination = output.openBeside(streams, inputs)) {
      List<RidgeRow> rows = new ArrayList<>();
      for (int n : all) {
        rows.addAll(rows(whole.first(n), plans, Context.current()));
      }
      FeatureRegressionReport report =
          new FeatureRegressionReport(
              plan.depth(),
              synthetic
                  ? "%s on the sphere of R^%d, noise 1/10".formatted(Words.of(target), dimension)
                  : "files",
              ridge.get(0).toString(),
              whole.tests().size(),
              seed.seed(),
              !withoutTimes);
      output.write(report.of(rows), destination);
      return ExitCode.DONE;
    }
  }

  private boolean isSynthetic() {
    long given = Stream.of(points, targets, tests, answers).filter(x -> x != null).count();
    if (given != 0 && given != 4) {
      throw new UsageException(
          "--points, --targets, --at and --at-targets go together: give all of them or none");
    }
    return given == 0;
  }

  private Problem ofFiles() {
    Points<Vector> learn = InputFile.open(points).points(InputKind.VECTORS);
    Points<Vector> test = InputFile.open(tests).points(InputKind.VECTORS);
    InputKind.VECTORS.requireAlike(learn, test);
    if (learn.count() > MOST_POINTS || test.count() > MOST_POINTS) {
      throw new UsageException(
          "%d and %d points, and %d is the most"
              .formatted(learn.count(), test.count(), MOST_POINTS));
    }
    double[] values = values(targets, learn.count());
    double[] known = values(answers, test.count());
    if (Arrays.stream(known).distinct().count() < 2) {
      throw new UsageException("--at-targets: all of them are equal, nothing can be told");
    }
    return new Problem(PointVectors.of(learn), values, PointVectors.of(test), known);
  }

  private static double[] values(String file, int count) {
    Points<Vector> read = InputFile.open(file).points(InputKind.TARGETS);
    if (read.count() != count || read.inputs().get(0).dimension() != 1) {
      throw new UsageException(
          "%s has %d values of %d targets, and there are %d points of one"
              .formatted(read.file(), read.count(), read.inputs().get(0).dimension(), count));
    }
    return PointVectors.of(read).stream().mapToDouble(value -> value[0]).toArray();
  }

  private List<FeaturePlan> plans(int dimensions) {
    List<FeaturePlan> plans = new ArrayList<>();
    for (FeatureMethod method : methods) {
      for (int size : sizes) {
        PointVectors.requireMemory(2L * size * size);
        plans.add(plan.plan(method, size, dimensions));
      }
    }
    return plans;
  }

  /** Only what is not refused is begun. */
  private void requireExact(int count, int testing) {
    if (withoutExact) {
      return;
    }
    if (count > MOST_EXACT) {
      throw new UsageException(
          "%d points are too many for the kernel itself, of which %d is the most; --no-exact leaves it"
                  .formatted(count, MOST_EXACT)
              + " out");
    }
    PointVectors.requireMemory(2L * count * count + (long) count * testing);
  }

  @SuppressWarnings("EnumOrdinal")
  private List<RidgeRow> rows(Problem problem, List<FeaturePlan> plans, Context context) {
    double lambda = ridge.get(0).doubleValue();
    List<RidgeRow> rows = new ArrayList<>();
    int count = problem.points().size();
    if (!withoutExact) {
      Regression exact =
          new KernelRidge(new LimitKernel(plan.depth()), lambda).of(problem, context);
      rows.add(row(problem, Optional.empty(), 0, exact));
    }
    for (FeaturePlan each : plans) {
      RandomStream stream =
          RandomStream.of(seed.seed(), each.method().ordinal(), each.size(), count);
      FeatureMap map = each.of(problem.points().get(0).length).draw(stream);
      Regression found = new FeatureRidge(map, lambda).of(problem, context);
      rows.add(row(problem, Optional.of(each.method()), map.dimension(), found));
    }
    return rows;
  }

  private static RidgeRow row(
      Problem problem, Optional<FeatureMethod> method, int features, Regression found) {
    return new RidgeRow(
        problem.points().size(),
        method,
        features,
        found.seconds(),
        problem.score(found.predictions()));
  }
}
