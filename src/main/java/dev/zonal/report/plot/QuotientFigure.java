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
import dev.zonal.spectrum.value.Parity;
import dev.zonal.theorem.Equivalence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The quotients of the eigenvalues of two kernels, between their infimum and their supremum. */
public final class QuotientFigure {
  private QuotientFigure() {}

  /**
   * The figure.
   *
   * @param proof that the kernels are equivalent
   */
  public static Figure of(
      Block<Key.Eigenvalue> one, Block<Key.Eigenvalue> two, Equivalence.Proof proof) {
    Map<Long, Double> below = new HashMap<>();
    for (Row<Key.Eigenvalue> row : two.rows()) {
      below.put(row.key().k(), row.number().rounded().doubleValue());
    }
    List<Curve> curves = new ArrayList<>();
    double last = 1;
    for (Parity parity : Parity.values()) {
      List<Point> points = new ArrayList<>();
      for (Row<Key.Eigenvalue> row : one.rows()) {
        long k = row.key().k();
        Double divisor = below.get(k);
        if (divisor != null && Parity.of(k) == parity) {
          points.add(new Point((double) k, row.number().rounded().doubleValue() / divisor));
          last = Math.max(last, (double) k);
        }
      }
      curves.add(new Curve(parity + " k", Style.MARKS, points));
    }
    curves.add(bound("infimum", proof.infimum().value().toDouble(), last));
    curves.add(bound("supremum", proof.supremum().value().toDouble(), last));
    return new Figure(
        "Eigenvalues of %s over those of %s on %s; dashed: the proved infimum and supremum over all k."
            .formatted(
                one.first().kernel(),
                two.first().kernel(),
                Envelope.Sphere.name(one.first().dimension())),
        Axis.logarithmic("k"),
        Axis.linear("\\eta_k/\\eta'_k"),
        curves);
  }

  private static Curve bound(String name, double height, double last) {
    return new Curve(name, Style.DASHED, List.of(new Point(1, height), new Point(last, height)));
  }
}
