package dev.zonal.cli.prove;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.option.WholeNumber;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.context.Context;
import dev.zonal.kernel.network.ResidualTangentKernel;
import dev.zonal.kernel.specification.KernelFamily;
import dev.zonal.report.proof.ShapeReport;
import dev.zonal.spectrum.Engine;
import dev.zonal.text.Quotation;
import dev.zonal.theorem.shape.LimitTable;
import dev.zonal.theorem.shape.Shape;
import dev.zonal.theorem.shape.ShapeLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zonal prove shape}. */
@Command(
    name = "shape",
    description =
        "Report how residual tangent kernels of ReLUs change with depth, every number "
            + "certified: the slope at coincidence, also beside that of the fully connected network "
            + "of the same depth, decay constants, distance to the kernel of one block or, where "
            + "all layers are trained, to the linear one, odd against even, limit kernel with the "
            + "distance to it.",
    footer = {
      "  zonal prove shape --family 'resntk:alpha=L^(-1/2)' --depth 1..1024:log",
      "  zonal prove shape --family resntk:alpha=1/2 --depth 1..10 --dimension 3",
      "  zonal prove shape --family resntk:train=all,sw2=1,alpha=1/10 --depth 1..10",
      "",
      "Depths are written as frequencies are (see 'zonal help spectrum'); ':log' alone doubles."
    },
    exitCodeList = {
      "0:every number is certified",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "4:some number could not be certified"
    })
final class ProveShapeCommand implements Callable<Integer> {
  private static final int MOST_DEPTHS = 1000;
  private static final long LARGEST_DEPTH = 1_000_000;

  private final Streams streams;
  private final Engine engine;

  @Option(
      names = "--family",
      required = true,
      paramLabel = "SPEC",
      description =
          "A residual tangent kernel without its depth, such as resntk:alpha=L^(-1/2), "
              + "or resntk:alpha2=2/L for alpha^2 L = 2.")
  private String family;

  @Option(
      names = "--depth",
      required = true,
      paramLabel = "LIST",
      description = "The depths L, 1 to 1000000, at most 1000 of them.")
  private String depths;

  @Option(
      names = "--dimension",
      defaultValue = "2",
      paramLabel = "D",
      converter = WholeNumber.Dimension.class,
      description = "The sphere is the unit sphere of R^D, D at least 2 (default 2).")
  private int dimension;

  @Mixin private OutputOptions.OfProof output;

  @Mixin private TimeLimit limit;

  ProveShapeCommand(Streams streams, Engine engine) {
    this.streams = streams;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    SortedSet<Long> all = depths();
    KernelFamily kernelFamily = family();
    List<ResidualTangentKernel> kernels =
        all.stream().map(depth -> kernel(kernelFamily, depth)).toList();
    try (Destination destination = output.open(streams)) {
      Optional<ShapeLimit> limit = ShapeLimit.of(kernelFamily);
      Optional<LimitTable> table = limit.flatMap(ShapeLimit::kernel).map(LimitTable::of);
      List<ShapeReport.Depth> rows = rows(kernels, table);
      output.write(ShapeReport.of(family, dimension, rows, limit, table), destination);
      boolean complete = rows.stream().allMatch(row -> row.shape().gap().isEmpty());
      return complete ? ExitCode.DONE : ExitCode.NOT_CERTIFIED;
    }
  }

  private List<ShapeReport.Depth> rows(
      List<ResidualTangentKernel> kernels, Optional<LimitTable> limit) {
    List<ShapeReport.Depth> rows = new ArrayList<>();
    for (ResidualTangentKernel kernel : kernels) {
      rows.add(
          new ShapeReport.Depth(
              Shape.of(kernel, dimension, engine, Context.current().silent()),
              limit.map(table -> table.distance(kernel))));
      Context.current().report(rows.size(), kernels.size());
    }
    return rows;
  }

  private SortedSet<Long> depths() {
    SortedSet<Long> all = PointList.frequencies(depths);
    if (all.first() < 1 || all.last() > LARGEST_DEPTH || all.size() > MOST_DEPTHS) {
      throw new UsageException(
          "--depth %s is not allowed, allowed are depths 1 to 1000000, at most 1000 of them"
              .formatted(Quotation.of(depths)));
    }
    return all;
  }

  private KernelFamily family() {
    String wrong =
        "--family %s is not allowed, allowed is resntk without L, such as resntk:alpha=L^(-1/2)"
            .formatted(Quotation.of(family));
    return KernelFamily.parse(family).orElseThrow(() -> new UsageException(wrong));
  }

  private static ResidualTangentKernel kernel(KernelFamily family, long depth) {
    ResidualTangentKernel kernel = family.kernel(depth);
    if (!kernel.recursion().isRectified()) {
      throw new UsageException("the shape is known for tau=0 and act=relu only");
    }
    return kernel;
  }
}
