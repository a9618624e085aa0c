package dev.zonal.report.document;

/** The formats of results; not every result has all of them. */
public enum Format {
  /** Aligned columns for people. */
  TEXT,
  /** Comma-separated values. */
  CSV,
  /** A JSON document with a versioned schema. */
  JSON
}
