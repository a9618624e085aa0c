package dev.zonal.spark;

import dev.zonal.cli.Zonal;
import dev.zonal.cli.terminal.Streams;
import dev.zonal.cli.terminal.Subcommand;
import java.util.List;

/** What spark-submit runs: the main class of zonal-spark.jar. */
public final class ZonalSpark {
  private ZonalSpark() {}

  public static void main(String[] arguments) {
    System.exit(
        Zonal.run(
            Streams.ofProcess(),
            streams -> List.of(Subcommand.of("spectrum", () -> new SparkSpectrumCommand(streams))),
            arguments));
  }
}
