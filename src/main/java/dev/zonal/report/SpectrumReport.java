package dev.zonal.report;

import dev.zonal.grid.Block;
import dev.zonal.grid.Gap;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import java.util.List;

/** Eigenvalues: of one kernel on one sphere, or of several. */
public final class SpectrumReport {
  private SpectrumReport() {}

  /**
   * @param blocks of one grid, at least one
   */
  public static Document of(List<Block<Key.Eigenvalue>> blocks) {
    return blocks.size() == 1 ? one(blocks.get(0)) : several(blocks);
  }

  private static Document one(Block<Key.Eigenvalue> block) {
    Key.Eigenvalue first = block.first();
    Table<Row<Key.Eigenvalue>> table = columns(Table.of(block.rows()));
    Fields results =
        new Fields()
            .with("digits", first.digits())
            .with("scale", Words.of(first.scale()))
            .with("rows", table.records())
            .with("failures", failures(block));
    return Document.of(
        page(new Page(), block)
            .field("scale", Words.describe(first.scale()))
            .field("digits", Words.proved(first.digits()))
            .space()
            .table(table),
        table,
        Envelope.of("spectrum", 2, results)
            .kernel(first.kernel())
            .sphere(first.dimension(), Words.of(first.normalization())));
  }

  private static Document several(List<Block<Key.Eigenvalue>> blocks) {
    Key.Eigenvalue first = blocks.get(0).first();
    Page page =
        new Page()
            .field("scale", Words.describe(first.scale()))
            .field("digits", Words.proved(first.digits()));
    for (Block<Key.Eigenvalue> block : blocks) {
      page(page.space(), block).space().table(columns(Table.of(block.rows())));
    }
    Fields results =
        new Fields()
            .with("digits", first.digits())
            .with("scale", Words.of(first.scale()))
            .with("spectra", new Rows<>(blocks, SpectrumReport::fields));
    List<Row<Key.Eigenvalue>> rows = blocks.stream().flatMap(b -> b.rows().stream()).toList();
    return Document.of(
        page,
        columns(
            Table.of(rows)
                .withText("kernel", row -> row.key().kernel().toString())
                .withText("dimension", row -> Integer.toString(row.key().dimension()))),
        Envelope.of("spectra", 1, results));
  }

  private static Fields fields(Block<Key.Eigenvalue> block) {
    Key.Eigenvalue first = block.first();
    String measure = Words.of(first.normalization());
    return new Fields()
        .with("kernel", first.kernel().toString())
        .with("sphere", new Envelope.Sphere(first.dimension(), measure).fields())
        .with("rows", columns(Table.of(block.rows())).records())
        .with("failures", failures(block));
  }

  private static Page page(Page page, Block<Key.Eigenvalue> block) {
    Key.Eigenvalue first = block.first();
    String sphere = Envelope.Sphere.name(first.dimension());
    return page.field("kernel", first.kernel())
        .field("sphere", sphere + ", " + Words.of(first.normalization()) + " measure");
  }

  private static Table<Row<Key.Eigenvalue>> columns(Table<Row<Key.Eigenvalue>> table) {
    return table
        .withText("k", row -> Long.toString(row.key().k()))
        .with("eigenvalue", row -> Cell.of(row.number()))
        .withText("method", row -> Words.of(row.method().orElseThrow()));
  }

  private static Rows<Gap<Key.Eigenvalue>> failures(Block<Key.Eigenvalue> block) {
    return new Rows<>(block.gaps(), gap -> Words.failure("k", Long.toString(gap.key().k()), gap));
  }
}
