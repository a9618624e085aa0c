package dev.zonal.verifier;

import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.ChordDisc;
import dev.zonal.kernel.region.Region;
import dev.zonal.kernel.region.ThetaRectangle;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The claims that a kernel is holomorphic on two discs and a rectangle, and bounded there
 * (docs/theory.md, Theorem 6.2 and Corollary 6.3).
 */
record RegionClaims(KernelFacts facts, Findings findings) {
  /** A certified region: its radius or height, and a bound of |f| on it that was found here. */
  record Certified(double size, double bound) {}

  /** All three. */
  record Regions(Certified coincidence, Certified antipode, Certified rectangle) {}

  /** The regions, if all three are certified; a bound claimed may be false all the same. */
  Optional<Regions> check(Claims.Regions claims) {
    DoubleFunction<Region> near = r -> new ChordDisc(Chart.CHORD, r);
    DoubleFunction<Region> far = r -> new ChordDisc(Chart.ANTIPODAL_CHORD, r);
    Optional<Certified> one = check(claims.coincidence(), near, "disc");
    Optional<Certified> two = check(claims.antipode(), far, "antipodal disc");
    Optional<Certified> between = check(claims.rectangle(), ThetaRectangle::new, "rectangle");
    return one.flatMap(a -> two.flatMap(b -> between.map(c -> new Regions(a, b, c))));
  }

  private Optional<Certified> check(
      Claims.Bounded claim, DoubleFunction<Region> shape, String name) {
    String where = facts.kernel() + ", " + name;
    double size = claim.size().doubleValue();
    Optional<Double> bound = bound(claim.size(), size, shape);
    if (!findings.require(bound.isPresent(), Hypothesis.REGION, where)) {
      return Optional.empty();
    }
    boolean serves = new BigDecimal(bound.get()).compareTo(claim.bound()) <= 0;
    findings.require(serves, Hypothesis.REGION_BOUND, where);
    return Optional.of(new Certified(size, bound.get()));
  }

  /** On the region of exactly this size, which must be a double and one that it may have. */
  private Optional<Double> bound(BigDecimal exact, double size, DoubleFunction<Region> shape) {
    if (Double.isInfinite(size) || new BigDecimal(size).compareTo(exact) != 0) {
      return Optional.empty();
    }
    try {
      return facts.bound(shape.apply(size)).bound().value();
    } catch (IllegalArgumentException outOfRange) {
      return Optional.empty();
    }
  }
}
