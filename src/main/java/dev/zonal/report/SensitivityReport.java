package dev.zonal.report;

import dev.zonal.data.gram.DataKernel;
import dev.zonal.data.gram.StepSensitivity;
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

/**
 * What the steps of sequences weigh in a kernel.
 *
 * @param sequences how many
 */
public record SensitivityReport(DataKernel<?> kernel, int sequences, int digits) {
  /** The document. */
  public Document of(List<StepSensitivity> rows) {
    List<StepSensitivity> certified = rows.stream().filter(r -> r.value().isCertified()).toList();
    List<StepSensitivity> gaps = rows.stream().filter(r -> !r.value().isCertified()).toList();
    Table<StepSensitivity> table =
        places(certified).with("value", row -> Cell.of(number(row.value().get())));
    Fields results =
        new Fields()
            .with("sequences", sequences)
            .with("digits", digits)
            .with("rows", table.records())
            .with("failures", new Rows<>(gaps, this::failure));
    Page page =
        new Page()
            .field("kernel", kernel.specification())
            .field("sequences", String.valueOf(sequences))
            .field("digits", Words.proved(digits));
    Envelope envelope = Envelope.of("sensitivity", 1, results).kernel(kernel.specification());
    return Document.of(page.space().table(table), table, envelope);
  }

  private static Table<StepSensitivity> places(List<StepSensitivity> rows) {
    return Table.of(rows)
        .withText("measure", row -> Words.of(row.measure()))
        .with("i", row -> new Cell.Whole(row.first()))
        .with("j", row -> new Cell.Whole(row.second()))
        .with("step", row -> new Cell.Whole(row.step()))
        .with("coordinate", row -> new Cell.Whole(row.coordinate()));
  }

  private CertifiedNumber number(CertifiedValue value) {
    return new CertifiedNumber(value.rounded(), value.enclosure(), value.exact(), digits);
  }

  private Fields failure(StepSensitivity row) {
    return places(List.of(row))
        .fields(row)
        .with("code", Words.of(Cause.NOT_CERTIFIED))
        .with("reason", row.value().refusal().orElseThrow());
  }
}
