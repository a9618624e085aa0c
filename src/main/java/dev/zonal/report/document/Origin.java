package dev.zonal.report.document;

import java.util.List;

/**
 * What a document came from.
 *
 * @param program name and version, such as {@code zonal 0.1.0}
 * @param command the words given, without those that only say where results go and how long it may
 *     take
 */
public record Origin(String program, List<String> command) {
  /** The version of this program; that of the build, which a test compares. */
  private static final String VERSION = "0.1.0";

  public Origin {
    command = List.copyOf(command);
  }

  /** The name and version of this program, whether it runs from a jar or from classes. */
  public static String thisProgram() {
    return "zonal " + VERSION;
  }

  /** This program, run with the given words. */
  public static Origin of(List<String> command) {
    return new Origin(thisProgram(), command);
  }

  /** The fields that every JSON document begins with. */
  public Fields fields(String schema) {
    return new Fields()
        .with("schema", schema)
        .with("program", program)
        .with("command", Rows.of(command));
  }
}
