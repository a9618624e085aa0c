package dev.zonal.cli.terminal;

import dev.zonal.text.Quotation;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a command writes.
 *
 * @param results standard output, which tells of a failed write by an exception as {@code
 *     System.out} would not
 * @param messages standard error
 * @param interactive whether a person watches standard error on a terminal
 * @param patience after what time standard error is told that the work goes on; never if empty
 */
public record Streams(
    OutputStream results, PrintWriter messages, boolean interactive, Optional<Duration> patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Streams that hear nothing of work that goes on. */
  public Streams(OutputStream results, PrintWriter messages, boolean interactive) {
    this(results, messages, interactive, Optional.empty());
  }

  /** Says on standard error, in one line, what the result does not say. */
  public void tell(String message) {
    messages.println("zonal: " + Quotation.oneLine(message));
  }

  /**
   * The streams of this process. Whether standard error is a terminal the JDK cannot say (its
   * console is about standard input and output, and that differently from release to release), so
   * the launcher says it.
   */
  public static Streams ofProcess() {
    return new Streams(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
        Boolean.getBoolean("zonal.interactive"),
        Optional.of(PATIENCE));
  }
}
