package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import java.util.Map;
import java.util.Optional;

/**
 * An angle as far as rational numbers know it: by its cosine. theta/pi is rational for u = 0, 1/2,
 * 1 and their negatives only, among rational u (Niven's theorem), and there kappa_0 is too.
 */
public final class RationalAngle implements Angle<Optional<Rational>> {
  private static final Map<Rational, Rational> KAPPA_0 =
      Map.of(
          Rational.ONE,
          Rational.ONE,
          Rational.of(1, 2),
          Rational.of(2, 3),
          Rational.ZERO,
          Rational.of(1, 2),
          Rational.of(-1, 2),
          Rational.of(1, 3),
          Rational.of(-1),
          Rational.ZERO);

  private final Optional<Rational> cosine;

  /**
   * @param u the cosine, from -1 to 1
   */
  public RationalAngle(Rational u) {
    this(Optional.of(u));
  }

  private RationalAngle(Optional<Rational> cosine) {
    this.cosine = cosine;
  }

  @Override
  public Optional<Rational> theta() {
    return cosine.filter(Rational.ONE::equals).map(one -> Rational.ZERO);
  }

  @Override
  public Optional<Rational> cosine() {
    return cosine;
  }

  @Override
  public Optional<Rational> versine() {
    return cosine.map(Rational.ONE::subtract);
  }

  @Override
  public Optional<Rational> chord() {
    return RationalKnowledge.ARITHMETIC.sqrt(versine().map(v -> v.multiply(2)));
  }

  @Override
  public Optional<Rational> kappa0() {
    return cosine.map(KAPPA_0::get);
  }

  /** Rational at both ends; elsewhere sin(theta)/pi enters. */
  @Override
  public Optional<Rational> kappa1() {
    return cosine.filter(u -> u.abs().equals(Rational.ONE)).map(KAPPA_0::get);
  }

  @Override
  public RationalAngle throughLayer(
      int degree, Optional<Rational> arc, Optional<Rational> constant) {
    if (cosine.filter(Rational.ONE::equals).isPresent()) {
      return this;
    }
    RationalKnowledge over = RationalKnowledge.ARITHMETIC;
    Optional<Rational> kept = over.subtract(over.subtract(over.of(1), arc), constant);
    Optional<Rational> linear = over.multiply(kept, cosine);
    return new RationalAngle(
        over.add(
            over.add(linear, over.multiply(arc, ArcCosinePolynomials.kappa(over, degree, this))),
            constant));
  }

  @Override
  public RationalAngle withCosine(Optional<Rational> u) {
    return new RationalAngle(u);
  }
}
