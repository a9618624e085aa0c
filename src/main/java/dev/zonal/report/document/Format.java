package dev.zonal.report.document;

import java.util.List;

/** The formats of results; not every result has all of them. */
public enum Format {
  /** Aligned columns for people. */
  TEXT("txt"),
  /** Comma-separated values. */
  CSV("csv"),
  /** A JSON document with a versioned schema. */
  JSON("json"),
  /** A table for LaTeX, with booktabs and siunitx. */
  LATEX("tex"),
  /** A table as GitHub shows it. */
  MARKDOWN("md"),
  /** A page with a table, which needs no other file. */
  HTML("html"),
  /** An array of doubles in NumPy's format. */
  NPY("npy");

  /** Those in which tables are published. */
  public static final List<Format> PUBLISHED = List.of(LATEX, MARKDOWN, HTML);

  /** Those of tables, which are texts. */
  public static final List<Format> OF_TABLES = List.of(TEXT, CSV, JSON, LATEX, MARKDOWN, HTML);

  /** Those of what is no table. */
  public static final List<Format> OF_PROOFS = List.of(TEXT, JSON);

  private final String suffix;

  Format(String suffix) {
    this.suffix = suffix;
  }

  /** What the names of its files end in, behind a dot. */
  public String suffix() {
    return suffix;
  }
}
