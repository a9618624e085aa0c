package dev.zonal.cli;

import dev.zonal.report.Format;
import dev.zonal.text.Quotation;
import dev.zonal.theorem.law.Verdict;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the proof goes, in which format, and whether a certificate is wanted besides. */
final class ProofOptions {

  @Option(
      names = "--format",
      paramLabel = "text|json",
      completionCandidates = Formats.class,
      description = "Format of the result (default: as FILE ends, .json or .txt; else text).")
  private Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the result to FILE (default: standard output).")
  private String file;

  /** What a shell may complete to. */
  static final class Formats extends Choice.Names<Format> {
    Formats() {
      super(Format.class, List.of(Format.CSV));
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Refuses a format that no proof has. */
  private Format format() {
    return FormatChoice.of(format, file, List.of(Format.TEXT, Format.JSON));
  }

  /** Opens the output at once, so that a file that cannot be written is known before the work. */
  Destination open(Streams streams) {
    format();
    return file == null ? Destination.standardOutput(streams) : Destination.of(file, streams);
  }

  /**
   * The same, beside a file that is read and must stay.
   *
   * @throws UsageException if that file would be replaced
   */
  Destination openBeside(String input, Streams streams) {
    Destination destination = open(streams);
    if (destination.replaces(input)) {
      destination.close();
      throw new UsageException("--output would replace " + Quotation.of(input) + ", which is read");
    }
    return destination;
  }

  void write(OutputOptions.Report report, Destination destination) {
    OutputOptions.write(report, command, format(), destination);
  }

  static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case PROVEN -> ExitCode.DONE;
      case REFUTED -> ExitCode.REFUTED;
      case UNDECIDED -> ExitCode.NOT_CERTIFIED;
    };
  }
}
