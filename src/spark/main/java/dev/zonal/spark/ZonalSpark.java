package dev.zonal.spark;

import dev.zonal.cli.Zonal;
import dev.zonal.cli.terminal.Streams;
import java.util.List;

/** What spark-submit runs: the main class of zonal-spark.jar. */
public final class ZonalSpark {
  private ZonalSpark() {}

  public static void main(String[] arguments) {
    System.exit(
        Zonal.run(
            Streams.ofProcess(), streams -> List.of(new SparkSpectrumCommand(streams)), arguments));
  }
}
