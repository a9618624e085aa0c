package dev.zonal.kernel.region;

import dev.zonal.kernel.angle.Chart;

/**
 * A compact region of the complex plane of one chart, bounded by a Jordan curve and symmetric about
 * the real axis. The half of its boundary with Im z at least 0 is what is covered; for a function
 * that is real on the real axis that half decides about all of the region (docs/theory.md,
 * Corollary 6.3).
 */
public interface Region extends Boundary {
  Chart chart();

  @Override
  default String plane() {
    return chart().toString();
  }
}
