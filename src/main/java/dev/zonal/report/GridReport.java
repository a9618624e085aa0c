package dev.zonal.report;

import dev.zonal.grid.Block;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import java.util.List;

/**
 * The rows of a grid. One block is a document about its kernel; several are a table of all their
 * rows, a page with a table for each, and a document with a list of them.
 */
abstract class GridReport<K extends Key> {

  /** What a block is about, for people. */
  abstract Page about(Page page, K first);

  /** The same as fields. */
  abstract Fields about(K first);

  /** The same as columns. */
  abstract Table<Row<K>> about(Table<Row<K>> table);

  /** The columns of a block. */
  abstract Table<Row<K>> columns(Table<Row<K>> table);

  /** The point of a key, under its name. */
  abstract Fields point(K key);

  /** The document about one block. */
  abstract Envelope one(K first, Fields results);

  /** The document about several. */
  abstract Envelope several(Fields common, Rows<Block<K>> blocks);

  final Document document(List<Block<K>> blocks) {
    return blocks.size() == 1 ? one(blocks.get(0)) : several(blocks);
  }

  private Document one(Block<K> block) {
    K first = block.first();
    Table<Row<K>> table = columns(Table.of(block.rows()));
    return Document.of(
        common(about(new Page(), first), first).space().table(table),
        table,
        one(first, addRows(common(first), block)));
  }

  private Document several(List<Block<K>> blocks) {
    K first = blocks.get(0).first();
    Page page = common(new Page(), first);
    for (Block<K> block : blocks) {
      about(page.space(), block.first()).space().table(columns(Table.of(block.rows())));
    }
    List<Row<K>> rows = blocks.stream().flatMap(block -> block.rows().stream()).toList();
    return Document.of(
        page,
        columns(about(Table.of(rows))),
        several(common(first), new Rows<>(blocks, block -> addRows(about(block.first()), block))));
  }

  /** What all blocks have in common. */
  private static Page common(Page page, Key first) {
    return page.field(
            "scale",
            switch (first.scale()) {
              case UNIT -> "unit (the normalised kernel)";
              case PAPER -> "paper (the unnormalised kernel of the literature)";
            })
        .field("digits", Words.proved(first.digits()));
  }

  private static Fields common(Key first) {
    return new Fields().with("digits", first.digits()).with("scale", Words.of(first.scale()));
  }

  private Fields addRows(Fields fields, Block<K> block) {
    return fields
        .with("rows", columns(Table.of(block.rows())).records())
        .with("failures", new Rows<>(block.gaps(), this::failure));
  }

  private Fields failure(Gap<K> gap) {
    return point(gap.key()).with("code", Words.of(gap.cause())).with("reason", gap.reason());
  }
}
