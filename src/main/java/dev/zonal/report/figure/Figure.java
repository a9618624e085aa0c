package dev.zonal.report.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture as data.
 *
 * @param caption what it shows, in words, with the conventions that are needed to read it
 */
public record Figure(String caption, Axis x, Axis y, List<Curve> curves) {
  public Figure {
    curves = List.copyOf(curves);
  }

  /** The same without points that have no place on the axes, and without curves of no points. */
  Figure visible() {
    List<Curve> shown =
        curves.stream()
            .map(
                curve ->
                    new Curve(
                        curve.name(),
                        curve.style(),
                        curve.points().stream()
                            .filter(p -> x.shows(p.x()) && y.shows(p.y()) && y.shows(p.upper()))
                            .toList()))
            .filter(curve -> !curve.points().isEmpty())
            .toList();
    return new Figure(caption, x, y, shown);
  }

  /** Whether there is anything to see. */
  public boolean isEmpty() {
    return visible().curves().isEmpty();
  }

  /** The colour of each curve: a curve without a name has that of the one before. */
  List<Integer> colours() {
    List<Integer> colours = new ArrayList<>();
    int last = -1;
    for (Curve curve : curves) {
      last += curve.name().isEmpty() && last >= 0 ? 0 : 1;
      colours.add(last);
    }
    return colours;
  }
}
