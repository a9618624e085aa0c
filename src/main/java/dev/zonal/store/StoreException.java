package dev.zonal.store;

import dev.zonal.text.Quotation;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** A file is no store, or cannot be read or written; the message says so in one line. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 2;

  /** The code of SQLite without the detail in its higher bits. */
  private static final int KIND = 0xff;

  StoreException(String file, String why) {
    super("the store " + Quotation.of(file) + " " + why);
  }

  StoreException(String file, SQLException cause) {
    super("the store " + Quotation.of(file) + " " + why(cause), cause);
  }

  static boolean isBusy(SQLException cause) {
    int kind = cause.getErrorCode() & KIND;
    return kind == SQLiteErrorCode.SQLITE_BUSY.code || kind == SQLiteErrorCode.SQLITE_LOCKED.code;
  }

  private static String why(SQLException cause) {
    if (isBusy(cause)) {
      return "is in use by another program, which did not let go of it for a minute";
    }
    int kind = cause.getErrorCode() & KIND;
    if (kind == SQLiteErrorCode.SQLITE_FULL.code) {
      return "cannot grow: the disk is full; what was finished is kept";
    }
    if (kind == SQLiteErrorCode.SQLITE_READONLY.code) {
      return "cannot be written: permission denied";
    }
    if (kind == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
      return "cannot be opened";
    }
    if (kind == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return "is no store: it is a file of another kind";
    }
    if (kind == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return "is damaged, and not read";
    }
    if (kind == SQLiteErrorCode.SQLITE_IOERR.code) {
      return "cannot be read or written; what was finished is kept";
    }
    return "cannot be used: " + Quotation.oneLine(String.valueOf(cause.getMessage()));
  }
}
