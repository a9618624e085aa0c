package dev.zonal.report;

import dev.zonal.grid.Block;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Rows;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a grid. One block is a document about its kernel; several are a table of all their
 * rows, a page with a table for each, and a document with a list of them.
 */
abstract class GridReport<K extends Key> {
  private final Names names;

  /**
   * What stands for what.
   *
   * @param one the document about one block
   * @param several the document about several
   * @param list the list of several blocks
   * @param point what a key is about besides the kernel and the sphere
   */
  record Names(String one, String several, String list, String point) {}

  GridReport(Names names) {
    this.names = names;
  }

  /** The sphere that a key is about, if it is about one. */
  abstract Optional<Envelope.Sphere> sphere(K key);

  /** The point of a key. */
  abstract String point(K key);

  /** Adds the numbers at the points, and what belongs to them. */
  abstract Table<Row<K>> addNumbers(Table<Row<K>> table);

  final Document document(List<Block<K>> blocks) {
    return blocks.size() == 1 ? one(blocks.get(0)) : several(blocks);
  }

  private Document one(Block<K> block) {
    K first = block.first();
    Table<Row<K>> table = addColumns(Table.of(block.rows()));
    return Document.of(
        addCommon(about(new Page(), first), first).space().table(table),
        table,
        Envelope.of(names.one(), 2, about(first), addRows(common(first), block)));
  }

  private Document several(List<Block<K>> blocks) {
    K first = blocks.get(0).first();
    Page page = addCommon(new Page(), first);
    for (Block<K> block : blocks) {
      about(page.space(), block.first()).space().table(addColumns(Table.of(block.rows())));
    }
    Table<Row<K>> table =
        Table.of(blocks.stream().flatMap(block -> block.rows().stream()).toList())
            .withText("kernel", row -> row.key().kernel().toString());
    if (sphere(first).isPresent()) {
      table = table.with("dimension", row -> new Cell.Whole(sphere(row.key()).get().dimension()));
    }
    Rows<Block<K>> list = new Rows<>(blocks, block -> addRows(about(block.first()), block));
    return Document.of(
        page,
        addColumns(table),
        Envelope.of(names.several(), 1, common(first).with(names.list(), list)));
  }

  private Page about(Page page, K first) {
    page.field("kernel", first.kernel());
    sphere(first).ifPresent(sphere -> page.field("sphere", sphere.inWords()));
    return page;
  }

  private Fields about(K first) {
    Fields fields = new Fields().with("kernel", first.kernel().toString());
    sphere(first).ifPresent(sphere -> fields.with("sphere", sphere.fields()));
    return fields;
  }

  private Table<Row<K>> addColumns(Table<Row<K>> table) {
    return addNumbers(table.withText(names.point(), row -> point(row.key())));
  }

  /** What all blocks have in common. */
  private static Page addCommon(Page page, Key first) {
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
        .with("rows", addColumns(Table.of(block.rows())).records())
        .with("failures", new Rows<>(block.gaps(), this::failure));
  }

  private Fields failure(Gap<K> gap) {
    return new Fields()
        .with(names.point(), point(gap.key()))
        .with("code", Words.of(gap.cause()))
        .with("reason", gap.reason());
  }
}
