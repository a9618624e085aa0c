package dev.zonal.cli.command;

import dev.zonal.cli.option.OutputOptions;
import dev.zonal.cli.terminal.Destination;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.kernel.specification.Catalogue;
import dev.zonal.report.CatalogueReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code zonal kernels}: the catalogue. */
@Command(
    name = "kernels",
    description = "List the kernels with their formulas, parameters and sources.",
    footer = {"  zonal kernels", "  zonal kernels --format json --output kernels.json"},
    exitCodeList = {"0:done", "1:internal failure", "2:bad usage or unwritable output"})
public final class KernelsCommand implements Runnable {
  private final Streams streams;

  @Mixin private OutputOptions.OfTable output;

  public KernelsCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    try (Destination destination = output.open(streams)) {
      output.write(CatalogueReport.of(Catalogue.entries()), destination);
    }
  }
}
