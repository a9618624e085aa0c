package dev.zonal.report.document;

import java.util.List;

/** The formats of results; not every result has all of them. */
public enum Format {
  /** Aligned columns for people. */
  TEXT,
  /** Comma-separated values. */
  CSV,
  /** A JSON document with a versioned schema. */
  JSON,
  /** An array of doubles in NumPy's format. */
  NPY;

  /** Those of tables, which are texts. */
  public static final List<Format> OF_TABLES = List.of(TEXT, CSV, JSON);

  /** Those of what is no table. */
  public static final List<Format> OF_PROOFS = List.of(TEXT, JSON);
}
