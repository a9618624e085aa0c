package dev.zonal.cli.store;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.Subcommand;
import dev.zonal.cli.terminal.UsageException;
import dev.zonal.grid.EigenvalueGrid;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code zonal store}: what can be done with a file of numbers. */
@Command(
    name = "store",
    synopsisSubcommandLabel = "ACTION",
    description = {
      "See, check and print what --store keeps: a file of certified numbers that runs share.",
      "They may run beside one another or one after another. 'zonal spectrum' and 'zonal kernel' fill it."
    },
    commandListHeading = "%nActions:%n",
    footer = {
      "  zonal spectrum fcntk:L=2 --dimension 3 --k 0..2000 --store numbers.db --output table.csv",
      "  zonal store list numbers.db",
      "  zonal store verify numbers.db --sample 50",
      "  zonal store export numbers.db --format latex"
    })
public final class StoreCommand implements Runnable {
  private StoreCommand() {}

  /**
   * With all actions.
   *
   * @param eigenvalues what computes eigenvalues again
   */
  public static CommandLine of(
      Streams streams, EigenvalueGrid.Source eigenvalues, List<String> words) {
    return Subcommand.add(
        new CommandLine(new StoreCommand()),
        List.of(
            Subcommand.of("list", () -> new StoreListCommand(streams)),
            Subcommand.of("verify", () -> new StoreVerifyCommand(streams, eigenvalues)),
            Subcommand.of("export", () -> new StoreExportCommand(streams))),
        words);
  }

  /** Without an action there is nothing to do. */
  @Override
  public void run() {
    throw new UsageException("no action given; see 'zonal store --help' for the actions");
  }
}
