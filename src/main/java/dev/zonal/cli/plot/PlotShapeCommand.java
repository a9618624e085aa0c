package dev.zonal.cli.plot;

import dev.zonal.cli.option.KernelList;
import dev.zonal.cli.option.ScaleOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.report.plot.ShapeFigure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Kernels against the angle. */
@Command(
    name = "shape",
    description = "Kernels against the angle between two points, dense where they bend.",
    footer = "  zonal plot shape fcntk:L=1 fcntk:L=10 resntk:L=10,alpha=1/10 --output shape.svg")
final class PlotShapeCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private KernelList kernels;

  @Mixin private ScaleOption scale;

  @Mixin private FigureOutput output;

  @Mixin private TimeLimit limit;

  PlotShapeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    output.check();
    output.write(ShapeFigure.of(kernels.kernels(), scale.scale()), streams);
    return ExitCode.DONE;
  }
}
