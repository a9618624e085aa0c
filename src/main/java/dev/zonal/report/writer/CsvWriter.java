package dev.zonal.report.writer;

import dev.zonal.report.document.Table;
import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The one dialect of CSV: commas, line feeds, quotes only where they are needed. */
final class CsvWriter {
  private static final CSVFormat DIALECT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private CsvWriter() {}

  static <R> void write(Table<R> table, Writer out) throws IOException {
    CSVPrinter csv = DIALECT.print(out);
    csv.printRecord(table.headings());
    for (R row : table.rows()) {
      csv.printRecord(table.texts(row));
    }
    csv.flush();
  }
}
