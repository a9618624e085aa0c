package dev.zonal.cli.plot;

import dev.zonal.arithmetic.Certification;
import dev.zonal.cli.option.KernelList;
import dev.zonal.cli.option.ScaleOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.report.figure.Figure;
import dev.zonal.report.plot.ShapeFigure;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kernels against the angle. */
@Command(
    name = "shape",
    description = "Kernels against the angle between two points, dense where they bend.",
    footer = {
      "  zonal plot shape fcntk:L=1 fcntk:L=10 resntk:L=10,alpha=1/10 --output shape.svg",
      "  zonal plot shape fcntk:L=10 --laplace --output matching.svg"
    })
final class PlotShapeCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private KernelList kernels;

  @Mixin private ScaleOption scale;

  @Option(
      names = "--laplace",
      description =
          "Beside each kernel, dashed, the Laplace kernel with the same slope at angle 0, rounded to"
              + " 5 digits.")
  private boolean besideLaplace;

  @Mixin private FigureOutput output;

  @Mixin private TimeLimit limit;

  PlotShapeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    output.check();
    output.write(figure(), streams);
    return ExitCode.DONE;
  }

  private Figure figure() {
    if (!besideLaplace) {
      return ShapeFigure.of(kernels.kernels(), scale.scale());
    }
    if (scale.scale() != Scale.UNIT) {
      throw new UsageException("--laplace is about normalised kernels, and so is --scale unit");
    }
    Certification<Figure> figure = ShapeFigure.besideLaplace(kernels.kernels());
    return figure.value().orElseThrow(() -> new UsageException(figure.refusal().get()));
  }
}
