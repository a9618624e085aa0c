package dev.zonal.cli.store;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.report.StoreReport;
import dev.zonal.report.document.Origin;
import dev.zonal.store.Holding;
import dev.zonal.store.Store;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zonal store list}: what is in a store. */
@Command(
    name = "list",
    description =
        "List what numbers a store has: of which kernels, on which spheres, at which points, to how"
            + " many digits, and by which version of the program.",
    footer = {"  zonal store list numbers.db", "  zonal store list numbers.db --format json"},
    exitCodeList = {"0:done", "1:internal failure", "2:bad usage, no store, or unwritable output"})
final class StoreListCommand implements Runnable {
  private final Streams streams;

  @Parameters(paramLabel = "FILE", description = "The store.")
  private String file;

  @Mixin private OutputOptions.OfTable output;

  StoreListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    try (Destination destination = output.openBeside(streams, file);
        Store store = Store.read(file, Origin.thisProgram())) {
      List<Holding> holdings = Holding.of(store);
      output.write(StoreReport.of(holdings, store.bytes()), destination);
    }
  }
}
