package dev.zonal.cli.data;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.data.file.DataFile;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Files of numbers that commands read. */
final class InputFile {
  private InputFile() {}

  /**
   * The file, of whose numbers nothing is read yet.
   *
   * @throws UsageException if it cannot be read
   */
  static DataFile open(String file) {
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
