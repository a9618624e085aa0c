package dev.zonal.report.grid;

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
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The rows of a grid. One block is a document about its kernel; several are a table of all their
 * rows, a page with a table for each, and a document with a list of them.
 */
public final class GridReport<K extends Key> {
  private static final GridReport<Key.Eigenvalue> EIGENVALUES =
      new GridReport<Key.Eigenvalue>(
          new Names("spectrum", "spectra", "spectra", "k"),
          key -> Optional.of(new Envelope.Sphere(key.dimension(), Words.of(key.normalization()))),
          key -> Long.toString(key.k()),
          table ->
              table
                  .with("eigenvalue", "\\eta_k", row -> Cell.of(row.number()))
                  .withText("method", row -> Words.of(row.method().orElseThrow())));

  private static final GridReport<Key.Value> VALUES =
      new GridReport<Key.Value>(
          new Names("kernel", "values", "kernels", "u"),
          key -> key.dimension().map(d -> new Envelope.Sphere(d, "probability")),
          key -> key.u().toString(),
          table -> table.with("value", "f(u)", row -> Cell.of(row.number())));

  private final Names names;
  private final Function<K, Optional<Envelope.Sphere>> sphere;
  private final Function<K, String> point;
  private final UnaryOperator<Table<Row<K>>> numbers;

  /**
   * What stands for what.
   *
   * @param one the document about one block
   * @param several the document about several
   * @param list the list of several blocks
   * @param point what a key is about besides the kernel and the sphere
   */
  private record Names(String one, String several, String list, String point) {}

  /**
   * A form of reports.
   *
   * @param sphere that a key is about, if it is about one
   * @param point of a key
   * @param numbers adds the numbers at the points, and what belongs to them
   */
  private GridReport(
      Names names,
      Function<K, Optional<Envelope.Sphere>> sphere,
      Function<K, String> point,
      UnaryOperator<Table<Row<K>>> numbers) {
    this.names = names;
    this.sphere = sphere;
    this.point = point;
    this.numbers = numbers;
  }

  /**
   * Eigenvalues: of one kernel on one sphere, or of several.
   *
   * @param blocks of one grid, at least one
   */
  public static Document ofEigenvalues(List<Block<Key.Eigenvalue>> blocks) {
    return EIGENVALUES
        .document(blocks)
        .with(GridLegend.ofEigenvalues(blocks.stream().map(Block::first).toList()));
  }

  /** One block of several that are written one by one: its rows as they are in the table of all. */
  public static Document ofEigenvaluesAmongOthers(Block<Key.Eigenvalue> block) {
    return EIGENVALUES.several(List.of(block));
  }

  /**
   * Values of one kernel, or of several.
   *
   * @param blocks of one grid, at least one
   */
  public static Document ofValues(List<Block<Key.Value>> blocks) {
    return VALUES
        .document(blocks)
        .with(GridLegend.ofValues(blocks.stream().map(Block::first).toList()));
  }

  /**
   * The table of eigenvalues, for rows that are written as they come.
   *
   * @param first the first keys of the blocks, at least one
   */
  public static Table<Row<Key.Eigenvalue>> eigenvalueTable(List<Key.Eigenvalue> first) {
    return EIGENVALUES.table(first, List.of());
  }

  /** The table of values, likewise. */
  public static Table<Row<Key.Value>> valueTable(List<Key.Value> first) {
    return VALUES.table(first, List.of());
  }

  private Document document(List<Block<K>> blocks) {
    return blocks.size() == 1 ? one(blocks.get(0)) : several(blocks);
  }

  private Document one(Block<K> block) {
    K first = block.first();
    Table<Row<K>> table = table(List.of(first), block.rows());
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
        named(
            blocks.stream().map(Block::first).toList(),
            blocks.stream().flatMap(block -> block.rows().stream()).toList());
    Rows<Block<K>> list = new Rows<>(blocks, block -> addRows(about(block.first()), block));
    return Document.of(
        page, table, Envelope.of(names.several(), 1, common(first).with(names.list(), list)));
  }

  /** Of blocks with these keys: what differs between them stands in the rows. */
  private Table<Row<K>> table(List<K> first, List<Row<K>> rows) {
    return first.size() > 1 ? named(first, rows) : addColumns(Table.of(rows));
  }

  /** With the kernel and, where there is one, the sphere in the rows. */
  private Table<Row<K>> named(List<K> first, List<Row<K>> rows) {
    Table<Row<K>> table =
        Table.of(rows).with("kernel", row -> new Cell.Code(row.key().kernel().toString()));
    if (first.stream().anyMatch(key -> sphere.apply(key).isPresent())) {
      table = table.with("dimension", "d", row -> dimension(row.key()));
    }
    return addColumns(table);
  }

  private Cell dimension(K key) {
    return sphere
        .apply(key)
        .<Cell>map(of -> new Cell.Whole(of.dimension()))
        .orElseGet(Cell.Nothing::new);
  }

  private Page about(Page page, K first) {
    page.field("kernel", first.kernel());
    sphere.apply(first).ifPresent(sphere -> page.field("sphere", sphere.inWords()));
    return page;
  }

  private Fields about(K first) {
    Fields fields = new Fields().with("kernel", first.kernel().toString());
    sphere.apply(first).ifPresent(sphere -> fields.with("sphere", sphere.fields()));
    return fields;
  }

  private Table<Row<K>> addColumns(Table<Row<K>> table) {
    return numbers.apply(
        table.with(names.point(), names.point(), row -> Cell.of(point.apply(row.key()))));
  }

  /** What all blocks have in common. */
  private static Page addCommon(Page page, Key first) {
    return page.field("scale", Words.inWords(first.scale()))
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
        .with(names.point(), point.apply(gap.key()))
        .with("code", Words.of(gap.cause()))
        .with("reason", gap.reason());
  }
}
