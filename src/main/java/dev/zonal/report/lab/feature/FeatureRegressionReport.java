package dev.zonal.report.lab.feature;

import dev.zonal.lab.ridge.RidgeRow;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.Measured;
import java.util.List;

/**
 * Regressions with the kernel and with features.
 *
 * @param problem what is learned, in words
 * @param ridge as it is printed
 * @param tests how many points they are tried on
 * @param timed whether times are shown, which no seed repeats
 */
public record FeatureRegressionReport(
    int depth, String problem, String ridge, int tests, long seed, boolean timed) {
  private static final String EXACT = "exact";

  /** The document. */
  public Document of(List<RidgeRow> rows) {
    Table<RidgeRow> untimed =
        Table.of(rows)
            .with("points", row -> new Cell.Whole(row.points()))
            .withText("method", row -> row.method().map(Words::of).orElse(EXACT))
            .with("features", row -> new Cell.Whole(row.features()))
            .with("rmse", row -> Measured.number(row.score().relative()))
            .with("error", row -> Measured.rough(row.score().standardError()));
    Table<RidgeRow> table =
        timed ? untimed.with("seconds", row -> Measured.rough(row.seconds())) : untimed;
    Fields results =
        new Fields()
            .with("depth", depth)
            .with("problem", problem)
            .with("ridge", ridge)
            .with("tests", tests)
            .with("seed", seed)
            .with("rows", table.records());
    Page page =
        new Page()
            .field("kernel", FeatureSampleReport.kernel(depth))
            .field("problem", problem)
            .field("ridge", ridge)
            .field("tests", tests + ", seed " + seed)
            .space()
            .table(table)
            .space()
            .note(
                "rmse: of the test, as a part of the standard deviation of the answers; error: its")
            .note("standard error over the points of the test; seconds: of learning.");
    return Document.of(page, table, Envelope.of("featureregression", 1, results));
  }
}
