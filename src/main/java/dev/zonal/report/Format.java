package dev.zonal.report;

/** The formats that every result can be written in. */
public enum Format {
  /** Aligned columns for people. */
  TEXT,
  /** Comma-separated values. */
  CSV,
  /** A JSON document with a versioned schema. */
  JSON
}
