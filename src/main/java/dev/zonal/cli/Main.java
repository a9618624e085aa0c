package dev.zonal.cli;

import dev.zonal.cli.terminal.ExitCode;
import dev.zonal.context.OptionalLibrary;

/** The main class of the jar: says what is missing where {@link Zonal} could not even be loaded. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    try {
      OptionalLibrary.PICOCLI.require();
    } catch (OptionalLibrary.Missing e) {
      System.err.println("zonal: " + e.getMessage());
      System.exit(ExitCode.INTERNAL_FAILURE);
    }
    Zonal.main(arguments);
  }
}
