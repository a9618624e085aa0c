package dev.zonal.theorem.geometric;

import static dev.zonal.theorem.geometric.NearLimit.OVER;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.kernel.ArcSineForm;
import dev.zonal.spectrum.value.Parity;
import java.util.Optional;

/**
 * The series of a kernel of one layer (docs/theory.md, Theorem 17.8).
 *
 * @param form the kernel times its scale
 * @param scale f(1) times which the form is
 */
record OneLayerSeries(ArcSineForm form, Ball scale, Rational order) implements SingularSeries {
  private static final Rational HALF = Rational.of(1, 2);

  /** Empty unless 1 is below the singularity, and some coefficient there is not zero. */
  static Optional<OneLayerSeries> of(ArcSineForm form, Ball scale) {
    return form.shift().signum() >= 0 && place(form).compareTo(Rational.ONE) > 0
        ? order(form).map(order -> new OneLayerSeries(form, scale, order))
        : Optional.empty();
  }

  private static Rational place(ArcSineForm form) {
    return Rational.ONE.subtract(form.shift()).divide(form.slope());
  }

  /** mu, if some coefficient at the singularity is not zero. */
  private static Optional<Rational> order(ArcSineForm form) {
    if (!form.cube().isZero()) {
      return Optional.of(Rational.of(3, 2));
    }
    if (!form.rootAtSingularity().isZero()) {
      return Optional.of(HALF);
    }
    boolean isArc = form.root().stream().allMatch(Rational::isZero);
    return isArc && !form.arcAtSingularity().isZero()
        ? Optional.of(HALF.negate())
        : Optional.empty();
  }

  @Override
  public Singularity singularity() {
    return Singularity.of(place(form));
  }

  @Override
  public Optional<NearLimit> ratios(Parity parity, long from) {
    RootCoefficients root = new RootCoefficients(form.shift(), parity, from);
    if (!root.decreases()) {
      return Optional.empty();
    }
    NearLimit ratios = new ArcSineCoefficients(form, root).over(order);
    Ball factor = OVER.divide(Ball.exact(1), OVER.multiply(OVER.pi(), scale));
    return Optional.of(ratios.times(NearLimit.of(factor)));
  }
}
