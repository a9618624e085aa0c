package dev.zonal.cli.lab;

import dev.zonal.cli.lab.feature.FeaturesCommand;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.Subcommand;
import dev.zonal.cli.terminal.UsageException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code zonal lab}: what happens before the width is infinite. */
@Command(
    name = "lab",
    synopsisSubcommandLabel = "EXPERIMENT",
    description =
        "Networks of finite width beside their limits: certified wherever a closed "
            + "form exists, in doubles, with its standard error, where a claim is "
            + "statistical.",
    commandListHeading = "%nExperiments:%n",
    footer = {"  zonal lab hierarchy docs/data/networks/one-layer.json --kernels 2..4"})
public final class LabCommand implements Runnable {
  private LabCommand() {}

  /** With all experiments. */
  public static CommandLine of(Streams streams, List<String> words) {
    return Subcommand.add(
        new CommandLine(new LabCommand()),
        List.of(
            Subcommand.of("width", () -> new WidthCommand(streams)),
            Subcommand.group("features", rest -> FeaturesCommand.of(streams, rest)),
            Subcommand.of("hierarchy", () -> new HierarchyCommand(streams))),
        words);
  }

  /** Without an experiment there is nothing to do. */
  @Override
  public void run() {
    throw new UsageException("no experiment given; see 'zonal lab --help' for the experiments");
  }
}
