package dev.zonal.kernel.region;

import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.kernel.angle.Chart;

/**
 * A compact convex region of the complex plane of one chart, symmetric about the real axis. The
 * half of its boundary with Im z at least 0 is a curve of one or more sides, each parametrised by
 * an interval [n, n + 1]; for a function that is real on the real axis that half decides about all
 * of the region (docs/theory.md, Corollary 6.3).
 */
public interface Region {
  Chart chart();

  /** The number of sides of the upper half of the boundary. */
  default int sides() {
    return 1;
  }

  /**
   * A disc that contains the part of the boundary between two parameters of one side, together with
   * all points closer to it than a margin of 2^-40 of the size of the region.
   */
  ComplexDisc cover(double from, double to);
}
