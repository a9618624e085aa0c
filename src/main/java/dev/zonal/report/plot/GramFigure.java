package dev.zonal.report.plot;

import dev.zonal.data.gram.GramSpectrum;
import dev.zonal.report.figure.Axis;
import dev.zonal.report.figure.Curve;
import dev.zonal.report.figure.Curve.Point;
import dev.zonal.report.figure.Curve.Style;
import dev.zonal.report.figure.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The eigenvalues of the matrices of kernels between points, in decreasing order. */
public final class GramFigure {
  private GramFigure() {}

  /** One kernel. */
  public record Spectrum(String kernel, List<GramSpectrum.Row> rows) {}

  /** The figure. */
  public static Figure of(List<Spectrum> spectra, int points) {
    List<Curve> curves = new ArrayList<>();
    for (Spectrum spectrum : spectra) {
      List<Double> values =
          spectrum.rows().stream()
              .filter(row -> row.value().isCertified())
              .map(row -> row.value().get().rounded().doubleValue())
              .sorted(Comparator.reverseOrder())
              .toList();
      List<Point> ordered = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        ordered.add(new Point(i + 1, values.get(i)));
      }
      curves.add(new Curve(spectrum.kernel(), Style.MARKS, ordered));
    }
    return new Figure(
        "Eigenvalues of the matrices of kernels between " + points + " points, certified.",
        Axis.linear("i"),
        Axis.logarithmic("\\lambda_i"),
        curves);
  }
}
