package dev.zonal.report;

import java.io.IOException;
import java.io.Writer;

/** A report that is a table too, and may be written as CSV. */
interface Table extends TextOrJson {

  /** As CSV. */
  void writeCsv(Writer out) throws IOException;

  @Override
  default void write(Format format, Origin origin, Writer out) throws IOException {
    if (format == Format.CSV) {
      writeCsv(out);
    } else {
      TextOrJson.super.write(format, origin, out);
    }
  }
}
