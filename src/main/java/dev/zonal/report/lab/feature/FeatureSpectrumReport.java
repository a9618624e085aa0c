package dev.zonal.report.lab.feature;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.lab.approximation.FeatureSpectrum;
import dev.zonal.lab.feature.Directions;
import dev.zonal.report.document.Cell;
import dev.zonal.report.document.Document;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.document.Fields;
import dev.zonal.report.document.Page;
import dev.zonal.report.document.Table;
import dev.zonal.report.document.Words;
import dev.zonal.report.lab.Measured;
import java.util.Optional;

/** The spectrum of ramps beside that of kappa_1. */
public record FeatureSpectrumReport(Directions law, int ramps, int dimension, long seed) {
  private static final int DIGITS = 12;

  /** The document. */
  public Document of(FeatureSpectrum spectrum) {
    Table<FeatureSpectrum.Level> table =
        Table.of(spectrum.levels())
            .with("k", level -> new Cell.Whole(level.k()))
            .withText("multiplicity", level -> level.multiplicity().toString())
            .with("eigenvalue", FeatureSpectrumReport::certified)
            .with("mean", level -> Measured.number(level.mean()))
            .with("least", level -> Measured.number(end(level, level.cluster().size() - 1)))
            .with("largest", level -> Measured.number(end(level, 0)));
    Fields results =
        new Fields()
            .with("directions", Words.of(law))
            .with("ramps", ramps)
            .with("dimension", dimension)
            .with("seed", seed)
            .with("rows", table.records())
            .with("rest", Measured.number(spectrum.rest()));
    Page page =
        new Page()
            .field("kernel", "arccos:1")
            .field("sphere", Envelope.Sphere.name(dimension) + ", probability measure")
            .field("ramps", ramps + " of directions " + Words.of(law) + ", seed " + seed)
            .space()
            .table(table)
            .space()
            .field("rest", Measured.number(spectrum.rest()).text());
    return Document.of(page, table, Envelope.of("featurespectrum", 1, results).kernel("arccos:1"));
  }

  private static Optional<Double> end(FeatureSpectrum.Level level, int index) {
    return level.cluster().isEmpty() ? Optional.empty() : Optional.of(level.cluster().get(index));
  }

  /** To so many digits; the enclosure is far narrower. */
  private static Cell certified(FeatureSpectrum.Level level) {
    Optional<CertifiedNumber> number =
        level
            .exact()
            .flatMap(PiRational::rational)
            .map(x -> x.decimal(DIGITS))
            .or(() -> level.eigenvalue().decimal(DIGITS))
            .map(x -> new CertifiedNumber(x, level.eigenvalue(), level.exact(), DIGITS));
    return number.<Cell>map(Cell::of).orElseGet(Cell.Nothing::new);
  }
}
