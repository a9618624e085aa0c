package dev.zonal.report.figure;

/**
 * One of the two axes.
 *
 * @param isLogarithmic whether its numbers are positive and equal quotients are equally far apart
 */
public record Axis(Label label, boolean isLogarithmic) {
  public static Axis linear(String tex) {
    return new Axis(new Label(tex), false);
  }

  public static Axis logarithmic(String tex) {
    return new Axis(new Label(tex), true);
  }

  /** Whether a number has a place on it. */
  boolean shows(double number) {
    return Double.isFinite(number) && (!isLogarithmic || number > 0);
  }
}
