package dev.zonal.cli;

import dev.zonal.report.Format;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** Where the result goes and in which format. */
final class OutputOptions {

  @Option(
      names = "--format",
      paramLabel = "text|csv|json",
      defaultValue = "text",
      description = "Format of the result (default text).")
  private Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = {
        "Write the result to FILE, which is replaced only when the result is complete (default: standard"
            + " output)."
      })
  private String file;

  /** What writes a result. */
  interface Report {
    void write(Format format, Writer out) throws IOException;
  }

  /** Opens the output at once, so that a file that cannot be written is known before the work. */
  Destination open(Streams streams) {
    return file == null ? Destination.standardOutput(streams) : Destination.of(file, streams);
  }

  void write(Report report, Destination destination) {
    write(report, format, destination);
  }

  static void write(Report report, Format format, Destination destination) {
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
