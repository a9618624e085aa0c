package dev.zonal.kernel.region;

import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.kernel.angle.Chart;

/**
 * The closed ellipse in the theta plane with foci {@code from} and {@code to} and semi-axes h (rho
 * + 1/rho)/2 and h (rho - 1/rho)/2, h = (to - from)/2, where Gauss-Legendre quadrature on [from,
 * to] converges like rho^(-2n).
 *
 * <p>What is certified for it holds for every panel whose ends differ from {@code from} and {@code
 * to} by less than 2^-42 (|from| + |to|), such as those with an end at pi, and the same rho up to
 * 100.
 */
public record BernsteinEllipse(double from, double to, double rho) implements Region {
  private static final double MARGIN = 0x1p-41;

  /**
   * @param from the left end of the panel
   * @param to the right end of the panel, larger than {@code from}
   * @param rho the sum of the semi-axes over h, larger than 1
   */
  public BernsteinEllipse {
    if (!(from < to && Double.isFinite(to - from))) {
      throw new IllegalArgumentException("a panel is an interval");
    }
    if (!(rho > 1 && rho < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the parameter of a Bernstein ellipse is larger than 1");
    }
  }

  /** The vertical semi-axis, rounded up. */
  public double height() {
    return semiAxis(-1) * (1 + 0x1p-48);
  }

  private double semiAxis(int sign) {
    return (to - from) / 4 * (rho + sign / rho);
  }

  @Override
  public Chart chart() {
    return Chart.THETA;
  }

  @Override
  public ComplexDisc cover(double first, double last) {
    double angle = Math.PI * ((first + last) / 2);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double major = semiAxis(1);
    double minor = semiAxis(-1);
    double halfArc = Math.PI * (last - first) / 2;
    // The speed is sqrt(major^2 sin^2 + minor^2 cos^2) and changes at a rate of at most major.
    double speed = Math.sqrt(major * major * sin * sin + minor * minor * cos * cos);
    double fastest = Math.min(major, speed + major * halfArc);
    return new ComplexDisc(
        (from + to) / 2 + major * cos,
        minor * sin,
        fastest * halfArc + MARGIN * (Math.abs(from) + Math.abs(to)) * (1 + rho));
  }
}
