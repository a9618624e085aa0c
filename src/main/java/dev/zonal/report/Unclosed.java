package dev.zonal.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** A writer that stays open when the printer in front of it is closed: it is the caller's. */
final class Unclosed extends FilterWriter {
  Unclosed(Writer out) {
    super(out);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
