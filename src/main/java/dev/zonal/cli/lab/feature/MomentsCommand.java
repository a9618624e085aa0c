package dev.zonal.cli.lab.feature;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.lab.estimate.FeatureCounts;
import dev.zonal.lab.estimate.MomentRow;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.feature.FeatureMomentReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal lab features moments}: means and variances, certified and sampled. */
@Command(
    name = "moments",
    description = {
      "Means, variances and biases of random features of two points on the sphere, "
          + "every digit proved, and beside them those of a sample.",
      "The claims: features of steps, ramps and their tensor are unbiased (Zandieh "
          + "et al. 2021), and sampling by leverage scores, which is sampling directions "
          + "uniformly, makes their second moment smaller by d/(d+2)."
    },
    footer = {
      "  zonal lab features moments",
      "  zonal lab features moments --at 1/3,-9/10 --dimension 100 --samples 0 --digits 50",
      "",
      "Estimates, of points with the cosine u between them: kappa0 by m0 steps sqrt(2/m0) [w.x > 0];",
      "kappa1-* by m1 ramps sqrt(2/m1) (w.x)_+; tangent-*: kappa_1 + u kappa_0 by both and the exact",
      "tensor product; gradient: the same by the gradient of a network of m1 neurons; deep-*:",
      "kappa_1(kappa_1(u)) by m1 ramps of m1 ramps, which is biased."
    },
    exitCodeList = {
      "0:every value was certified",
      "1:internal failure",
      "2:bad usage or unwritable output",
      "4:some values could not be certified; they are named on standard error"
    })
final class MomentsCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(
      names = "--at",
      paramLabel = "LIST",
      defaultValue = "-1/2,0,1/2,9/10",
      description = "Cosines u from -1 to 1, as in 'zonal kernel' (default -1/2,0,1/2,9/10).")
  private String cosines;

  @Option(
      names = "--dimension",
      paramLabel = "D",
      defaultValue = "5",
      converter = Dimension.class,
      description = "The points are on the unit sphere of R^D, D from 2 to 10000 (default 5).")
  private int dimension;

  @Option(
      names = "--ramps",
      paramLabel = "M1",
      defaultValue = "32",
      converter = Count.class,
      description = "The number of ramps, 1 to 10000 (default 32).")
  private int ramps;

  @Option(
      names = "--steps",
      paramLabel = "M0",
      defaultValue = "32",
      converter = Count.class,
      description = "The number of steps, 1 to 10000 (default 32).")
  private int steps;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "100000",
      converter = Samples.class,
      description = "How often each estimate is drawn, 0 to 10^7 (default 100000).")
  private int samples;

  @Mixin private SeedOption seed;

  @Mixin private DigitsOption precision;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  /** Of the space. */
  static final class Dimension extends WholeNumber {
    Dimension() {
      super(2, 10_000);
    }
  }

  /** Of features. */
  static final class Count extends WholeNumber {
    Count() {
      super(1, 10_000);
    }
  }

  /** How often something is drawn. */
  static final class Samples extends WholeNumber {
    Samples() {
      super(0, 10_000_000);
    }
  }

  MomentsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (samples == 1) {
      throw new UsageException("--samples 1 has no standard error: 0, or 2 and more");
    }
    List<Rational> at = PointList.cosines(cosines);
    FeatureCounts counts = new FeatureCounts(dimension, ramps, steps);
    try (Destination destination = output.open(streams)) {
      List<MomentRow> rows =
          MomentRow.of(counts, at, precision.digits(), samples, seed.seed(), Context.current());
      FeatureMomentReport report =
          new FeatureMomentReport(counts, precision.digits(), samples, seed.seed());
      output.write(report.of(rows), destination);
      return tellGaps(rows);
    }
  }

  private int tellGaps(List<MomentRow> rows) {
    List<MomentRow> gaps = rows.stream().filter(row -> !row.value().isCertified()).toList();
    for (MomentRow gap : gaps) {
      streams.tell(
          "%s of %s at u = %s not certified: %s"
              .formatted(
                  Words.of(gap.moment().statistic()),
                  Words.of(gap.moment().estimate()),
                  gap.u(),
                  gap.value().refusal().orElseThrow()));
    }
    return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
  }
}
