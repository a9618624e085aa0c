package dev.zonal.cli.prove;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.Subcommand;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.spectrum.Engine;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * {@code zonal prove}: statements about all eigenvalues at once. Their commands inherit the exit
 * codes.
 */
@Command(
    name = "prove",
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "STATEMENT",
    description =
        "Prove or refute a statement about the eigenvalues of a kernel at every frequency k at once:"
            + " by the tail theorem from some k0 on, and by enclosures below.",
    commandListHeading = "%nStatements:%n",
    footer = {
      "  zonal prove positivity resntk:L=3,alpha=1/2 --dimension 3",
      "  zonal prove positivity resntk:L=3,alpha=1/2 --all-dimensions",
      "  zonal prove semidefinite fcntk:L=1 --dimension 3",
      "  zonal prove decay fcntk:L=2 --dimension 10",
      "  zonal prove equivalence resntk:L=3,alpha=1/2 laplace:c=1 --dimension 3"
    },
    exitCodeList = {
      "0:proven",
      "1:internal failure",
      "2:bad usage, bad input or unwritable output",
      "3:refuted",
      "4:undecided"
    })
public final class ProveCommand implements Runnable {
  private ProveCommand() {}

  public static CommandLine of(Streams streams, Engine engine, List<String> words) {
    return Subcommand.add(
        new CommandLine(new ProveCommand()),
        List.of(
            Subcommand.of(
                "positivity", () -> new ProveSignCommand.PositivityCommand(streams, engine)),
            Subcommand.of(
                "semidefinite", () -> new ProveSignCommand.SemidefiniteCommand(streams, engine)),
            Subcommand.of("decay", () -> new ProveDecayCommand(streams, engine)),
            Subcommand.of("equivalence", () -> new ProveEquivalenceCommand(streams, engine)),
            Subcommand.of("crossover", () -> new ProveCrossoverCommand(streams, engine)),
            Subcommand.of("shape", () -> new ProveShapeCommand(streams, engine)),
            Subcommand.of("constants", () -> new ProveConstantsCommand(streams))),
        words);
  }

  /** Without a statement there is nothing to prove. */
  @Override
  public void run() {
    throw new UsageException("no statement given; see 'zonal prove --help' for the statements");
  }
}
