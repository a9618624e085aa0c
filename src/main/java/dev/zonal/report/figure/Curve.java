package dev.zonal.report.figure;

import java.util.List;

/**
 * Points that belong together.
 *
 * @param name in the legend, as a plain text; empty for a curve that belongs to the one before,
 *     whose colour it takes
 */
public record Curve(String name, Style style, List<Point> points) {
  /** How it is drawn. */
  public enum Style {
    /** A mark at each point. */
    MARKS,
    /** A line through the points. */
    LINE,
    /** A line of dashes, for what is a limit or a bound. */
    DASHED,
    /** A region between a lower and an upper end, in a light colour. */
    BAND
  }

  /**
   * A point.
   *
   * @param y of a band its lower end
   * @param upper of a band its upper end, else y
   */
  public record Point(double x, double y, double upper) {
    public Point(double x, double y) {
      this(x, y, y);
    }
  }

  public Curve {
    points = List.copyOf(points);
  }
}
