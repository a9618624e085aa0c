package dev.zonal.kernel.region;

import dev.zonal.arithmetic.region.ComplexDisc;

/**
 * The part of the boundary of a region of the complex plane that decides about all of it: a curve
 * of one or more sides, each parametrised by an interval [n, n + 1].
 */
public interface Boundary {
  /** The coordinate of the plane, in words for people. */
  String plane();

  /** The number of sides. */
  default int sides() {
    return 1;
  }

  /**
   * A disc that contains the part of the boundary between two parameters of one side, together with
   * all points closer to it than a margin of 2^-40 of the size of the region.
   */
  ComplexDisc cover(double from, double to);
}
