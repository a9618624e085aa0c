package dev.zonal.kernel.region;

import dev.zonal.arithmetic.Certification;
import dev.zonal.kernel.Kernel;

/**
 * What is certified about the profile of a kernel on a region: that it is holomorphic in a
 * neighbourhood of the region and bounded there in modulus, or else why nothing is (docs/theory.md,
 * Corollary 6.3).
 *
 * @param <R> the shape of the region
 * @param region the region
 * @param bound an upper bound of |f| on the region, within a factor of two or so of the smallest,
 *     or why and where the certification failed
 */
public record SupBound<R extends Region>(R region, Certification<Double> bound) {
  /** Certifies holomorphy and bounds |f| by the maximum principle. */
  public static <R extends Region> SupBound<R> of(Kernel kernel, R region) {
    return new BoundaryCover<>(kernel, region).supBound();
  }

  /** Whether the profile is certified to be holomorphic on the region. */
  public boolean isCertified() {
    return bound.isCertified();
  }
}
