package dev.zonal.cli.command;

import dev.zonal.cli.option.DigitsOption;
import dev.zonal.cli.option.KernelList;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.ScaleOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.store.StoreOption;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.grid.Block;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.grid.PowerSeriesBlock;
import dev.zonal.grid.PowerSeriesGrid;
import dev.zonal.grid.ValueGrid;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.Structure;
import dev.zonal.report.document.Format;
import dev.zonal.report.grid.GridReport;
import dev.zonal.report.grid.PowerSeriesReport;
import dev.zonal.store.StoredValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal kernel}: certified values of a kernel. */
@Command(
    name = "kernel",
    description = "Print values f(u) of a kernel, or its power series in u, every digit proved.",
    footer = {
      "  zonal kernel resntk:L=3,alpha=1/2 --at 0,1/2,-1/2 --digits 50",
      "  zonal kernel fcntk:L=2 --at 0.1 --scale paper --format json",
      "  zonal kernel fcntk:L=2 laplace:c=1 --at -1..1:points=9",
      "  zonal kernel fcntk:L=2 --series 40",
      "  zonal kernel sobolev:s=3/2 heat:t=1/10 --dimension 3 --at 1,0,-1",
      "",
      "Points: numbers (1/2, -0.25) and ranges, separated by commas; a range must carry",
      "  :step=1/4    steps of a fourth, from its first point on",
      "  :points=9    9 evenly spaced points, both ends included",
      "The result is in the order given."
    },
    exitCodeList = {
      "0:every value or coefficient was certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some could not be certified; they are named on standard error"
    })
public final class KernelCommand implements Callable<Integer> {
  /** How many coefficients may be asked for. */
  static final class Count extends WholeNumber {
    Count() {
      super(1, 10_000);
    }
  }

  private final Streams streams;

  @Mixin private KernelList kernels;

  @Option(
      names = "--at",
      paramLabel = "LIST",
      description =
          "Where: rational numbers from -1 to 1, such as 0,1/2,-1..1:step=1/4; see below.")
  private String points;

  @Option(
      names = "--series",
      paramLabel = "N",
      converter = Count.class,
      description =
          "The first N coefficients of f(u) = sum of b_n u^n, 1 to 10000, and where b_n >= 0 is"
              + " known the sum of the others, in place of values.")
  private Integer count;

  @Option(
      names = "--dimension",
      paramLabel = "D",
      converter = WholeNumber.Dimension.class,
      description =
          "For kernels that are given by their spectrum: the sphere is the unit sphere of R^D.")
  private Integer dimension;

  @Mixin private DigitsOption precision;

  @Mixin private ScaleOption scale;

  @Mixin private StoreOption store;

  @Mixin private OutputOptions.OfTable output;

  @Mixin private TimeLimit limit;

  public KernelCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if ((points == null) == (count == null)) {
      throw new UsageException(
          points == null
              ? "missing --at LIST for values or --series N for coefficients; see 'zonal kernel --help'"
              : "--at and --series exclude each other");
    }
    return count == null ? values() : series();
  }

  private int values() {
    List<Kernel> all = kernels.kernels();
    if (dimension == null) {
      all.forEach(KernelCommand::requireNoDimension);
    }
    ValueGrid grid =
        new ValueGrid(
            all,
            Optional.ofNullable(dimension),
            PointList.cosines(points),
            precision.digits(),
            scale.scale());
    try (Destination destination = store.openBeside(output, streams)) {
      List<Block<Key.Value>> blocks =
          store.around(
              ValueGrid::computed,
              StoredValues::new,
              (ValueGrid.Source source) -> write(grid, source, destination));
      List<Gap<Key.Value>> gaps = blocks.stream().flatMap(block -> block.gaps().stream()).toList();
      for (Gap<Key.Value> gap : gaps) {
        String which = blocks.size() == 1 ? "" : gap.key().kernel() + ", ";
        streams.tell(which + "u = " + gap.key().u() + " not certified: " + gap.reason());
      }
      return gaps.isEmpty() ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
    }
  }

  /** Computes and writes, row by row where rows are kept and the format allows it. */
  private List<Block<Key.Value>> write(
      ValueGrid grid, ValueGrid.Source source, Destination destination) {
    if (store.isGiven() && output.format() == Format.CSV) {
      List<Block<Key.Value>> blocks = new ArrayList<>();
      output.writeRows(
          GridReport.valueTable(grid.firsts()),
          destination,
          row -> blocks.addAll(grid.each(source, Context.current(), row)));
      return blocks;
    }
    List<Block<Key.Value>> blocks = grid.compute(source, Context.current());
    output.write(GridReport.ofValues(blocks), destination);
    return blocks;
  }

  private int series() {
    if (store.isGiven()) {
      throw new UsageException("--store keeps values, and no coefficients of --series");
    }
    List<Kernel> all = kernels.kernels();
    for (Kernel kernel : all) {
      if (kernel.structure() instanceof Structure.Spectral) {
        throw new UsageException(
            kernel + " is given by its spectrum: its power series in u is not computed");
      }
    }
    PowerSeriesGrid grid = new PowerSeriesGrid(all, count, precision.digits(), scale.scale());
    try (Destination destination = output.open(streams)) {
      List<PowerSeriesBlock> blocks = grid.compute(Context.current());
      output.write(PowerSeriesReport.of(blocks, count), destination);
      return Gaps.tell(
          streams,
          blocks.stream().map(PowerSeriesBlock::coefficients).toList(),
          key -> key.kernel().toString(),
          "n",
          Key.Coefficient::n,
          "coefficients");
    }
  }

  private static void requireNoDimension(Kernel kernel) {
    if (kernel.structure() instanceof Structure.Spectral) {
      throw new UsageException(
          "%s is given by its spectrum: its values need --dimension D".formatted(kernel));
    }
  }
}
