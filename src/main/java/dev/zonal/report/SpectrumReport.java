package dev.zonal.report;

import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import java.util.List;
import java.util.Optional;

/** Eigenvalues: of one kernel on one sphere, or of several. */
public final class SpectrumReport extends GridReport<Key.Eigenvalue> {
  private SpectrumReport() {
    super(new Names("spectrum", "spectra", "spectra", "k"));
  }

  /**
   * The report.
   *
   * @param blocks of one grid, at least one
   */
  public static Document of(List<Block<Key.Eigenvalue>> blocks) {
    return new SpectrumReport().document(blocks);
  }

  @Override
  Optional<Envelope.Sphere> sphere(Key.Eigenvalue key) {
    return Optional.of(new Envelope.Sphere(key.dimension(), Words.of(key.normalization())));
  }

  @Override
  String point(Key.Eigenvalue key) {
    return Long.toString(key.k());
  }

  @Override
  Table<Row<Key.Eigenvalue>> addNumbers(Table<Row<Key.Eigenvalue>> table) {
    return table
        .with("eigenvalue", row -> Cell.of(row.number()))
        .withText("method", row -> Words.of(row.method().orElseThrow()));
  }
}
