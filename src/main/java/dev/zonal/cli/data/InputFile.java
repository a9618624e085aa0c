package dev.zonal.cli.data;

import dev.zonal.cli.terminal.UsageException;
import dev.zonal.data.file.DataFile;
import dev.zonal.data.file.Labels;
import dev.zonal.lab.hierarchy.NetworkFile;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.text.Quotation;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Files of points, labels and networks that commands read. */
public final class InputFile {
  private InputFile() {}

  /** What reads a file. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(String file) throws IOException;
  }

  /**
   * The file, of whose numbers nothing is read yet.
   *
   * @throws UsageException if it cannot be read
   */
  public static DataFile open(String file) {
    return read(file, DataFile::open);
  }

  /**
   * A file of labels.
   *
   * @throws UsageException if it cannot be read
   */
  public static Labels labels(String file) {
    return read(file, DataFile::readLabels);
  }

  /**
   * A network with what it is trained on.
   *
   * @throws UsageException if it cannot be read
   */
  public static NetworkInstance network(String file) {
    return read(file, NetworkFile::read);
  }

  private static <T> T read(String file, Reader<T> reader) {
    String name = Quotation.of(file);
    try {
      return reader.read(file);
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot read " + name + ": no such file");
    } catch (InvalidPathException | IOException e) {
      throw new UsageException("cannot read " + name + ": " + e.getMessage());
    }
  }
}
