package dev.zonal.cli.data;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.gram.GramSize;
import picocli.CommandLine.Option;

/** The file of the points that a command is about. */
public final class PointsOption {
  @Option(
      names = "--points",
      required = true,
      paramLabel = "FILE",
      description =
          "The points, one a line, or a JSON array of them, or an array of NumPy; see below.")
  private String file;

  /** The name of the file. */
  public String name() {
    return file;
  }

  /**
   * The file, of whose numbers nothing is read yet.
   *
   * @throws UsageException if it cannot be read
   */
  public DataFile open() {
    return InputFile.open(file);
  }

  /**
   * The same, if there is memory for the matrix of its points.
   *
   * @throws UsageException also if there is not, with what it would take
   */
  public DataFile openForMatrix() {
    DataFile opened = open();
    new GramSize(opened.count())
        .refusal(Runtime.getRuntime().maxMemory())
        .ifPresent(
            why -> {
              throw new UsageException(why);
            });
    return opened;
  }
}
