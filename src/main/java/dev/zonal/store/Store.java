package dev.zonal.store;

import dev.zonal.context.OptionalLibrary;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A file of certified numbers by their keys, an SQLite database that several processes may share.
 * What was put there is on the disk half a second later, and no end of the process takes it away
 * again: the log is written ahead and flushed with every batch.
 *
 * <p>Beside each number stands the version of the program that computed it. A number of another
 * version is as good as missing, and is replaced when it is computed again: the version belongs to
 * the enclosure, not to the key.
 *
 * <p>Thread-safe.
 */
public final class Store implements AutoCloseable {
  /** Says that a database is a store: "Zona" in ASCII. */
  private static final int APPLICATION = 0x5a6f6e61;

  /** Of the tables; a store of another format is refused. */
  private static final int FORMAT = 1;

  private static final int BATCH_MILLIS = 500;

  /** How long one process waits for another, which writes for some milliseconds. */
  private static final int PATIENCE_MILLIS = 60_000;

  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS number (kind TEXT NOT NULL, kernel TEXT NOT NULL,"
          + " dimension INTEGER NOT NULL, point TEXT NOT NULL, digits INTEGER NOT NULL,"
          + " measure TEXT NOT NULL, scale TEXT NOT NULL, way TEXT NOT NULL,"
          + " program TEXT NOT NULL, method TEXT NOT NULL, rounded TEXT NOT NULL,"
          + " enclosure TEXT NOT NULL, exact TEXT NOT NULL,"
          + " PRIMARY KEY (kind, kernel, dimension, point, digits, measure, scale, way))"
          + " WITHOUT ROWID";
  private static final String FIND =
      "SELECT rounded, enclosure, exact, method FROM number WHERE kind = ? AND kernel = ?"
          + " AND dimension = ? AND point = ? AND digits = ? AND measure = ? AND scale = ?"
          + " AND way = ? AND program = ?";
  private static final String PUT =
      "INSERT INTO number (kind, kernel, dimension, point, digits, measure, scale, way, program,"
          + " rounded, enclosure, exact, method) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT DO UPDATE SET program = excluded.program, rounded = excluded.rounded,"
          + " enclosure = excluded.enclosure, exact = excluded.exact, method = excluded.method"
          + " WHERE program <> excluded.program";

  private final String file;
  private final String program;
  private final Connection connection;
  private final Map<StoreKey, StoredNumber> waiting = new LinkedHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "store");
            thread.setDaemon(true);
            return thread;
          });
  private final Thread lastBatch = new Thread(this::flushAtEnd, "store at the end");

  /** What the clock met, to be told to whoever puts or closes next. */
  private StoreException failure;

  private Store(String file, String program, Connection connection) {
    this.file = file;
    this.program = program;
    this.connection = connection;
    clock.scheduleWithFixedDelay(
        this::flushQuietly, BATCH_MILLIS, BATCH_MILLIS, TimeUnit.MILLISECONDS);
    Runtime.getRuntime().addShutdownHook(lastBatch);
  }

  /**
   * Opens a store, which is made if there is no such file.
   *
   * @param program name and version of the program that computes what is put there
   * @throws StoreException if it is none, or cannot be written
   */
  public static Store open(String file, String program) {
    OptionalLibrary.SQLITE.require();
    if (file.isBlank() || file.indexOf('?') >= 0 || file.indexOf('\0') >= 0) {
      throw new StoreException(file, "has a name that is not allowed");
    }
    try {
      String path = Path.of(file).toAbsolutePath().toString();
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
      try {
        prepare(file, connection);
        return new Store(file, program, connection);
      } catch (SQLException | StoreException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(file, e);
    }
  }

  private static void prepare(String file, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
      int application = number(statement, "PRAGMA application_id");
      int format = number(statement, "PRAGMA user_version");
      boolean isNew =
          application == 0 && format == 0 && number(statement, "SELECT count(*) FROM sqlite_schema") == 0;
      if (!isNew && (application != APPLICATION || format != FORMAT)) {
        throw new StoreException(
            file,
            application == APPLICATION
                ? "has the format %d, and this program reads %d".formatted(format, FORMAT)
                : "is a database of another program");
      }
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      if (isNew) {
        statement.execute("BEGIN IMMEDIATE");
        statement.execute(TABLE);
        statement.execute("PRAGMA application_id = " + APPLICATION);
        statement.execute("PRAGMA user_version = " + FORMAT);
        statement.execute("COMMIT");
      }
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }

  private static StoreException failed(String file, SQLException e) {
    return new StoreException(file, "cannot be used: " + e.getMessage());
  }

  /** The number of that key, if this version of the program computed it. */
  public synchronized Optional<StoredNumber> find(StoreKey key) {
    StoredNumber put = waiting.get(key);
    if (put != null) {
      return Optional.of(put);
    }
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      set(find, key);
      find.setString(9, program);
      try (ResultSet found = find.executeQuery()) {
        return found.next()
            ? Optional.of(
                new StoredNumber(
                    new BigDecimal(found.getString(1)),
                    StoredNumber.ball(found.getString(2)),
                    StoredNumber.exact(found.getString(3)),
                    found.getString(4)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw failed(file, e);
    }
  }

  /** Keeps a number, with the next batch. */
  public synchronized void put(StoreKey key, StoredNumber number) {
    if (failure != null) {
      throw failure;
    }
    waiting.put(key, number);
  }

  private static void set(PreparedStatement statement, StoreKey key) throws SQLException {
    statement.setString(1, StoreKey.word(key.kind()));
    statement.setString(2, key.kernel());
    statement.setInt(3, key.dimension());
    statement.setString(4, key.point());
    statement.setInt(5, key.digits());
    statement.setString(6, key.measure());
    statement.setString(7, key.scale());
    statement.setString(8, key.way());
  }

  /** Writes what waits, all of it or nothing. */
  private synchronized void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      connection.setAutoCommit(false);
      try (PreparedStatement put = connection.prepareStatement(PUT)) {
        for (Map.Entry<StoreKey, StoredNumber> entry : waiting.entrySet()) {
          StoredNumber number = entry.getValue();
          set(put, entry.getKey());
          put.setString(9, program);
          put.setString(10, number.rounded().toString());
          put.setString(11, StoredNumber.text(number.enclosure()));
          put.setString(12, StoredNumber.text(number.exact()));
          put.setString(13, number.method());
          put.executeUpdate();
        }
        connection.commit();
        waiting.clear();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(file, e);
    }
  }

  private synchronized void flushQuietly() {
    try {
      if (failure == null) {
        flush();
      }
    } catch (StoreException e) {
      failure = e;
    }
  }

  /** At an interruption nobody is left to be told. */
  private void flushAtEnd() {
    flushQuietly();
  }

  /** Writes the last batch. */
  @Override
  public void close() {
    clock.shutdown();
    try {
      Runtime.getRuntime().removeShutdownHook(lastBatch);
    } catch (IllegalStateException e) {
      // The program is being ended, and the hook does what is left.
      return;
    }
    synchronized (this) {
      try {
        if (failure != null) {
          throw new StoreException(failure);
        }
        flush();
      } finally {
        closeConnection();
      }
    }
  }

  private void closeConnection() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(file, e);
    }
  }
}
