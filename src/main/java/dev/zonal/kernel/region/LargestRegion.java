package dev.zonal.kernel.region;

import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.BoundaryCover.Effort;
import java.util.function.DoubleFunction;

/**
 * The search for the largest region of a family that can be certified, to about a per cent of its
 * size. Covers are coarse during the search; only the region found is bounded.
 */
final class LargestRegion {
  private static final double ACCURACY = 1.015;

  /** Refusals are quick, so the search comes from above, in growing steps. */
  private static final double[] FIRST_STEPS = {1, 0.98, 0.9, 0.75, 0.5};

  private static final double SMALLEST = 0x1p-30;

  private LargestRegion() {}

  /**
   * The bound on the largest region, or the refusal of the smallest one tried.
   *
   * @param family regions that grow with their size
   * @param cap the largest size to try
   */
  static <R extends Region> SupBound<R> of(Kernel kernel, DoubleFunction<R> family, double cap) {
    double refused = Double.POSITIVE_INFINITY;
    double size = cap;
    BoundaryCover<R> cover = BoundaryCover.of(kernel, family.apply(size), Effort.THOROUGH);
    for (int step = 1; !cover.complete(); step++) {
      refused = size;
      size = step < FIRST_STEPS.length ? cap * FIRST_STEPS[step] : size / 2;
      if (size < cap * SMALLEST) {
        break;
      }
      cover = BoundaryCover.of(kernel, family.apply(size), Effort.THOROUGH);
    }
    double certified = size;
    while (refused < Double.POSITIVE_INFINITY && refused > ACCURACY * certified) {
      double middle = Math.sqrt(certified * refused);
      BoundaryCover<R> next = BoundaryCover.of(kernel, family.apply(middle), Effort.THOROUGH);
      if (next.complete()) {
        certified = middle;
        cover = next;
      } else {
        refused = middle;
      }
    }
    SupBound<R> bound = cover.supBound();
    for (size = certified; !bound.isCertified() && size > cap * SMALLEST; size /= 2) {
      // The cover is complete, but a bound there is too large for a double.
      bound = SupBound.of(kernel, family.apply(size / 2));
    }
    return bound;
  }
}
