package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.arithmetic.function.BallArithmetic;
import dev.zonal.arithmetic.function.Interpolation;
import dev.zonal.kernel.angle.Chart;
import dev.zonal.kernel.region.ChordDisc;
import dev.zonal.kernel.region.ChordExpansion;
import dev.zonal.kernel.region.KernelBox;
import dev.zonal.kernel.region.SupBound;
import java.util.List;
import java.util.Optional;

/**
 * The coefficients at one end of all kernels with a parameter in an interval, each as a function of
 * the parameter that is known at a few of them and bounded around (docs/theory.md, Corollary 28.5).
 *
 * @param members the expansions of kernels at the points of interpolation
 * @param disc certified for parameters in the widened interval; empty if it is not
 */
record CoefficientRanges(List<ChordExpansion> members, Optional<SupBound<ChordDisc>> disc) {
  private static final BallArithmetic BOUNDS = BallArithmetic.ofBits(64);
  private static final int POINTS = 8;

  static CoefficientRanges of(
      KernelBox box, Chart end, BallArithmetic over, int order, SupBound<ChordDisc> disc) {
    double scale = disc.isCertified() ? disc.region().radius() : 1;
    List<ChordExpansion> members =
        Interpolation.points(POINTS, box.interval().lower(), box.interval().upper()).stream()
            .map(x -> ChordExpansion.of(box.member(x), end, over, order, scale))
            .toList();
    return new CoefficientRanges(members, Optional.of(disc).filter(SupBound::isCertified));
  }

  /**
   * The coefficient of r^n of every member.
   *
   * @throws DomainException if the kernels are not certified on a disc
   */
  Ball coefficient(int n) {
    SupBound<ChordDisc> certified =
        disc.orElseThrow(() -> new DomainException("no disc is certified for the interval"));
    // Cauchy: |A_n| <= M R^-n
    Ball radius = Ball.exact(certified.region().radius());
    Ball bound =
        BOUNDS.multiply(Ball.exact(certified.bound().get()), BOUNDS.power(radius, -(long) n));
    List<Ball> values = members.stream().map(member -> member.coefficient(n)).toList();
    return Interpolation.of(values, bound, KernelBox.WITHIN_WIDENED)
        .range(Rational.of(-1), Rational.ONE);
  }
}
