package dev.zonal.cli.lab.feature;

import dev.zonal.arithmetic.Rational;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.lab.estimate.SketchRow;
import dev.zonal.report.lab.feature.SketchReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal lab features sketches}: sketches of given tensors, exactly and sampled. */
@Command(
    name = "sketches",
    description = {
      "Mean and variance of the inner product of two tensors a (x) b and a' (x) b' "
          + "as TensorSRHT and CountSketch estimate it: exactly, as rational numbers, and "
          + "beside them those of a sample.",
      "The claim: both sketches are unbiased, with a variance that falls as their " + "size grows."
    },
    footer = {
      "  zonal lab features sketches",
      "  zonal lab features sketches --left 1,2:3,-1/2 --right 1,0,1:0,1,1 --size 8",
      "",
      "--left has a and a', --right b and b', with a colon between the two vectors."
    },
    exitCodeList = {
      "0:the result was written",
      "1:internal failure",
      "2:bad usage or unwritable output",
      "4:the time was up"
    })
final class SketchesCommand implements Callable<Integer> {
  private final Streams streams;

  @Option(
      names = "--left",
      paramLabel = "A:A'",
      defaultValue = "1,2,3:2,1,1",
      converter = NumberLists.VectorPair.class,
      description = "Two vectors (default 1,2,3:2,1,1).")
  private List<List<Rational>> left;

  @Option(
      names = "--right",
      paramLabel = "B:B'",
      defaultValue = "1,-1/2:1/3,1",
      converter = NumberLists.VectorPair.class,
      description = "Two vectors, of that dimension or another (default 1,-1/2:1/3,1).")
  private List<List<Rational>> right;

  @Option(
      names = "--size",
      paramLabel = "S",
      defaultValue = "16",
      converter = MomentsCommand.Count.class,
      description = "The size of the sketches, 1 to 10000 (default 16).")
  private int size;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "1000000",
      converter = MomentsCommand.Samples.class,
      description = "How often each sketch is drawn, 0 to 10^7 (default 1000000).")
  private int samples;

  @Mixin private SeedOption seed;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  SketchesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (samples == 1) {
      throw new UsageException("--samples 1 has no standard error: 0, or 2 and more");
    }
    SketchRow.Tensors tensors = new SketchRow.Tensors(left, right);
    try (Destination destination = output.open(streams)) {
      List<SketchRow> rows = SketchRow.of(tensors, size, samples, seed.seed(), Context.current());
      output.write(new SketchReport(tensors, size, samples, seed.seed()).of(rows), destination);
      return ExitCode.DONE;
    }
  }
}
