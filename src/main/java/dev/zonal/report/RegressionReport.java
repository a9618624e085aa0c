package dev.zonal.report;

import dev.zonal.data.regression.DoubleComparison;
import dev.zonal.data.regression.RegressionRow;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumResult.Cause;
import dev.zonal.text.ScientificNotation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Regressions with a kernel, beside what plain doubles make of them.
 *
 * @param matrix what is said of the matrix itself
 * @param ridge as it is printed
 */
public record RegressionReport(GramReport matrix, String ridge) {
  /** The document. */
  public Document of(List<RegressionRow> all) {
    List<RegressionRow> certified = all.stream().filter(r -> r.value().isCertified()).toList();
    List<RegressionRow> gaps = all.stream().filter(r -> !r.value().isCertified()).toList();
    Table<RegressionRow> table =
        places(certified)
            .with("value", row -> Cell.of(number(row.value().get())))
            .with("double", row -> Cell.of(plain(row)));
    Table<DoubleComparison> doubles = doubles(DoubleComparison.of(all));
    Fields results =
        matrix
            .about()
            .with("ridge", ridge)
            .with("digits", matrix.accuracy().digits())
            .with("rows", table.records())
            .with("doubles", doubles.records())
            .with("failures", new Rows<>(gaps, RegressionReport::failure));
    Page page =
        matrix
            .pageOfDigits()
            .field("ridge", ridge)
            .space()
            .table(table)
            .space()
            .note(
                isSolvedInDoubles(all)
                    ? "What plain doubles are worth:"
                    : "Plain doubles meet a pivot that is not positive: Cholesky's method fails.")
            .space()
            .table(doubles);
    Envelope envelope =
        Envelope.of("regression", 1, results).kernel(matrix.kernel().specification());
    return Document.of(page, table, envelope);
  }

  private static Table<RegressionRow> places(List<RegressionRow> rows) {
    return Table.of(rows)
        .withText("quantity", row -> Words.of(row.quantity()))
        .with("target", row -> new Cell.Whole(row.target()))
        .with("i", row -> new Cell.Whole(row.index()));
  }

  private static Table<DoubleComparison> doubles(List<DoubleComparison> rows) {
    return Table.of(rows)
        .withText("quantity", row -> Words.of(row.quantity()))
        .with("target", row -> new Cell.Whole(row.target()))
        .with("count", row -> new Cell.Whole(row.count()))
        .with("wrong", row -> new Cell.Whole(row.wrong()))
        .with("error", row -> Cell.of(row.largestError().map(ScientificNotation::of)));
  }

  private static boolean isSolvedInDoubles(List<RegressionRow> rows) {
    return rows.stream().anyMatch(row -> row.inDoubles().isPresent());
  }

  private static Optional<String> plain(RegressionRow row) {
    return row.inDoubles().isEmpty()
        ? Optional.empty()
        : Optional.of(
            ScientificNotation.of(new BigDecimal(Double.toString(row.inDoubles().getAsDouble()))));
  }

  private CertifiedNumber number(CertifiedValue value) {
    return new CertifiedNumber(
        value.rounded(), value.enclosure(), value.exact(), matrix.accuracy().digits());
  }

  private static Fields failure(RegressionRow row) {
    return places(List.of(row))
        .fields(row)
        .with("code", Words.of(Cause.NOT_CERTIFIED))
        .with("reason", row.value().refusal().orElseThrow());
  }
}
