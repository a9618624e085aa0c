package dev.zonal.cli.lab.feature;

import dev.zonal.cli.data.PointsOption;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.lab.feature.FeatureMap;
import dev.zonal.lab.feature.FeatureMatrix;
import dev.zonal.lab.feature.FeatureMethod;
import dev.zonal.lab.feature.FeaturePlan;
import dev.zonal.lab.sample.RandomStream;
import dev.zonal.report.lab.feature.FeatureSampleReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal lab features sample}: features of the points of a file. */
@Command(
    name = "sample",
    description =
        "Random features of the points of a file, for other programs: the inner "
            + "products of the rows estimate the tangent kernel, not normalised, of a ReLU "
            + "network of L hidden layers.",
    footer = {
      "  zonal lab features sample --points points.csv --features 1024 --output features.npy",
      "  zonal lab features sample --points points.csv --method polynomial --degree 8 --format csv",
      "",
      "Points are those of 'zonal gram'; the point 0 has the features 0. Methods: the weight vectors",
      "are gaussian, uniform on the sphere, or orthogonal; their tensor products exact, or sketched by",
      "TensorSRHT (srht) or CountSketch (count). gradient: the gradient of a network with one hidden",
      "layer. polynomial: sketches of the powers of u in the first terms of the kernel.",
      "The result has i,j,value for the point i and the feature j, from 1; .npy has a row for each",
      "point."
    },
    exitCodeList = {
      "0:the features were written",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:the time was up"
    })
final class SampleCommand implements Callable<Integer> {
  /** As many rows as a table has at the most. */
  private static final long MOST_ROWS = 1_000_000;

  private final Streams streams;

  @Mixin private PointsOption points;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "sphere-exact",
      completionCandidates = Methods.class,
      description = "One of ${COMPLETION-CANDIDATES} (default sphere-exact).")
  private FeatureMethod method;

  @Option(
      names = "--features",
      paramLabel = "M",
      defaultValue = "1024",
      converter = PlanOptions.Size.class,
      description = "How many features there may be, 2 to 2^20 (default 1024).")
  private int size;

  @Mixin private PlanOptions plan;

  @Mixin private SeedOption seed;

  @Mixin private OutputOptions.OfMatrix output;

  @Mixin private TimeLimit limit;

  /** What a shell may complete to. */
  static final class Methods extends Choice.Names {
    Methods() {
      super(FeatureMethod.values());
    }
  }

  SampleCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<double[]> vectors = PointVectors.of(points.open());
    int dimension = vectors.get(0).length;
    FeaturePlan features = plan.plan(method, size, dimension);
    requireSize(vectors.size());
    try (Destination destination = output.openBeside(streams, points.name())) {
      FeatureMap map = features.of(dimension).draw(RandomStream.of(seed.seed()));
      FeatureMatrix matrix = FeatureMatrix.of(map, vectors, Context.current());
      output.write(new FeatureSampleReport(features, seed.seed()).of(matrix), destination);
      return ExitCode.DONE;
    }
  }

  private void requireSize(long count) {
    if (!output.isArray() && count * size > MOST_ROWS) {
      throw new UsageException(
          "%d points of %d features are %d rows, and %d is the most; --format npy has no such limit"
              .formatted(count, size, count * size, MOST_ROWS));
    }
    PointVectors.requireMemory(count * size);
  }
}
