package dev.zonal.kernel.singularity;

import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.Region;

/**
 * The disc |u| &lt;= R without the disc of radius u_* r^2 about u_* and, for functions with two
 * singularities, without the one about -u_*.
 *
 * @param singularity u_*, to a relative accuracy of 2^-48
 * @param square r^2, in (0, 1)
 * @param outer R/u_*, above 1 and below 1 + r^2
 * @param symmetric whether both discs are left out
 */
record NotchedDisc(double singularity, double square, double outer, boolean symmetric)
    implements Region {
  private static final double MARGIN = 0x1p-40;

  /** The angle of the corner, seen from u_*. */
  private double corner() {
    return Math.acos((outer * outer - 1 - square * square) / (2 * square));
  }

  @Override
  public Chart chart() {
    return Chart.COSINE;
  }

  /** The outer circle and the notch; both of them mirrored, where there are two notches. */
  @Override
  public int sides() {
    return symmetric ? 4 : 2;
  }

  @Override
  public ComplexDisc cover(double from, double to) {
    int side = (int) Math.floor((from + to) / 2);
    boolean isNotch = side % 2 == 1;
    double corner = corner();
    double first = isNotch ? corner : seenFromZero(corner);
    double last = symmetric && !isNotch ? Math.PI / 2 : Math.PI;
    double angle = first + (last - first) * ((from + to) / 2 - side);
    double halfArc = (last - first) * (to - from) / 2;
    double size = isNotch ? square : outer;
    double re = singularity * ((isNotch ? 1 : 0) + size * Math.cos(angle));
    return new ComplexDisc(
        side < 2 ? re : -re,
        singularity * size * Math.sin(angle),
        singularity * (size * halfArc + MARGIN));
  }

  private double seenFromZero(double corner) {
    return Math.atan2(square * Math.sin(corner), 1 + square * Math.cos(corner));
  }

  @Override
  public String toString() {
    return "the surroundings of the singularity u = %.6g".formatted(singularity);
  }
}
