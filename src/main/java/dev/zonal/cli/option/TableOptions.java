package dev.zonal.cli.option;

import dev.zonal.report.document.Format;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a table goes and in which format. */
public final class TableOptions extends OutputOptions {
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
  static final class Formats extends Choice.Names {
    Formats() {
      super(Format.values());
    }
  }

  TableOptions() {
    super(List.of(Format.values()));
  }

  @Override
  public Format asked() {
    return format;
  }

  @Override
  public String file() {
    return file;
  }
}
