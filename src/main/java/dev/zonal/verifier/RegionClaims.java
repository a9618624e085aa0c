package dev.zonal.verifier;

import dev.zonal.kernel.Chart;
import dev.zonal.kernel.ChordDisc;
import dev.zonal.kernel.Region;
import dev.zonal.kernel.SupBound;
import dev.zonal.kernel.ThetaRectangle;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The claims that a kernel is holomorphic on two discs and a rectangle, and bounded there
 * (docs/theory.md, Theorem 6.2 and Corollary 6.3).
 */
record RegionClaims(Certified coincidence, Certified antipode, Certified rectangle) {

  /** A certified region: its radius or height, and a bound of |f| on it that was found here. */
  record Certified(double size, double bound) {}

  /** The regions, if all three are certified; the bounds claimed may be false all the same. */
  static Optional<RegionClaims> check(KernelFacts facts, Claims.Regions claims, Findings findings) {
    Optional<Certified> near =
        check(facts, claims.coincidence(), r -> new ChordDisc(Chart.CHORD, r), "disc", findings);
    Optional<Certified> far =
        check(
            facts,
            claims.antipode(),
            r -> new ChordDisc(Chart.ANTIPODAL_CHORD, r),
            "antipodal disc",
            findings);
    Optional<Certified> between =
        check(facts, claims.rectangle(), ThetaRectangle::new, "rectangle", findings);
    return near.isPresent() && far.isPresent() && between.isPresent()
        ? Optional.of(new RegionClaims(near.get(), far.get(), between.get()))
        : Optional.empty();
  }

  private static Optional<Certified> check(
      KernelFacts facts,
      Claims.Bounded claim,
      DoubleFunction<Region> shape,
      String name,
      Findings findings) {
    String where = facts.kernel() + ", " + name;
    Optional<Certified> certified = certify(facts, claim.size(), shape);
    if (!findings.require(certified.isPresent(), Hypothesis.REGION, where)) {
      return Optional.empty();
    }
    BigDecimal bound = new BigDecimal(certified.get().bound());
    findings.require(bound.compareTo(claim.bound()) <= 0, Hypothesis.REGION_BOUND, where);
    return certified;
  }

  /** The region of exactly this size, which must be a double and one that the region may have. */
  private static Optional<Certified> certify(
      KernelFacts facts, BigDecimal size, DoubleFunction<Region> shape) {
    double rounded = size.doubleValue();
    if (Double.isInfinite(rounded) || new BigDecimal(rounded).compareTo(size) != 0) {
      return Optional.empty();
    }
    SupBound<? extends Region> bound;
    try {
      bound = facts.bound(shape.apply(rounded));
    } catch (IllegalArgumentException outOfRange) {
      return Optional.empty();
    }
    return bound.isCertified()
        ? Optional.of(new Certified(rounded, bound.bound().getAsDouble()))
        : Optional.empty();
  }
}
