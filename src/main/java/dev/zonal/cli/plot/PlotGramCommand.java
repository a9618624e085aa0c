package dev.zonal.cli.plot;

import dev.zonal.cli.data.PointsOption;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.Points;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.DataKernels;
import dev.zonal.data.gram.GramMatrix;
import dev.zonal.data.gram.GramSpectrum;
import dev.zonal.report.plot.GramFigure;
import dev.zonal.spectrum.SpectrumRequest.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Eigenvalues of Gram matrices. */
@Command(
    name = "gram",
    description =
        "The eigenvalues of the matrices of kernels between the points of a file, "
            + "certified; points are those of 'zonal gram'.",
    footer = "  zonal plot gram fcntk:L=1 fcntk:L=5 --points docs/data/plane.csv --output gram.svg")
final class PlotGramCommand implements Callable<Integer> {
  private static final int DIGITS = 8;

  private final Streams streams;

  @Parameters(
      arity = "1..*",
      paramLabel = "SPEC",
      description = "The kernels; see 'zonal kernels'.")
  private List<String> specifications;

  @Mixin private PointsOption points;

  @Option(names = "--on-sphere", description = "Divide each point by its norm first.")
  private boolean onSphere;

  @Mixin private FigureOutput output;

  @Mixin private TimeLimit limit;

  PlotGramCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    output.check();
    DataFile file = points.openForMatrix();
    List<DataKernel<?>> kernels = new ArrayList<>();
    specifications.forEach(text -> kernels.add(DataKernels.ALL.parse(text, Scale.UNIT, onSphere)));
    List<GramFigure.Spectrum> spectra = new ArrayList<>();
    kernels.forEach(kernel -> spectra.add(spectrum(kernel, file)));
    output.write(GramFigure.of(spectra, spectra.get(0).rows().size()), streams);
    return ExitCode.DONE;
  }

  private static <X> GramFigure.Spectrum spectrum(DataKernel<X> kernel, DataFile file) {
    Points<X> inputs = file.points(kernel.inputs());
    GramMatrix<X> matrix = new GramMatrix<>(inputs, kernel.kernel());
    return new GramFigure.Spectrum(kernel.specification(), GramSpectrum.of(matrix, DIGITS).all());
  }
}
