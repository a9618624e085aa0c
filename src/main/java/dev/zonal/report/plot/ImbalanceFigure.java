package dev.zonal.report.plot;

import dev.zonal.grid.Block;
import dev.zonal.grid.Key;
import dev.zonal.grid.Row;
import dev.zonal.report.document.Envelope;
import dev.zonal.report.figure.Axis;
import dev.zonal.report.figure.Curve;
import dev.zonal.report.figure.Curve.Point;
import dev.zonal.report.figure.Curve.Style;
import dev.zonal.report.figure.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Odd eigenvalues against their even neighbours, eta_k/sqrt(eta_(k-1) eta_(k+1)) for odd k, and the
 * limit, which is the quotient of the certified constants of the two parities.
 */
public final class ImbalanceFigure {
  /**
   * The eigenvalues of one kernel.
   *
   * @param limit where it is certified
   */
  public record Spectrum(Block<Key.Eigenvalue> rows, OptionalDouble limit) {}

  private ImbalanceFigure() {}

  /** The figure; an odd k has a point if its neighbours are there and are positive. */
  public static Figure of(List<Spectrum> spectra) {
    boolean oneSphere =
        spectra.stream().map(s -> s.rows().first().dimension()).distinct().count() == 1;
    List<Curve> curves = new ArrayList<>();
    for (Spectrum spectrum : spectra) {
      Key.Eigenvalue first = spectrum.rows().first();
      List<Point> points = points(spectrum.rows());
      curves.add(
          new Curve(
              first.kernel() + (oneSphere ? "" : ", d = " + first.dimension()),
              Style.MARKS,
              points));
      double last = points.stream().mapToDouble(Point::x).max().orElse(1);
      spectrum
          .limit()
          .ifPresent(
              y ->
                  curves.add(
                      new Curve("", Style.DASHED, List.of(new Point(1, y), new Point(last, y)))));
    }
    String sphere =
        oneSphere ? " on " + Envelope.Sphere.name(spectra.get(0).rows().first().dimension()) : "";
    return new Figure(
        "Odd eigenvalues over the geometric mean of their even neighbours%s; dashed: the limit."
            .formatted(sphere),
        Axis.logarithmic("k"),
        Axis.linear("\\eta_k/(\\eta_{k-1}\\eta_{k+1})^{1/2}"),
        curves);
  }

  private static List<Point> points(Block<Key.Eigenvalue> block) {
    Map<Long, Double> values = new HashMap<>();
    for (Row<Key.Eigenvalue> row : block.rows()) {
      values.put(row.key().k(), row.number().rounded().doubleValue());
    }
    List<Point> points = new ArrayList<>();
    for (Row<Key.Eigenvalue> row : block.rows()) {
      long k = row.key().k();
      Double below = values.get(k - 1);
      Double above = values.get(k + 1);
      if (k % 2 == 1 && below != null && above != null && below > 0 && above > 0) {
        // Each root alone, so that no product is too small for a double.
        points.add(new Point((double) k, values.get(k) / (Math.sqrt(below) * Math.sqrt(above))));
      }
    }
    return points;
  }
}
