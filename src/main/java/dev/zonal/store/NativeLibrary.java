package dev.zonal.store;

import dev.zonal.context.OptionalLibrary;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, which is native code: its driver copies it from the jar to a file and loads that.
 * The file is removed at once, where the system allows it, since a process that is killed would
 * leave it behind.
 */
final class NativeLibrary {
  /** Where the driver puts the file. */
  private static final String DIRECTORY = "org.sqlite.tmpdir";

  private static boolean isLoaded;

  private NativeLibrary() {}

  /**
   * Loads it, once.
   *
   * @param file the store that it is needed for
   * @throws StoreException if that cannot be done
   */
  static synchronized void require(String file) {
    OptionalLibrary.SQLITE.require();
    if (isLoaded) {
      return;
    }
    try {
      load();
      isLoaded = true;
    } catch (Exception e) {
      throw new StoreException(
          file, "cannot be used: the native code of SQLite cannot be loaded: " + e.getMessage());
    }
  }

  /** The loader says that it throws just any exception. */
  private static void load() throws Exception {
    if (System.getProperty(DIRECTORY) != null) {
      SQLiteJDBCLoader.initialize();
      return;
    }
    Path directory = Files.createTempDirectory("zonal-");
    System.setProperty(DIRECTORY, directory.toString());
    try {
      SQLiteJDBCLoader.initialize();
    } finally {
      System.clearProperty(DIRECTORY);
      remove(directory);
    }
  }

  /** Windows keeps files that are loaded; the driver removes them when the program ends. */
  private static void remove(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(directory);
    } catch (IOException stillInUse) {
      directory.toFile().deleteOnExit();
    }
  }
}
