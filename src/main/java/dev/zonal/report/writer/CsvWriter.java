package dev.zonal.report.writer;

import dev.zonal.report.document.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The one dialect of CSV: commas, line feeds, quotes only where they are needed. */
final class CsvWriter {
  private static final CSVFormat DIALECT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final CSVPrinter csv;

  CsvWriter(Writer out) throws IOException {
    csv = DIALECT.print(out);
  }

  void write(List<String> cells) throws IOException {
    csv.printRecord(cells);
  }

  void flush() throws IOException {
    csv.flush();
  }

  static <R> void write(Table<R> table, Writer out) throws IOException {
    CsvWriter csv = new CsvWriter(out);
    csv.write(table.headings());
    for (R row : table.rows()) {
      csv.write(table.texts(row));
    }
    csv.flush();
  }
}
