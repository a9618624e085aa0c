package dev.zonal.report;

import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Table;
import java.util.List;
import java.util.Optional;

/** Values of one kernel, or of several. */
public final class KernelValuesReport extends GridReport<Key.Value> {
  private KernelValuesReport() {
    super(new Names("kernel", "values", "kernels", "u"));
  }

  /**
   * The report.
   *
   * @param blocks of one grid, at least one
   */
  public static Document of(List<Block<Key.Value>> blocks) {
    return new KernelValuesReport().document(blocks);
  }

  @Override
  Optional<Envelope.Sphere> sphere(Key.Value key) {
    return Optional.empty();
  }

  @Override
  String point(Key.Value key) {
    return key.u().toString();
  }

  @Override
  Table<Row<Key.Value>> addNumbers(Table<Row<Key.Value>> table) {
    return table.with("value", row -> Cell.of(row.number()));
  }
}
