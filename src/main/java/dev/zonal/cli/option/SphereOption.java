package dev.zonal.cli.option;

import picocli.CommandLine.Option;

/** The sphere that a command works on. */
public final class SphereOption {
  @Option(
      names = "--dimension",
      required = true,
      paramLabel = "D",
      converter = WholeNumber.Dimension.class,
      description = "The sphere is the unit sphere of R^D, D from 2 to 10^9.")
  private int dimension;

  public int dimension() {
    return dimension;
  }
}
