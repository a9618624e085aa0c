package dev.zonal.cli.plot;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.Subcommand;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.spectrum.Engine;
import java.util.List;
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
  public static CommandLine of(Streams streams, Engine engine, List<String> words) {
    return Subcommand.add(
        new CommandLine(new PlotCommand()),
        List.of(
            Subcommand.of("decay", () -> new PlotDecayCommand.OfEigenvalues(streams, engine)),
            Subcommand.of("scaled", () -> new PlotDecayCommand.Scaled(streams, engine)),
            Subcommand.of("shape", () -> new PlotShapeCommand(streams)),
            Subcommand.of("quotient", () -> new PlotQuotientCommand(streams, engine)),
            Subcommand.of("imbalance", () -> new PlotImbalanceCommand(streams, engine)),
            Subcommand.of("gram", () -> new PlotGramCommand(streams)),
            Subcommand.of("table", () -> new PlotTableCommand(streams))),
        words);
  }

  /** Without a figure there is nothing to draw. */
  @Override
  public void run() {
    throw new UsageException("no figure given; see 'zonal plot --help' for the figures");
  }
}
