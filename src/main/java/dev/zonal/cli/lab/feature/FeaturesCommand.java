package dev.zonal.cli.lab.feature;

import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.Subcommand;
import dev.zonal.cli.terminal.UsageException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code zonal lab features}: random features of tangent kernels beside the kernels. */
@Command(
    name = "features",
    synopsisSubcommandLabel = "QUESTION",
    description =
        "Random features and sketches of tangent kernels (Han et al. 2021, Zandieh et "
            + "al. 2021): vectors whose inner products estimate a kernel, so that "
            + "regression takes time linear in the number of points.",
    commandListHeading = "%nQuestions:%n",
    footer = {
      "  zonal lab features moments --at 1/3 --digits 50",
      "  zonal lab features sketches --size 64",
      "  zonal lab features error --dimension 10",
      "  zonal lab features spectrum --directions orthogonal",
      "  zonal lab features regress",
      "  zonal lab features sample --points points.csv --output features.npy"
    })
public final class FeaturesCommand implements Runnable {
  private FeaturesCommand() {}

  /** With all questions. */
  public static CommandLine of(Streams streams, List<String> words) {
    return Subcommand.add(
        new CommandLine(new FeaturesCommand()),
        List.of(
            Subcommand.of("moments", () -> new MomentsCommand(streams)),
            Subcommand.of("sketches", () -> new SketchesCommand(streams)),
            Subcommand.of("error", () -> new ErrorCommand(streams)),
            Subcommand.of("spectrum", () -> new SpectrumCommand(streams)),
            Subcommand.of("regress", () -> new RegressCommand(streams)),
            Subcommand.of("sample", () -> new SampleCommand(streams))),
        words);
  }

  /** Without a question there is nothing to do. */
  @Override
  public void run() {
    throw new UsageException(
        "no question given; see 'zonal lab features --help' for the questions");
  }
}
