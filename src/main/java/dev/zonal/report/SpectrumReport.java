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
import dev.zonal.report.document.Words;
import java.util.List;

/** Eigenvalues: of one kernel on one sphere, or of several. */
public final class SpectrumReport extends GridReport<Key.Eigenvalue> {
  private SpectrumReport() {}

  /**
   * The report.
   *
   * @param blocks of one grid, at least one
   */
  public static Document of(List<Block<Key.Eigenvalue>> blocks) {
    return new SpectrumReport().document(blocks);
  }

  @Override
  Page about(Page page, Key.Eigenvalue first) {
    String measure = ", " + Words.of(first.normalization()) + " measure";
    return page.field("kernel", first.kernel())
        .field("sphere", Envelope.Sphere.name(first.dimension()) + measure);
  }

  @Override
  Fields about(Key.Eigenvalue first) {
    String measure = Words.of(first.normalization());
    return new Fields()
        .with("kernel", first.kernel().toString())
        .with("sphere", new Envelope.Sphere(first.dimension(), measure).fields());
  }

  @Override
  Table<Row<Key.Eigenvalue>> about(Table<Row<Key.Eigenvalue>> table) {
    return table
        .withText("kernel", row -> row.key().kernel().toString())
        .withText("dimension", row -> Integer.toString(row.key().dimension()));
  }

  @Override
  Table<Row<Key.Eigenvalue>> columns(Table<Row<Key.Eigenvalue>> table) {
    return table
        .withText("k", row -> Long.toString(row.key().k()))
        .with("eigenvalue", row -> Cell.of(row.number()))
        .withText("method", row -> Words.of(row.method().orElseThrow()));
  }

  @Override
  Fields point(Key.Eigenvalue key) {
    return new Fields().with("k", Long.toString(key.k()));
  }

  @Override
  Envelope one(Key.Eigenvalue first, Fields results) {
    return Envelope.of("spectrum", 2, results)
        .kernel(first.kernel())
        .sphere(first.dimension(), Words.of(first.normalization()));
  }

  @Override
  Envelope several(Fields common, Rows<Block<Key.Eigenvalue>> blocks) {
    return Envelope.of("spectra", 1, common.with("spectra", blocks));
  }
}
