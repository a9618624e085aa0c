package dev.zonal.kernel.region;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.arithmetic.region.ComplexJet;
import dev.zonal.kernel.Kernel;
import dev.zonal.kernel.region.BoundaryCover.Effort;
import java.util.function.Function;

/**
 * What is certified about the profile of a kernel on a region: that it is holomorphic in a
 * neighbourhood of the region and bounded there in modulus, or else why nothing is (docs/theory.md,
 * Corollary 6.3).
 *
 * @param <R> the shape of the region
 * @param region the region
 * @param bound an upper bound of |f| on the region, within a factor of two or so of the smallest
 *     unless it is a rough one, or why and where the certification failed
 */
public record SupBound<R extends Boundary>(R region, Certification<Double> bound) {
  /** Certifies holomorphy and bounds |f| by the maximum principle. */
  public static <R extends Region> SupBound<R> of(Kernel kernel, R region) {
    return BoundaryCover.of(kernel, region, Effort.THOROUGH).supBound();
  }

  /**
   * The same sooner: the bound may be 16 times as large as need be, and a region refused that
   * smaller pieces would certify. For regions that are tried one after the other until one will do.
   */
  public static <R extends Region> SupBound<R> roughly(Kernel kernel, R region) {
    return BoundaryCover.of(kernel, region, Effort.ROUGH).supBound();
  }

  /**
   * The same for a function that is given by its jets on discs, each of whose operations refuses
   * what would spoil the inference from the boundary (docs/theory.md, Theorem 6.2).
   */
  public static <R extends Boundary> SupBound<R> of(
      Function<ComplexDisc, ComplexJet> function, R region) {
    return new BoundaryCover<>(function, region, Effort.THOROUGH).supBound();
  }

  /** Whether the profile is certified to be holomorphic on the region. */
  public boolean isCertified() {
    return bound.isCertified();
  }
}
