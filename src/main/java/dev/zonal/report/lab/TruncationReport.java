package dev.zonal.report.lab;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.lab.hierarchy.NetworkInstance;
import dev.zonal.lab.truncation.Observation;
import dev.zonal.lab.truncation.Observation.Quantity;
import dev.zonal.lab.truncation.SmallTimeLaw;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.spectrum.CertifiedValue;
import java.util.List;
import java.util.function.Function;

/**
 * The gradient flow of a network beside the hierarchies cut off.
 *
 * @param laws of the errors at small times
 * @param digits of what is certified
 */
public record TruncationReport(NetworkInstance network, List<SmallTimeLaw> laws, int digits) {
  private static final String NOTE =
      """
      p is the order at which the hierarchy is cut off, empty for the network itself; error-f is
      |f~ - f| in the Euclidean norm, error-k2 and drift are |K~_2 - K_2| and |K_2 - K_2(0)| in
      the Frobenius norm.""";

  /** Certified. */
  public Document ofCertified(List<Observation<Certification<CertifiedValue>>> rows) {
    return document(
        rows,
        row -> Cell.of(HierarchyKernelsReport.number(row.value(), digits)),
        "certified",
        Words.proved(digits));
  }

  /** In doubles. */
  public Document ofDoubles(List<Observation<Certification<Double>>> rows) {
    return document(
        rows,
        TruncationReport::plain,
        "doubles",
        "those of doubles, errors below 1e-12 are rounding; --certify proves them");
  }

  private static Cell plain(Observation<Certification<Double>> row) {
    boolean isValue = row.quantity() == Quantity.F || row.quantity() == Quantity.K2;
    double value = row.value().get();
    return isValue ? Measured.value(value) : Measured.difference(value);
  }

  private <V> Document document(
      List<Observation<Certification<V>>> all,
      Function<Observation<Certification<V>>, Cell> cell,
      String accuracy,
      String words) {
    Table<Observation<Certification<V>>> table =
        places(all.stream().filter(row -> row.value().isCertified()).toList()).with("value", cell);
    List<Observation<Certification<V>>> gaps =
        all.stream().filter(row -> !row.value().isCertified()).toList();
    Rows<Observation<Certification<V>>> failures =
        new Rows<>(
            gaps,
            row ->
                places(gaps)
                    .fields(row)
                    .with("code", HierarchyKernelsReport.FAILURE)
                    .with("reason", row.value().refusal().orElseThrow()));
    Table<SmallTimeLaw> law = law();
    NetworkDescription about = new NetworkDescription(network);
    Fields results =
        about
            .fields()
            .with("accuracy", accuracy)
            .with("digits", digits)
            .with("law", law.records())
            .with("rows", table.records())
            .with("failures", failures);
    Page page = about.page().field("digits", words).space();
    if (!law.rows().isEmpty()) {
      page.note("At small times an error is the coefficient times that power of t:")
          .space()
          .table(law)
          .space();
    }
    page.table(table).space().note(NOTE);
    return Document.of(page, table, Envelope.of("truncation", 1, results));
  }

  private static <V> Table<Observation<V>> places(List<Observation<V>> rows) {
    return Table.of(rows)
        .withText("t", row -> exact(row.time()))
        .with(
            "p",
            row ->
                row.order().isPresent()
                    ? new Cell.Whole(row.order().getAsInt())
                    : new Cell.Nothing())
        .withText("quantity", row -> Words.of(row.quantity()))
        .withText("indices", row -> row.indices().toString());
  }

  private static String exact(Rational time) {
    return time.toString();
  }

  private Table<SmallTimeLaw> law() {
    return Table.of(laws.stream().filter(row -> row.coefficient().isCertified()).toList())
        .with("p", row -> new Cell.Whole(row.order()))
        .withText("quantity", row -> Words.of(row.quantity()))
        .with("power", row -> new Cell.Whole(row.power()))
        .with(
            "coefficient",
            row -> Cell.of(HierarchyKernelsReport.number(row.coefficient(), digits)));
  }
}
