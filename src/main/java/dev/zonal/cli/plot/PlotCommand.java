package dev.zonal.cli.plot;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.spectrum.Engine;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code zonal plot}: figures for papers. */
@Command(
    name = "plot",
    synopsisSubcommandLabel = "FIGURE",
    description = {
      "Draw a figure from certified numbers: SVG, PDF, PNG, or pgfplots with its "
          + "CSV for LaTeX.",
      "Points are rounded to doubles for drawing; what is dashed or shaded is " + "proved."
    },
    commandListHeading = "%nFigures:%n",
    footer = {
      "  zonal plot decay resntk:L=3,alpha=1/2 laplace:c=1 --dimension 3 --output decay.pdf",
      "  zonal plot shape fcntk:L=1 fcntk:L=10 resntk:L=10,alpha=1/10 --output shape.svg"
    })
public final class PlotCommand implements Runnable {
  private PlotCommand() {}

  /** With all figures. */
  public static CommandLine of(Streams streams, Engine engine) {
    return new CommandLine(new PlotCommand())
        .addSubcommand(new PlotDecayCommand.OfEigenvalues(streams, engine))
        .addSubcommand(new PlotDecayCommand.Scaled(streams, engine))
        .addSubcommand(new PlotShapeCommand(streams))
        .addSubcommand(new PlotQuotientCommand(streams, engine))
        .addSubcommand(new PlotImbalanceCommand(streams, engine))
        .addSubcommand(new PlotGramCommand(streams))
        .addSubcommand(new PlotTableCommand(streams));
  }

  /** Without a figure there is nothing to draw. */
  @Override
  public void run() {
    throw new UsageException("no figure given; see 'zonal plot --help' for the figures");
  }
}
