package dev.zonal.report;

import dev.zonal.data.gram.Accuracy;
import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.GramEntry;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.report.array.DoubleMatrix;
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
import java.util.List;

/**
 * A Gram matrix: its entries in and above the diagonal, and as an array of doubles all of them.
 *
 * @param points how many
 * @param onSphere whether they were divided by their norms
 */
public record GramReport(DataKernel<?> kernel, int points, Accuracy accuracy, boolean onSphere) {
  /**
   * The document.
   *
   * @param entries row by row
   */
  public Document of(List<GramEntry> entries) {
    List<GramEntry> certified = entries.stream().filter(e -> e.value().isCertified()).toList();
    List<GramEntry> gaps = entries.stream().filter(e -> !e.value().isCertified()).toList();
    Table<GramEntry> table =
        Table.of(certified)
            .with("i", entry -> new Cell.Whole(entry.row()))
            .with("j", entry -> new Cell.Whole(entry.column()))
            .with("value", entry -> Cell.of(number(entry.value().get())));
    Fields results =
        about()
            .with("digits", accuracy.digits())
            .with("rows", table.records())
            .with("failures", new Rows<>(gaps, GramReport::failure));
    Envelope envelope = Envelope.of("gram", 1, results).kernel(kernel.specification());
    return Document.of(pageOfDigits().space().table(table), table, envelope).with(matrix(entries));
  }

  /** What matrix it is, for programs. */
  Fields about() {
    return new Fields()
        .with("inputs", kernel.inputs().name())
        .with("points", points)
        .with("onSphere", new Cell.Flag(onSphere))
        .with("scale", Words.of(kernel.scale()));
  }

  /** What matrix it is, and to how many digits its numbers are. */
  Page pageOfDigits() {
    return page().field("digits", Words.proved(accuracy.digits()));
  }

  /** What matrix it is, for people. */
  Page page() {
    return new Page()
        .field("kernel", kernel.specification())
        .field(kernel.inputs().name(), points + (onSphere ? ", divided by their norms" : ""))
        .field("scale", Words.inWords(kernel.scale()));
  }

  private CertifiedNumber number(CertifiedValue value) {
    return new CertifiedNumber(
        value.rounded(), value.enclosure(), value.exact(), accuracy.digits());
  }

  private static Fields failure(GramEntry entry) {
    return new Fields()
        .with("i", entry.row())
        .with("j", entry.column())
        .with("code", Words.of(Cause.NOT_CERTIFIED))
        .with("reason", entry.value().refusal().orElseThrow());
  }

  /** The nearest doubles, and NaN for what is not certified. */
  private DoubleMatrix matrix(List<GramEntry> entries) {
    return new DoubleMatrix(
        points,
        points,
        (i, j) -> {
          long row = Math.min(i, j);
          long before = row * points - row * (row - 1) / 2;
          GramEntry entry = entries.get((int) (before + Math.max(i, j) - row));
          return entry.value().value().map(GramReport::nearest).orElse(Double.NaN);
        });
  }

  private static double nearest(CertifiedValue value) {
    return value
        .exact()
        .map(exact -> exact.coefficient().doubleValue())
        .orElseGet(() -> Accuracy.nearest(value.enclosure()).orElseThrow());
  }
}
