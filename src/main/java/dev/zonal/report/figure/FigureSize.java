package dev.zonal.report.figure;

/**
 * How large a figure is on paper.
 *
 * @param width in millimetres
 * @param height in millimetres
 * @param dpi of a picture of pixels
 */
public record FigureSize(double width, double height, int dpi) {
  private static final double MILLIMETRES = 25.4;
  private static final double POINTS = 72;

  /** In points of 1/72 inch. */
  double widthInPoints() {
    return width / MILLIMETRES * POINTS;
  }

  double heightInPoints() {
    return height / MILLIMETRES * POINTS;
  }

  int widthInPixels() {
    return (int) Math.round(width / MILLIMETRES * dpi);
  }

  int heightInPixels() {
    return (int) Math.round(height / MILLIMETRES * dpi);
  }
}
