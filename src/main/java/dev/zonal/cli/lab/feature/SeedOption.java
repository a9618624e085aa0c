package dev.zonal.cli.lab.feature;

import picocli.CommandLine.Option;

/** What the random numbers depend on, and nothing else. */
final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "An integer; the same seed draws the same numbers (default 1).")
  private long seed;

  long seed() {
    return seed;
  }
}
