package dev.zonal.report;

import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.store.Holding;
import dev.zonal.store.StoreAudit;
import dev.zonal.store.StoreAudit.Finding;
import dev.zonal.store.StoredGrid;
import java.util.List;
import java.util.function.Function;

/** What is in a store, and whether it is true. */
public final class StoreReport {
  private StoreReport() {}

  /**
   * What is in a store.
   *
   * @param bytes the size of its file
   */
  public static Document of(List<Holding> holdings, long bytes) {
    long numbers = holdings.stream().mapToLong(Holding::numbers).sum();
    Table<Holding> table =
        about(
                Table.of(holdings).with("numbers", one -> new Cell.Whole(one.numbers())),
                Holding::grid)
            .withText("points", Holding::points)
            .withText("program", Holding::program);
    return Document.of(
        new Page().field("numbers", numbers).field("bytes", bytes).space().table(table),
        table,
        Envelope.of(
            "store",
            1,
            new Fields()
                .with("numbers", numbers)
                .with("bytes", bytes)
                .with("grids", table.records())));
  }

  /** What an audit found. */
  public static Document of(StoreAudit audit, StoreAudit.Result result) {
    Table<Finding> table =
        about(
                Table.of(result.findings()).withText("point", finding -> finding.key().point()),
                finding -> finding.key().grid())
            .withText("verdict", finding -> Words.of(finding.verdict()))
            .withText("reason", Finding::reason);
    Page page =
        new Page()
            .field("numbers", result.rows())
            .field(
                "recomputed", result.recomputed() + (audit.sample().isPresent() ? seed(audit) : ""))
            .field(
                "confirmed",
                result.isSound() ? "all of these, and the digits of all others" : "no");
    result.faults().forEach(fault -> page.field("fault", fault));
    if (!result.findings().isEmpty()) {
      page.space().table(table);
    }
    return Document.of(
        page,
        table,
        Envelope.of(
            "storeaudit",
            1,
            new Fields()
                .with("numbers", result.rows())
                .with("recomputed", result.recomputed())
                .with("seed", audit.seed())
                .with("faults", Rows.of(result.faults()))
                .with("findings", table.records())));
  }

  private static String seed(StoreAudit audit) {
    return ", chosen with the seed " + audit.seed();
  }

  private static <R> Table<R> about(Table<R> table, Function<R, StoredGrid> grid) {
    return table
        .withText("kind", row -> Words.of(grid.apply(row).kind()))
        .with("kernel", row -> new Cell.Code(grid.apply(row).kernel()))
        .with("dimension", row -> dimension(grid.apply(row)))
        .with("digits", row -> new Cell.Whole(grid.apply(row).digits()))
        .withText("measure", row -> grid.apply(row).measure())
        .withText("scale", row -> grid.apply(row).scale())
        .withText("method", row -> grid.apply(row).way());
  }

  private static Cell dimension(StoredGrid grid) {
    return grid.dimension() == 0 ? new Cell.Nothing() : new Cell.Whole(grid.dimension());
  }
}
