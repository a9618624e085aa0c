package dev.zonal.report;

import dev.zonal.data.gram.GramSpectrum.Row;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumResult.Cause;
import java.util.List;

/**
 * Eigenvalues of a Gram matrix.
 *
 * @param matrix what is said of the matrix itself
 */
public record GramSpectrumReport(GramReport matrix) {
  /** The document. */
  public Document of(List<Row> all) {
    List<Row> certified = all.stream().filter(row -> row.value().isCertified()).toList();
    List<Row> gaps = all.stream().filter(row -> !row.value().isCertified()).toList();
    Table<Row> table =
        Table.of(certified)
            .withText("quantity", Row::name)
            .with("value", row -> Cell.of(number(row.value().get())));
    Fields results =
        matrix
            .about()
            .with("digits", matrix.accuracy().digits())
            .with("rows", table.records())
            .with("failures", new Rows<>(gaps, GramSpectrumReport::failure));
    Envelope envelope =
        Envelope.of("gramspectrum", 1, results).kernel(matrix.kernel().specification());
    return Document.of(matrix.pageOfDigits().space().table(table), table, envelope);
  }

  private CertifiedNumber number(CertifiedValue value) {
    return new CertifiedNumber(
        value.rounded(), value.enclosure(), value.exact(), matrix.accuracy().digits());
  }

  private static Fields failure(Row row) {
    return new Fields()
        .with("quantity", row.name())
        .with("code", Words.of(Cause.NOT_CERTIFIED))
        .with("reason", row.value().refusal().orElseThrow());
  }
}
