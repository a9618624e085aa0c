package dev.zonal.spectrum;

import dev.zonal.kernel.Angle;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An angle as far as rational numbers know it: by its cosine. theta/pi is rational for u = 0, 1/2,
 * 1 and their negatives only, among rational u (Niven's theorem), and there kappa_0 is too.
 */
final class RationalAngle implements Angle<Optional<BigFraction>> {
  private static final Map<BigFraction, BigFraction> KAPPA_0 =
      Map.of(
          BigFraction.ONE,
          BigFraction.ONE,
          BigFraction.of(1, 2),
          BigFraction.of(2, 3),
          BigFraction.ZERO,
          BigFraction.of(1, 2),
          BigFraction.of(-1, 2),
          BigFraction.of(1, 3),
          BigFraction.of(-1),
          BigFraction.ZERO);

  private final Optional<BigFraction> cosine;

  /**
   * @param u the cosine, from -1 to 1
   */
  RationalAngle(BigFraction u) {
    this(Optional.of(u));
  }

  private RationalAngle(Optional<BigFraction> cosine) {
    this.cosine = cosine;
  }

  @Override
  public Optional<BigFraction> theta() {
    return cosine.filter(BigFraction.ONE::equals).map(one -> BigFraction.ZERO);
  }

  @Override
  public Optional<BigFraction> cosine() {
    return cosine;
  }

  @Override
  public Optional<BigFraction> versine() {
    return cosine.map(BigFraction.ONE::subtract);
  }

  @Override
  public Optional<BigFraction> chord() {
    return RationalKnowledge.ARITHMETIC.sqrt(versine().map(v -> v.multiply(2)));
  }

  @Override
  public Optional<BigFraction> kappa0() {
    return cosine.map(KAPPA_0::get);
  }

  /** Rational at both ends; elsewhere sin(theta)/pi enters. */
  @Override
  public Optional<BigFraction> kappa1() {
    return cosine.filter(u -> u.abs().equals(BigFraction.ONE)).map(KAPPA_0::get);
  }

  @Override
  public RationalAngle throughLayer(Optional<BigFraction> arc, Optional<BigFraction> constant) {
    if (cosine.filter(BigFraction.ONE::equals).isPresent()) {
      return this;
    }
    RationalKnowledge over = RationalKnowledge.ARITHMETIC;
    Optional<BigFraction> kept = over.subtract(over.subtract(over.of(1), arc), constant);
    Optional<BigFraction> linear = over.multiply(kept, cosine);
    return new RationalAngle(over.add(over.add(linear, over.multiply(arc, kappa1())), constant));
  }
}
