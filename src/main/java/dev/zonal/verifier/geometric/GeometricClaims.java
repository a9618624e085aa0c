package dev.zonal.verifier.geometric;

import static dev.zonal.verifier.document.Balls.ONE;
import static dev.zonal.verifier.document.Balls.OVER;
import static dev.zonal.verifier.document.Balls.product;
import static dev.zonal.verifier.document.Balls.quotient;

import dev.zonal.arithmetic.Certification;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.kernel.Kernel;
import dev.zonal.verifier.document.Claims;
import dev.zonal.verifier.document.Findings;
import dev.zonal.verifier.document.Hypothesis;
import dev.zonal.verifier.document.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The claim of a geometric law (docs/theory.md, Theorems 17.8 and 17.9). */
public record GeometricClaims(Kernel kernel, int dimension, Findings findings) {
  /** The law, if there is one; a conclusion is drawn from it only if nothing was found wrong. */
  public Optional<GeometricTail> check(Claims.OfGeometric claim) {
    String where = kernel + ", " + claim.parity() + " law";
    long k0 = claim.from();
    boolean starts = k0 >= 4 && claim.parity().firstFrom(k0) == k0;
    if (!findings.require(starts, Hypothesis.GEOMETRIC_START, where)) {
      return Optional.empty();
    }
    Certification<Ratios> series = series(claim);
    if (!findings.require(series.isCertified(), Hypothesis.GEOMETRIC_KERNEL, where)) {
      return Optional.empty();
    }
    Ratios ratios = series.get();
    if (!findings.require(ratios.decrease(), Hypothesis.GEOMETRIC_START, where)) {
      return Optional.empty();
    }
    Slope ratio = ratios.limiting();
    boolean isLeading = !ratio.limit().containsZero();
    if (!findings.require(isLeading, Hypothesis.GEOMETRIC_KERNEL, where)) {
      return Optional.empty();
    }
    Power power = Power.of(dimension, claim);
    Ball constant = product(ratio.limit(), power.constant());
    boolean isPositive = constant.isPositive();
    if (!findings.require(isPositive, Hypothesis.GEOMETRIC_CONSTANT, where)) {
      return Optional.empty();
    }
    findings.note(claim.constant().holds(constant), Hypothesis.GEOMETRIC_CONSTANT, where);
    Slope relative = new Slope(ONE, quotient(ratio.slope(), ratio.limit()));
    boolean holds = holds(claim.deviation(), relative, power.gammas(), power.series());
    findings.require(holds, Hypothesis.GEOMETRIC_DEVIATION, where);
    return Optional.of(
        new GeometricTail(
            claim.parity(), k0, power.rate(), power.exponent(), constant, claim.deviation()));
  }

  /** By Theorem 17.8 where u_* is claimed to be known, else by 17.9. */
  private Certification<Ratios> series(Claims.OfGeometric claim) {
    if (claim.singularity().square().isPresent()) {
      return Surrounded.of(kernel, claim);
    }
    return kernel
        .arcSineForm()
        .filter(form -> isOf(form, claim))
        .map(
            form ->
                Certification.<Ratios>certified(
                    new OneLayer(
                        new Coefficients(form, claim.parity(), claim.from()),
                        claim.order(),
                        product(OVER.pi(), kernel.paperScale(OVER)))))
        .orElseGet(() -> Certification.refused("the kernel is not of that form"));
  }

  /** Whether u_* is the nearest singularity, beyond 1, and mu its order. */
  private static boolean isOf(ArcSineForm form, Claims.OfGeometric claim) {
    Rational singularity = Rational.ONE.subtract(form.shift()).divide(form.slope());
    boolean hasCube = !form.cube().isZero();
    boolean hasRoot = form.root().stream().anyMatch(b -> !b.isZero());
    Rational twice = Rational.of(hasCube ? 3 : hasRoot ? 1 : -1);
    return form.shift().signum() >= 0
        && singularity.compareTo(Rational.ONE) > 0
        && singularity.equals(claim.singularity().lower())
        && singularity.equals(claim.singularity().upper())
        && twice.equals(claim.order().multiply(2));
  }

  /** Whether the claimed deviation holds all e_k k/k0 and 0, and leaves 1 + e_k positive. */
  private static boolean holds(Interval claim, Slope ratio, Slope gammas, Slope series) {
    Slope means = new Slope(ONE, product(Slope.UNIT, ratio.slope()));
    Ball all = means.times(gammas).times(series).slope();
    List<Slope> factors = List.of(ratio, gammas, series);
    BigDecimal least = claim.lower();
    BigDecimal most = claim.upper();
    boolean isLow =
        Interval.compare(least, all.lower()) <= 0
            || least.signum() <= 0 && factors.stream().allMatch(f -> f.isOf(1));
    boolean isHigh =
        Interval.compare(most, all.upper()) >= 0
            || most.signum() >= 0 && factors.stream().allMatch(f -> f.isOf(-1));
    return isLow && isHigh && least.compareTo(BigDecimal.ONE.negate()) > 0;
  }
}
