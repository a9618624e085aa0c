package dev.zonal.report.figure;

import dev.zonal.report.figure.Curve.Point;
import dev.zonal.report.figure.Curve.Style;
import dev.zonal.text.ScientificNotation;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The points of a figure as columns, those of the i-th curve in {@code x1,y1}, of a band in {@code
 * x1,y1,u1}; short columns end in {@code nan}, where pgfplots stops.
 */
final class FigureTable {
  private static final String END = "nan";

  private final List<String> headings = new ArrayList<>();
  private final List<List<String>> columns = new ArrayList<>();

  FigureTable(Figure figure) {
    int number = 0;
    for (Curve curve : figure.visible().curves()) {
      number++;
      add("x" + number, curve, Point::x);
      add("y" + number, curve, Point::y);
      if (curve.style() == Style.BAND) {
        add("u" + number, curve, Point::upper);
      }
    }
  }

  private void add(String heading, Curve curve, ToDoubleFunction<Point> part) {
    headings.add(heading);
    columns.add(
        curve.points().stream()
            .map(p -> ScientificNotation.of(new BigDecimal(Double.toString(part.applyAsDouble(p)))))
            .toList());
  }

  void write(Writer out) throws IOException {
    out.write(String.join(",", headings) + "\n");
    int rows = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < rows; i++) {
      List<String> cells = new ArrayList<>();
      for (List<String> column : columns) {
        cells.add(i < column.size() ? column.get(i) : END);
      }
      out.write(String.join(",", cells) + "\n");
    }
  }
}
