package dev.zonal.report.plot;

import dev.zonal.report.figure.Axis;
import dev.zonal.report.figure.Curve;
import dev.zonal.report.figure.Curve.Point;
import dev.zonal.report.figure.Curve.Style;
import dev.zonal.report.figure.Figure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two columns of a table of numbers, with a curve for each value of a third. */
public final class TableFigure {
  private TableFigure() {}

  /**
   * One row of the table.
   *
   * @param curve the value of the third column, empty if there is none
   */
  public record Row(String curve, double x, double y) {}

  /**
   * Where the points stand.
   *
   * @param x the name of the column
   * @param by the name of the third column, or empty
   */
  public record Columns(
      String x, String y, String by, boolean isLogarithmicX, boolean isLogarithmicY) {}

  /** The figure, its curves in the order in which they appear, points by x. */
  public static Figure of(Columns columns, List<Row> rows, String source) {
    Map<String, List<Point>> byCurve = new LinkedHashMap<>();
    for (Row row : rows) {
      byCurve
          .computeIfAbsent(row.curve(), name -> new ArrayList<>())
          .add(new Point(row.x(), row.y()));
    }
    List<Curve> curves = new ArrayList<>();
    byCurve.forEach(
        (name, points) -> {
          String label = columns.by().isEmpty() ? columns.y() : columns.by() + " = " + name;
          List<Point> ordered =
              points.stream().sorted(Comparator.comparingDouble(Point::x)).toList();
          curves.add(new Curve(label, Style.LINE, ordered));
          curves.add(new Curve("", Style.MARKS, ordered));
        });
    return new Figure(
        "%s against %s, from %s.".formatted(columns.y(), columns.x(), source),
        axis(columns.x(), columns.isLogarithmicX()),
        axis(columns.y(), columns.isLogarithmicY()),
        curves);
  }

  private static Axis axis(String name, boolean isLogarithmic) {
    String tex = "\\mathrm{" + name + "}";
    return isLogarithmic ? Axis.logarithmic(tex) : Axis.linear(tex);
  }
}
