package dev.zonal.cli.option;

import picocli.CommandLine.Option;

/** How many digits a command proves. */
public final class DigitsOption {
  @Option(
      names = "--digits",
      paramLabel = "P",
      defaultValue = "20",
      converter = WholeNumber.Digits.class,
      description = "Significant digits to prove, 1 to 10000 (default 20).")
  private int digits;

  public int digits() {
    return digits;
  }
}
