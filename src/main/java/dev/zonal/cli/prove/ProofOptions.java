package dev.zonal.cli.prove;

import dev.zonal.cli.option.Choice;
import dev.zonal.cli.option.OutputOptions;
import dev.zonal.report.document.Format;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a proof goes and in which format; it is no table. */
final class ProofOptions extends OutputOptions {
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
  static final class Formats extends Choice.Names {
    Formats() {
      super(Format.TEXT, Format.JSON);
    }
  }

  ProofOptions() {
    super(List.of(Format.TEXT, Format.JSON));
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
