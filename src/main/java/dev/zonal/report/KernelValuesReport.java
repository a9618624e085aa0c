package dev.zonal.report;

import dev.zonal.grid.Block;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import java.util.List;

/** Values of one kernel, or of several. */
public final class KernelValuesReport {
  private KernelValuesReport() {}

  /**
   * @param blocks of one grid, at least one
   */
  public static Document of(List<Block<Key.Value>> blocks) {
    return blocks.size() == 1 ? one(blocks.get(0)) : several(blocks);
  }

  private static Document one(Block<Key.Value> block) {
    Key.Value first = block.first();
    Table<Row<Key.Value>> table = columns(Table.of(block.rows()));
    Fields results =
        new Fields()
            .with("digits", first.digits())
            .with("scale", Words.of(first.scale()))
            .with("rows", table.records())
            .with("failures", failures(block));
    return Document.of(
        new Page()
            .field("kernel", first.kernel())
            .field("scale", Words.describe(first.scale()))
            .field("digits", Words.proved(first.digits()))
            .space()
            .table(table),
        table,
        Envelope.of("kernel", 2, results).kernel(first.kernel()));
  }

  private static Document several(List<Block<Key.Value>> blocks) {
    Key.Value first = blocks.get(0).first();
    Page page =
        new Page()
            .field("scale", Words.describe(first.scale()))
            .field("digits", Words.proved(first.digits()));
    for (Block<Key.Value> block : blocks) {
      page.space()
          .field("kernel", block.first().kernel())
          .space()
          .table(columns(Table.of(block.rows())));
    }
    Fields results =
        new Fields()
            .with("digits", first.digits())
            .with("scale", Words.of(first.scale()))
            .with("kernels", new Rows<>(blocks, KernelValuesReport::fields));
    List<Row<Key.Value>> rows = blocks.stream().flatMap(block -> block.rows().stream()).toList();
    return Document.of(
        page,
        columns(Table.of(rows).withText("kernel", row -> row.key().kernel().toString())),
        Envelope.of("values", 1, results));
  }

  private static Fields fields(Block<Key.Value> block) {
    return new Fields()
        .with("kernel", block.first().kernel().toString())
        .with("rows", columns(Table.of(block.rows())).records())
        .with("failures", failures(block));
  }

  private static Table<Row<Key.Value>> columns(Table<Row<Key.Value>> table) {
    return table
        .withText("u", row -> row.key().u().toString())
        .with("value", row -> Cell.of(row.number()));
  }

  private static Rows<Gap<Key.Value>> failures(Block<Key.Value> block) {
    return new Rows<>(block.gaps(), gap -> Words.failure("u", gap.key().u().toString(), gap));
  }
}
