package dev.zonal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of certified numbers by their keys, an SQLite database that several processes may share. A
 * number is in the file when {@link #put} returns, and no end of the process takes it away again.
 *
 * <p>Beside each number stands the version of the program that found its enclosure. The version
 * belongs to the enclosure, not to the key: there is one number for a key. An enclosure of another
 * version is true all the same, but a document that names this version says what this version
 * proves; such a number is as good as missing, and is replaced when it is computed again.
 *
 * <p>Thread-safe.
 */
public final class Store implements AutoCloseable {
  /** So many rows are read at once. */
  private static final int PAGE = 1000;

  private static final String GRID =
      " kind = ? AND kernel = ? AND dimension = ? AND digits = ? AND measure = ? AND scale = ?"
          + " AND way = ?";
  private static final String ROW = " point, program, method, rounded, enclosure, exact, seal";
  private static final String FIND =
      "SELECT" + ROW + " FROM number WHERE" + GRID + " AND point = ? AND program = ?";
  private static final String REMOVE = "DELETE FROM number WHERE" + GRID + " AND point = ?";
  private static final String NEXT =
      "SELECT" + ROW + " FROM number WHERE" + GRID + " AND point > ? ORDER BY point LIMIT " + PAGE;
  private static final String FIRST =
      "SELECT" + ROW + " FROM number WHERE" + GRID + " ORDER BY point LIMIT " + PAGE;
  private static final String GRIDS =
      "SELECT DISTINCT kind, kernel, dimension, digits, measure, scale, way FROM number"
          + " ORDER BY kind, kernel, dimension, digits, measure, scale, way";
  private static final String SIZE =
      "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
  private static final String NUMBERS = "SELECT count(*) FROM number";
  private static final String OTHERS = "SELECT count(*) FROM number WHERE program <> ?";
  private static final String PUT =
      "INSERT INTO number (kind, kernel, dimension, digits, measure, scale, way,"
          + ROW
          + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT DO UPDATE SET program = excluded.program, method = excluded.method,"
          + " rounded = excluded.rounded, enclosure = excluded.enclosure, exact = excluded.exact,"
          + " seal = excluded.seal WHERE program <> excluded.program";

  private static final int POINT = 8;
  private static final int PROGRAM = 9;

  private final String file;
  private final String program;
  private final Connection connection;

  private Store(String file, String program, Connection connection) {
    this.file = file;
    this.program = program;
    this.connection = connection;
  }

  /**
   * Opens a store, which is made if there is no such file.
   *
   * @param program name and version of the program that computes what is put there
   * @throws StoreException if it is none, or cannot be written
   */
  public static Store open(String file, String program) {
    return new Store(file, program, StoreFile.toWrite(file));
  }

  /**
   * Opens a store to read it, and leaves it as it is.
   *
   * @param program name and version of the program whose numbers {@link #find} finds
   * @throws StoreException if it is none, or cannot be read
   */
  public static Store read(String file, String program) {
    return new Store(file, program, StoreFile.toRead(file));
  }

  /** Name and version of the program whose numbers are found. */
  public String program() {
    return program;
  }

  /**
   * The number of that key, if this version of the program computed it.
   *
   * @throws StoreException if the file is damaged there
   */
  public synchronized Optional<StoredNumber> find(StoreKey key) {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      set(find, key.grid());
      setPoint(find, key);
      find.setString(PROGRAM, program);
      try (ResultSet found = find.executeQuery()) {
        return found.next() ? Optional.of(sound(row(key.grid(), found))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
  }

  /**
   * The number of a row.
   *
   * @throws StoreException if the row is damaged
   */
  public StoredNumber sound(StoredRow row) {
    return row.number()
        .orElseThrow(
            () ->
                new StoreException(
                    file,
                    "is damaged at %s; 'zonal store verify' names all such rows"
                        .formatted(row.key())));
  }

  /** Keeps a number, now; that of this version which is there already is left as it is. */
  public synchronized void put(StoreKey key, StoredNumber number) {
    StoredRow row = StoredRow.of(key, program, number);
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      set(put, key.grid());
      setPoint(put, key);
      List<String> rest =
          List.of(
              row.program(), row.method(), row.rounded(), row.enclosure(), row.exact(), row.seal());
      for (int i = 0; i < rest.size(); i++) {
        put.setString(PROGRAM + i, rest.get(i));
      }
      put.executeUpdate();
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
  }

  /** Removes the number of that key, of whatever version. */
  public synchronized void remove(StoreKey key) {
    try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
      set(remove, key.grid());
      setPoint(remove, key);
      remove.executeUpdate();
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
  }

  /** What the numbers of the file are about, in the order of their words. */
  public synchronized List<StoredGrid> grids() {
    List<StoredGrid> grids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(GRIDS)) {
      while (found.next()) {
        grids.add(
            new StoredGrid(
                StoredGrid.constant(StoredGrid.Kind.class, found.getString(1)),
                found.getString(2),
                found.getInt(3),
                found.getInt(4),
                found.getString(5),
                found.getString(6),
                found.getString(7)));
      }
    } catch (SQLException e) {
      throw new StoreException(file, e);
    } catch (IllegalArgumentException e) {
      throw new StoreException(file, "has numbers of a kind that this program does not know");
    }
    return List.copyOf(grids);
  }

  /**
   * The rows of a grid, of all versions, read bit by bit while others may write; k ascending, u in
   * the order of its digits.
   */
  public Iterable<StoredRow> rows(StoredGrid grid) {
    return () -> new StoredRows(after -> page(grid, after));
  }

  private synchronized List<StoredRow> page(StoredGrid grid, Optional<StoreKey> after) {
    List<StoredRow> rows = new ArrayList<>();
    try (PreparedStatement next = connection.prepareStatement(after.isPresent() ? NEXT : FIRST)) {
      set(next, grid);
      if (after.isPresent()) {
        setPoint(next, after.get());
      }
      try (ResultSet found = next.executeQuery()) {
        while (found.next()) {
          rows.add(row(grid, found));
        }
      }
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
    return rows;
  }

  /** What SQLite finds wrong with its file, in its words; nothing if it is sound. */
  public synchronized List<String> faults() {
    List<String> faults = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("PRAGMA integrity_check")) {
      while (found.next()) {
        faults.add(found.getString(1));
      }
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
    return faults.equals(List.of("ok")) ? List.of() : List.copyOf(faults);
  }

  private static void set(PreparedStatement statement, StoredGrid grid) throws SQLException {
    statement.setString(1, StoredGrid.word(grid.kind()));
    statement.setString(2, grid.kernel());
    statement.setInt(3, grid.dimension());
    statement.setInt(4, grid.digits());
    statement.setString(5, grid.measure());
    statement.setString(6, grid.scale());
    statement.setString(7, grid.way());
  }

  private void setPoint(PreparedStatement statement, StoreKey key) throws SQLException {
    if (key.grid().kind() == StoredGrid.Kind.VALUE) {
      statement.setString(POINT, key.point());
      return;
    }
    try {
      statement.setLong(POINT, Long.parseLong(key.point()));
    } catch (NumberFormatException e) {
      throw new StoreException(file, "is damaged: " + key + " is no frequency");
    }
  }

  private static StoredRow row(StoredGrid grid, ResultSet found) throws SQLException {
    return new StoredRow(
        new StoreKey(grid, found.getString(1)),
        found.getString(2),
        found.getString(3),
        found.getString(4),
        found.getString(5),
        found.getString(6),
        found.getString(7));
  }

  /** The size of the file, as SQLite counts it: with what is written and not yet moved there. */
  public synchronized long bytes() {
    try (PreparedStatement size = connection.prepareStatement(SIZE)) {
      return one(size);
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
  }

  /** How many numbers there are. */
  public synchronized long numbers() {
    try (PreparedStatement numbers = connection.prepareStatement(NUMBERS)) {
      return one(numbers);
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
  }

  /** How many numbers are of other versions of the program. */
  public synchronized long others() {
    try (PreparedStatement others = connection.prepareStatement(OTHERS)) {
      others.setString(1, program);
      return one(others);
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
  }

  private static long one(PreparedStatement query) throws SQLException {
    try (ResultSet found = query.executeQuery()) {
      found.next();
      return found.getLong(1);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StoreException(file, e);
    }
  }
}
