package dev.zonal.report.writer;

import dev.zonal.context.OptionalLibrary;
import dev.zonal.report.document.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;

/**
 * A table in CSV whose rows are written as they come: the only format that needs to know nothing of
 * the rows that follow. Whoever reads along sees each within about half a second.
 */
public final class RowStream<R> {
  private static final long PATIENCE_NANOS = Duration.ofMillis(500).toNanos();

  private final Table<R> form;
  private final CsvWriter csv;
  private long flushed = System.nanoTime();

  /**
   * Writes the headings, and leaves {@code out} open.
   *
   * @param form the columns
   */
  public RowStream(Table<R> form, Writer out) throws IOException {
    OptionalLibrary.COMMONS_CSV.require();
    this.form = form;
    this.csv = new CsvWriter(out);
    csv.write(form.headings());
    csv.flush();
  }

  /**
   * Writes one row.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(R row) {
    try {
      csv.write(form.texts(row));
      if (System.nanoTime() - flushed > PATIENCE_NANOS) {
        csv.flush();
        flushed = System.nanoTime();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
