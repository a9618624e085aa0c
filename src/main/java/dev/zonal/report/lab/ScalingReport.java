package dev.zonal.report.lab;

import dev.zonal.lab.truncation.ScalingExperiment;
import dev.zonal.lab.truncation.ScalingExperiment.Row;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The error of the hierarchy cut off against the width. */
public record ScalingReport(ScalingExperiment experiment) {
  private static final String NOTE =
      """
      Each neuron (w, a) with its mirror (w, -a), both copied to the width m. error-f is |f~ - f| in
      the Euclidean norm, error-k2 and drift are the largest entries of |K~_2 - K_2| and
      |K_2 - K_2(0)|; slope is that of error-k2 from the width before, on logarithmic scales. The
      errors are of the order m^-floor(p/2): the slopes of p = 2, 3, 4, 5 are -1, -1, -2, -2.""";

  /** The document. */
  public Document of(List<Row> all) {
    Table<Row> table =
        Table.of(all)
            .with("m", row -> new Cell.Whole(row.width()))
            .withText("t", row -> row.time().toString())
            .with("p", row -> new Cell.Whole(row.order()))
            .with("error-f", row -> cell(row, ScalingExperiment.Errors::values))
            .with("error-k2", row -> cell(row, ScalingExperiment.Errors::kernel))
            .with("drift", row -> cell(row, ScalingExperiment.Errors::drift))
            .with(
                "slope",
                row ->
                    row.slope().isPresent()
                        ? Cell.of("%.3f".formatted(row.slope().getAsDouble()))
                        : new Cell.Nothing());
    NetworkDescription about = new NetworkDescription(experiment.network());
    Fields results = about.fields().with("rows", table.records());
    Page page =
        about
            .page()
            .field("digits", "those of doubles; errors below 1e-12 are rounding")
            .space()
            .table(table)
            .space()
            .note(NOTE);
    return Document.of(page, table, Envelope.of("scaling", 1, results));
  }

  private static Cell cell(Row row, ToDoubleFunction<ScalingExperiment.Errors> part) {
    return row.errors()
        .value()
        .map(e -> Measured.difference(part.applyAsDouble(e)))
        .orElseGet(Cell.Nothing::new);
  }
}
