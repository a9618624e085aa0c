package dev.zonal.report;

import dev.zonal.arithmetic.Certification;
import dev.zonal.data.length.LengthEigenvalue;
import dev.zonal.data.length.LengthEntry;
import dev.zonal.data.length.LengthKernel;
import dev.zonal.data.length.LengthMatrix;
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
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A kernel between sequences of several lengths by the matrices of its frequencies, or by their
 * eigenvalues.
 *
 * @param digits that were asked for
 */
public record LengthReport(LengthKernel kernel, LengthMatrix matrix, int digits) {
  /** The matrices, in and above their diagonals. */
  public Document ofEntries(List<LengthEntry> all) {
    Table<LengthEntry> table =
        Table.of(all.stream().filter(row -> row.value().isCertified()).toList())
            .with("k", row -> Cell.of(Long.toString(row.frequency())))
            .with("first", row -> new Cell.Whole(row.first()))
            .with("second", row -> new Cell.Whole(row.second()))
            .with("value", row -> cell(row.value()));
    List<LengthEntry> gaps = all.stream().filter(row -> !row.value().isCertified()).toList();
    Rows<LengthEntry> failures =
        new Rows<>(
            gaps,
            row ->
                failure(row.frequency(), row.value())
                    .with("first", row.first())
                    .with("second", row.second()));
    return document("lengths", table, failures);
  }

  /** Their eigenvalues. */
  public Document ofEigenvalues(List<LengthEigenvalue> all) {
    Table<LengthEigenvalue> table =
        Table.of(all.stream().filter(row -> row.value().isCertified()).toList())
            .with("k", row -> Cell.of(Long.toString(row.frequency())))
            .with("i", row -> new Cell.Whole(row.number()))
            .with("eigenvalue", row -> cell(row.value()));
    List<LengthEigenvalue> gaps = all.stream().filter(row -> !row.value().isCertified()).toList();
    Rows<LengthEigenvalue> failures =
        new Rows<>(gaps, row -> failure(row.frequency(), row.value()).with("i", row.number()));
    return document("lengthspectrum", table, failures);
  }

  private Document document(String name, Table<?> table, Rows<?> failures) {
    Table<LengthEntry> jumps =
        Table.of(matrix.jumps(digits).stream().filter(row -> row.value().isCertified()).toList())
            .with("length", row -> new Cell.Whole(row.first()))
            .with("value", row -> cell(row.value()));
    Fields results =
        new Fields()
            .with("profiles", Rows.of(profiles()))
            .with("digits", digits)
            .with("scale", Words.of(matrix.scale()))
            .with("jumps", jumps.records())
            .with("rows", table.records())
            .with("failures", failures);
    Envelope envelope =
        Envelope.of(name, 1, results).kernel(kernel.specification()).sphere(matrix.dimension());
    Page page =
        new Page()
            .field("kernel", kernel.specification())
            .field("sequences", String.join("; ", profiles()))
            .field("sphere", new Envelope.Sphere(matrix.dimension(), "probability").inWords())
            .field("scale", Words.inWords(matrix.scale()))
            .field("digits", Words.proved(digits));
    for (LengthEntry jump : jumps.rows()) {
      page.field("jump at x = z, T = " + jump.first(), cell(jump.value()).text());
    }
    return Document.of(page.space().table(table), table, envelope);
  }

  private List<String> profiles() {
    return IntStream.range(0, matrix.lengths().count())
        .mapToObj(
            i ->
                matrix.lengths().networks().get(i).profile().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(",")))
        .toList();
  }

  private Cell cell(Certification<CertifiedValue> value) {
    CertifiedValue found = value.get();
    return Cell.of(new CertifiedNumber(found.rounded(), found.enclosure(), found.exact(), digits));
  }

  private static Fields failure(long k, Certification<?> value) {
    return new Fields()
        .with("k", Long.toString(k))
        .with("code", Words.of(Cause.NOT_CERTIFIED))
        .with("reason", value.refusal().orElseThrow());
  }
}
