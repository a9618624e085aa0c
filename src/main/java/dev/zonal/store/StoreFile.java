package dev.zonal.store;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database that a store is: told from others by what stands in its head, and opened so that the
 * end of a process, whatever it is, takes nothing away that was written.
 */
final class StoreFile {
  /** Says that a database is a store: "Zona" in ASCII. */
  private static final int APPLICATION = 0x5a6f6e61;

  /** Of the tables; a store of another format is refused. */
  private static final int FORMAT = 1;

  /** How long one process waits for another, which writes for less than a millisecond. */
  private static final int PATIENCE_MILLIS = 60_000;

  private static final int PAGE_BYTES = 1024;

  private static final int PAUSE_MILLIS = 5;

  /** Points are integers for k, which SQLite sorts as numbers, and texts for u. */
  private static final String TABLE =
      "CREATE TABLE number (kind TEXT NOT NULL, kernel TEXT NOT NULL,"
          + " dimension INTEGER NOT NULL, digits INTEGER NOT NULL, measure TEXT NOT NULL,"
          + " scale TEXT NOT NULL, way TEXT NOT NULL, point NOT NULL, program TEXT NOT NULL,"
          + " method TEXT NOT NULL, rounded TEXT NOT NULL, enclosure TEXT NOT NULL,"
          + " exact TEXT NOT NULL, seal TEXT NOT NULL,"
          + " PRIMARY KEY (kind, kernel, dimension, digits, measure, scale, way, point))"
          + " WITHOUT ROWID";

  /** What a database says that it is. */
  private enum Nature {
    EMPTY,
    STORE
  }

  private StoreFile() {}

  /** A connection to write, to a file that is made if it is not there. */
  static Connection toWrite(String file) {
    Path path = path(file);
    boolean exists = Files.exists(path);
    if (exists && !Files.isRegularFile(path)) {
      throw new StoreException(file, "cannot be written: it is no file");
    }
    Path directory = directory(path);
    if (!Files.isDirectory(directory)) {
      throw new StoreException(file, "cannot be made: no such directory");
    }
    // SQLite would open such a file to read it, and say so at the first number.
    if (exists && !Files.isWritable(path) || !Files.isWritable(directory)) {
      throw new StoreException(
          file, "cannot be written: permission denied for the file or its directory");
    }
    return connect(file, path, "rwc", statement -> prepare(file, statement));
  }

  /** A connection to read a file that is there. */
  static Connection toRead(String file) {
    Path path = path(file);
    if (Files.notExists(path)) {
      throw new StoreException(file, "cannot be read: no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new StoreException(file, "cannot be read: it is no file");
    }
    if (!Files.isReadable(path)) {
      throw new StoreException(file, "cannot be read: permission denied");
    }
    return connect(
        file,
        path,
        reading(path),
        statement -> {
          statement.execute("PRAGMA query_only = ON");
          if (nature(file, statement) == Nature.EMPTY) {
            throw new StoreException(file, "is empty");
          }
        });
  }

  /**
   * How to open a file that nothing is written to. SQLite keeps the log of a database that is in
   * use beside it: who may write there removes it at the end, another uses that of a writer, and
   * where there is none and none can be made, nobody is writing.
   */
  private static String reading(Path path) {
    boolean isOpen = Files.isWritable(directory(path));
    if (isOpen && Files.isWritable(path)) {
      return "rw";
    }
    return isOpen || Files.exists(path.resolveSibling(path.getFileName() + "-wal"))
        ? "ro"
        : "ro&immutable=1";
  }

  private static Path directory(Path path) {
    return path.toAbsolutePath().getParent();
  }

  private static Path path(String file) {
    try {
      if (file.isBlank() || file.indexOf('\0') >= 0) {
        throw new StoreException(file, "has a name that is not allowed");
      }
      Path path = Path.of(file);
      if (directory(path) == null) {
        throw new StoreException(file, "has a name that is not allowed");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new StoreException(file, "has a name that is not allowed");
    }
  }

  /** What is done with a connection. */
  @FunctionalInterface
  private interface Step {
    void with(Statement statement) throws SQLException;
  }

  private static Connection connect(String file, Path path, String mode, Step first) {
    NativeLibrary.require(file);
    try {
      String address = path.toAbsolutePath().toUri().getRawPath();
      Connection connection =
          DriverManager.getConnection("jdbc:sqlite:file:" + address + "?mode=" + mode);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
        first.with(statement);
        return connection;
      } catch (SQLException | StoreException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
  }

  private static void prepare(String file, Statement statement) throws SQLException {
    // Looked at before anything is written, and again under the lock: another process may have made
    // the tables in between.
    within(statement, "BEGIN", () -> nature(file, statement));
    // Of a new file: what a number costs to write is a page of the log.
    statement.execute("PRAGMA page_size = " + PAGE_BYTES);
    patiently(() -> statement.execute("PRAGMA journal_mode = WAL"));
    // The log is written by the system, whatever becomes of the process; after a failure of power
    // the file is whole, and may lack the last numbers.
    statement.execute("PRAGMA synchronous = NORMAL");
    within(
        statement,
        "BEGIN IMMEDIATE",
        () -> {
          if (nature(file, statement) == Nature.EMPTY) {
            statement.execute(TABLE);
            statement.execute("PRAGMA application_id = " + APPLICATION);
            statement.execute("PRAGMA user_version = " + FORMAT);
          }
        });
  }

  /** Statements. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  private static void within(Statement statement, String begin, Work work) throws SQLException {
    statement.execute(begin);
    try {
      work.run();
      statement.execute("COMMIT");
    } catch (SQLException | StoreException e) {
      statement.execute("ROLLBACK");
      throw e;
    }
  }

  /** SQLite waits for a lock by itself, but not for the one that the change to a log needs. */
  private static void patiently(Work work) throws SQLException {
    long start = System.nanoTime();
    while (true) {
      try {
        work.run();
        return;
      } catch (SQLException e) {
        if (!StoreException.isBusy(e) || System.nanoTime() - start > PATIENCE_MILLIS * 1_000_000L) {
          throw e;
        }
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SQLException("interrupted while another program used it", e);
      }
    }
  }

  /** Within a transaction, so that the three answers belong together. */
  private static Nature nature(String file, Statement statement) throws SQLException {
    int application = number(statement, "PRAGMA application_id");
    int format = number(statement, "PRAGMA user_version");
    if (application == APPLICATION) {
      if (format != FORMAT) {
        throw new StoreException(
            file, "has the format %d, and this program reads %d".formatted(format, FORMAT));
      }
      return Nature.STORE;
    }
    if (application != 0
        || format != 0
        || number(statement, "SELECT count(*) FROM sqlite_schema") != 0) {
      throw new StoreException(file, "is a database of another program");
    }
    return Nature.EMPTY;
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }
}
