package dev.zonal.report.lab.feature;

import dev.zonal.grid.CertifiedNumber;
import dev.zonal.lab.estimate.FeatureCounts;
import dev.zonal.lab.estimate.MomentRow;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.Measured;
import dev.zonal.spectrum.CertifiedValue;
import dev.zonal.spectrum.SpectrumResult.Cause;
import java.util.List;

/**
 * Moments of random features, certified and sampled.
 *
 * @param count how often each estimate was drawn, 0 for not at all
 */
public record FeatureMomentReport(FeatureCounts counts, int digits, int count, long seed) {
  /** The document. */
  public Document of(List<MomentRow> all) {
    List<MomentRow> certified = all.stream().filter(r -> r.value().isCertified()).toList();
    List<MomentRow> gaps = all.stream().filter(r -> !r.value().isCertified()).toList();
    Table<MomentRow> table =
        places(certified)
            .with("value", row -> Cell.of(number(row.value().get())))
            .with("sample", row -> Measured.number(row.sample().map(SampleMean::mean)))
            .with("error", row -> Measured.rough(row.sample().map(SampleMean::standardError)))
            .with("z", row -> Measured.score(row.z()))
            .with("defect", row -> Measured.rough(row.smallestDefect()));
    Fields results =
        new Fields()
            .with("dimension", counts.dimension())
            .with("ramps", counts.ramps())
            .with("steps", counts.steps())
            .with("samples", count)
            .with("seed", seed)
            .with("digits", digits)
            .with("rows", table.records())
            .with("failures", new Rows<>(gaps, FeatureMomentReport::failure));
    Page page =
        new Page()
            .field("sphere", Envelope.Sphere.name(counts.dimension()))
            .field("ramps", counts.ramps())
            .field("steps", counts.steps())
            .field("samples", count + ", seed " + seed)
            .field("digits", Words.proved(digits))
            .space()
            .table(table)
            .space()
            .note("error: of the sample; z: sample less value in errors; defect: the smallest")
            .note("relative defect of the value that five errors would have shown.")
            .note("first-order: without what is of order 1/ramps^2, which nothing here bounds: the")
            .note("digits of the value are proved, and it is not the mean.");
    return Document.of(page, table, Envelope.of("featuremoments", 1, results));
  }

  private static Table<MomentRow> places(List<MomentRow> rows) {
    return Table.of(rows)
        .withText("u", row -> row.u().toString())
        .withText("estimate", row -> Words.of(row.moment().estimate()))
        .withText("statistic", row -> Words.of(row.moment().statistic()));
  }

  private CertifiedNumber number(CertifiedValue value) {
    return new CertifiedNumber(value.rounded(), value.enclosure(), value.exact(), digits);
  }

  private static Fields failure(MomentRow row) {
    return places(List.of(row))
        .fields(row)
        .with("code", Words.of(Cause.NOT_CERTIFIED))
        .with("reason", row.value().refusal().orElseThrow());
  }
}
