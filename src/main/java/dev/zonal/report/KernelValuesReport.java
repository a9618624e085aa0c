package dev.zonal.report;

import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import java.util.List;

/** Values of one kernel, or of several. */
public final class KernelValuesReport extends GridReport<Key.Value> {
  private KernelValuesReport() {}

  /**
   * The report.
   *
   * @param blocks of one grid, at least one
   */
  public static Document of(List<Block<Key.Value>> blocks) {
    return new KernelValuesReport().document(blocks);
  }

  @Override
  Page about(Page page, Key.Value first) {
    return page.field("kernel", first.kernel());
  }

  @Override
  Fields about(Key.Value first) {
    return new Fields().with("kernel", first.kernel().toString());
  }

  @Override
  Table<Row<Key.Value>> about(Table<Row<Key.Value>> table) {
    return table.withText("kernel", row -> row.key().kernel().toString());
  }

  @Override
  Table<Row<Key.Value>> columns(Table<Row<Key.Value>> table) {
    return table
        .withText("u", row -> row.key().u().toString())
        .with("value", row -> Cell.of(row.number()));
  }

  @Override
  Fields point(Key.Value key) {
    return new Fields().with("u", key.u().toString());
  }

  @Override
  Envelope one(Key.Value first, Fields results) {
    return Envelope.of("kernel", 2, results).kernel(first.kernel());
  }

  @Override
  Envelope several(Fields common, Rows<Block<Key.Value>> blocks) {
    return Envelope.of("values", 1, common.with("kernels", blocks));
  }
}
