package dev.zonal.kernel.singularity;

import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.kernel.region.Boundary;

/**
 * The disc of all w = sqrt(1 - u/u_*) with |w| at most r.
 *
 * @param radius r, in (0, 1)
 */
record RootDisc(double radius) implements Boundary {
  private static final double MARGIN = 0x1p-40;

  @Override
  public String plane() {
    return "sqrt(1 - u/u_*)";
  }

  @Override
  public ComplexDisc cover(double from, double to) {
    double angle = Math.PI * ((from + to) / 2);
    double halfArc = Math.PI * (to - from) / 2;
    return new ComplexDisc(
        radius * Math.cos(angle), radius * Math.sin(angle), radius * (halfArc + MARGIN));
  }

  @Override
  public String toString() {
    return "the disc |sqrt(1 - u/u_*)| <= %.4g".formatted(radius);
  }
}
