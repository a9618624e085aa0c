package dev.zonal.cli;

import dev.zonal.cli.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** One run of the command line inside this process: what it printed and how it ended. */
public record ZonalRun(int exitCode, String results, String messages) {

  public static ZonalRun of(String... arguments) {
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    StringWriter messages = new StringWriter();
    int exitCode =
        Zonal.run(new Streams(results, new PrintWriter(messages, true), false), arguments);
    return new ZonalRun(exitCode, results.toString(StandardCharsets.UTF_8), messages.toString());
  }
}
