package dev.zonal.report.lab.feature;

import dev.zonal.lab.estimate.SketchRow;
import dev.zonal.lab.sample.SampleMean;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.Measured;
import java.util.List;
import java.util.stream.Collectors;

/** Sketches of two tensor products, exactly and sampled. */
public record SketchReport(SketchRow.Tensors tensors, int size, int count, long seed) {
  /** The document. */
  public Document of(List<SketchRow> rows) {
    Table<SketchRow> table =
        Table.of(rows)
            .withText("sketch", row -> Words.of(row.method()))
            .withText("statistic", row -> Words.of(row.statistic()))
            .withText("value", row -> row.value().toString())
            .with("sample", row -> Measured.number(row.sample().map(SampleMean::mean)))
            .with("error", row -> Measured.rough(row.sample().map(SampleMean::standardError)))
            .with("z", row -> Measured.score(row.z()))
            .with("defect", row -> Measured.rough(row.smallestDefect()));
    Fields results =
        new Fields()
            .with("left", Rows.of(texts(tensors.left())))
            .with("right", Rows.of(texts(tensors.right())))
            .with("size", size)
            .with("samples", count)
            .with("seed", seed)
            .with("rows", table.records());
    Page page =
        new Page()
            .field("left", String.join(" : ", texts(tensors.left())))
            .field("right", String.join(" : ", texts(tensors.right())))
            .field("size", size)
            .field("samples", count + ", seed " + seed)
            .space()
            .table(table)
            .space()
            .note(
                "value: exactly; error: of the sample; z: sample less value in errors; defect: the")
            .note("smallest relative defect of the value that five errors would have shown.");
    return Document.of(page, table, Envelope.of("sketches", 1, results));
  }

  private static List<String> texts(List<? extends List<?>> vectors) {
    return vectors.stream()
        .map(v -> v.stream().map(Object::toString).collect(Collectors.joining(",")))
        .toList();
  }
}
