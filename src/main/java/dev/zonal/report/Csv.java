package dev.zonal.report;

import dev.zonal.context.OptionalLibrary;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The one dialect of CSV: commas, line feeds, quotes only where they are needed. */
final class Csv {
  private Csv() {}

  static CSVPrinter printer(Appendable out, String... header) throws IOException {
    OptionalLibrary.COMMONS_CSV.require();
    return CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setHeader(header).get().print(out);
  }
}
