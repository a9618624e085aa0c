package dev.zonal.cli;

import dev.zonal.report.Format;
import dev.zonal.theorem.Verdict;
import picocli.CommandLine.Option;

/** Where the proof goes, in which format, and whether a certificate is wanted besides. */
final class ProofOptions {

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Format of the result (default text).")
  private Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the result to FILE (default: standard output).")
  private String file;

  /** Refuses a format that no proof has. */
  void check() {
    if (format == Format.CSV) {
      throw new UsageException("a proof has no format 'csv', allowed are text, json");
    }
  }

  /** Opens the output at once, so that a file that cannot be written is known before the work. */
  Destination open(Streams streams) {
    check();
    return file == null ? Destination.standardOutput(streams) : Destination.of(file, streams);
  }

  void write(OutputOptions.Report report, Destination destination) {
    OutputOptions.write(report, format, destination);
  }

  static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case PROVEN -> ExitCode.DONE;
      case REFUTED -> ExitCode.REFUTED;
      case UNDECIDED -> ExitCode.NOT_CERTIFIED;
    };
  }
}
