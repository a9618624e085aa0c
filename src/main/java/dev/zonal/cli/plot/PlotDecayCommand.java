package dev.zonal.cli.plot;

import dev.zonal.cli.option.KernelList;
import dev.zonal.cli.option.SphereList;
import dev.zonal.cli.option.TimeLimit;
import dev.zonal.cli.point.PointList;
import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.context.Context;
import dev.zonal.grid.Block;
import dev.zonal.grid.EigenvalueGrid;
import dev.zonal.grid.Key;
import dev.zonal.report.plot.DecayFigure;
import dev.zonal.report.plot.DecayFigure.Quantity;
import dev.zonal.spectrum.Engine;
import dev.zonal.theorem.law.Asymptotics;
import dev.zonal.theorem.law.DecayLaw;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Eigenvalues against the frequency, with their laws. */
abstract class PlotDecayCommand implements Callable<Integer> {
  private static final int DIGITS = 12;

  private final Quantity quantity;
  private final Streams streams;
  private final Engine engine;

  @Mixin private KernelList kernels;

  @Mixin private SphereList spheres;

  @Option(
      names = "--k",
      paramLabel = "LIST",
      defaultValue = "1..1000:log=40:parity=both",
      description = "Frequencies (default 1..1000:log=40:parity=both).")
  private String frequencies;

  @Mixin private FigureOutput output;

  @Mixin private TimeLimit limit;

  PlotDecayCommand(Quantity quantity, Streams streams, Engine engine) {
    this.quantity = quantity;
    this.streams = streams;
    this.engine = engine;
  }

  /** eta_k. */
  @Command(
      name = "decay",
      description =
          "Eigenvalues against k on logarithmic axes: the certified power law C K^-E of "
              + "each parity dashed, and shaded what is proved of the eigenvalues from k0 on.",
      footer =
          "  zonal plot decay resntk:L=3,alpha=1/2 laplace:c=1 --dimension 3 --output decay.pdf")
  static final class OfEigenvalues extends PlotDecayCommand {
    OfEigenvalues(Streams streams, Engine engine) {
      super(Quantity.EIGENVALUE, streams, engine);
    }
  }

  /** K^E eta_k. */
  @Command(
      name = "scaled",
      description =
          "K^E eta_k against k, K = k + (d-2)/2 and E the exponent of the law: both "
              + "parities and their constants, with what is proved shaded.",
      footer = "  zonal plot scaled resntk:L=3,alpha=1/10 --dimension 3 --output scaled.svg")
  static final class Scaled extends PlotDecayCommand {
    Scaled(Streams streams, Engine engine) {
      super(Quantity.SCALED, streams, engine);
    }
  }

  @Override
  public Integer call() {
    output.check();
    EigenvalueGrid grid =
        EigenvalueGrid.of(
            kernels.kernels(), spheres.dimensions(), PointList.frequencies(frequencies), DIGITS);
    List<DecayFigure.Spectrum> spectra =
        grid.compute(engine::compute, Context.current()).stream()
            .map(block -> new DecayFigure.Spectrum(block, laws(block)))
            .toList();
    output.write(DecayFigure.of(quantity, spectra), streams);
    return ExitCode.DONE;
  }

  private List<DecayLaw> laws(Block<Key.Eigenvalue> block) {
    return DecayLaw.certified(
        Asymptotics.of(engine.spectrum(block.first().kernel(), block.first().dimension())));
  }
}
