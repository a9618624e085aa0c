package dev.zonal.cli;

import dev.zonal.report.Format;
import dev.zonal.report.Origin;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the result goes and in which format. */
final class OutputOptions {

  @Option(
      names = "--format",
      paramLabel = "text|csv|json",
      completionCandidates = Formats.class,
      description = "Format of the result (default: as FILE ends, .csv, .json or .txt; else text).")
  private Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write the result to FILE, which is replaced only when the result is complete "
              + "(default: standard output).")
  private String file;

  /** What a shell may complete to. */
  static final class Formats extends Choice.Names<Format> {
    Formats() {
      super(Format.class, List.of());
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** What writes a result. */
  interface Report {
    void write(Format format, Origin origin, Writer out) throws IOException;
  }

  /** What writes anything. */
  interface Writing {
    void write(Format format, Writer out) throws IOException;
  }

  /** Opens the output at once, so that a file that cannot be written is known before the work. */
  Destination open(Streams streams) {
    format();
    return file == null ? Destination.standardOutput(streams) : Destination.of(file, streams);
  }

  private Format format() {
    return FormatChoice.of(format, file, List.of(Format.values()));
  }

  void write(Report report, Destination destination) {
    write(report, command, format(), destination);
  }

  /** Writes the result of the command that is running. */
  static void write(Report report, CommandSpec command, Format format, Destination destination) {
    Origin origin = Origin.of(CommandWords.of(command));
    write((chosen, out) -> report.write(chosen, origin, out), format, destination);
  }

  static void write(Writing report, Format format, Destination destination) {
    try {
      OutputStream stream = destination.stream();
      Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
      report.write(format, out);
      out.flush();
      destination.complete();
    } catch (IOException e) {
      throw new UnwritableException(destination.name(), e);
    }
  }
}
