package dev.zonal.cli.data;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.data.file.DataFile;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
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
    String name = Quotation.of(file);
    try {
      return DataFile.open(file);
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot read " + name + ": no such file");
    } catch (InvalidPathException | IOException e) {
      throw new UsageException("cannot read " + name + ": " + e.getMessage());
    }
  }
}
