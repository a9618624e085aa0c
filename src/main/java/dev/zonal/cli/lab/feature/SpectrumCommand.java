package dev.zonal.cli.lab.feature;

import dev.zonal.arithmetic.UncertifiedException;
import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.lab.approximation.FeatureSpectrum;
import dev.zonal.lab.feature.Directions;
import dev.zonal.report.lab.feature.FeatureSpectrumReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal lab features spectrum}: the spectrum of ramps, without points. */
@Command(
    name = "spectrum",
    description = {
      "The eigenvalues on the sphere of the kernel that M ramps make, in clusters "
          + "beside the certified ones of kappa_1. No points are drawn: by a theorem they "
          + "are the eigenvalues of the matrix of the weight vectors, kappa_1(W W^T)/M, "
          + "so that the result is certain but for roundings, given the seed.",
      "The claim: the features have the spectrum of the kernel."
    },
    footer = {
      "  zonal lab features spectrum",
      "  zonal lab features spectrum --directions orthogonal --ramps 3000 --seed 5",
      "",
      "Each frequency k has a cluster of as many eigenvalues as there are harmonics; those of the odd k",
      "from 3 on are zero. rest: the sum of the eigenvalues beyond the last whole cluster."
    },
    exitCodeList = {
      "0:the result was written",
      "1:internal failure",
      "2:bad usage or unwritable output",
      "4:an eigenvalue of the kernel was not certified, or the time was up"
    })
final class SpectrumCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(
      names = "--directions",
      paramLabel = "gaussian|sphere|orthogonal",
      defaultValue = "sphere",
      completionCandidates = Laws.class,
      description = "The law of the weight vectors (default sphere).")
  private Directions law;

  @Option(
      names = "--ramps",
      paramLabel = "M",
      defaultValue = "600",
      converter = Count.class,
      description = "The number of ramps, 2 to 3000 (default 600); the time grows as its cube.")
  private int ramps;

  @Option(
      names = "--dimension",
      paramLabel = "D",
      defaultValue = "3",
      converter = MomentsCommand.Dimension.class,
      description = "The sphere is the unit sphere of R^D, D from 2 to 10000 (default 3).")
  private int dimension;

  @Mixin private SeedOption seed;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  /** What a shell may complete to. */
  static final class Laws extends Choice.Names {
    Laws() {
      super(Directions.values());
    }
  }

  /** Of ramps, whose matrix is decomposed. */
  static final class Count extends WholeNumber {
    Count() {
      super(2, 3000);
    }
  }

  SpectrumCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws UncertifiedException {
    // The matrix, and what its decomposition makes of it.
    PointVectors.requireMemory(4L * ramps * ramps);
    try (Destination destination = output.open(streams)) {
      FeatureSpectrum spectrum =
          FeatureSpectrum.of(law, ramps, dimension, seed.seed(), Context.current()).orElseThrow();
      FeatureSpectrumReport report = new FeatureSpectrumReport(law, ramps, dimension, seed.seed());
      output.write(report.of(spectrum), destination);
      return ExitCode.DONE;
    }
  }
}
