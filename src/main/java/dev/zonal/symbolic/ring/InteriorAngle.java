package dev.zonal.symbolic.ring;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.series.PowerSeries;
import dev.zonal.arithmetic.series.PowerSeriesArithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.kernel.angle.Mean;

/**
 * An angle as a power series, in the antipodal chord or in u, with exact coefficients. After the
 * first layer the angle at the place of expansion itself lies inside (0, pi): its cosine rho_l,
 * u_l(-1) at the antipode, is given a name, and the arc cosine and the sine that belong to it
 * become named constants as well.
 *
 * @param layer how many layers the angle has passed
 * @param chord at coincidence, or null where it is to be computed
 */
public record InteriorAngle(
    ConstantRing ring,
    PowerSeriesArithmetic<LaurentPolynomial> over,
    int layer,
    PowerSeries<LaurentPolynomial> cosine,
    PowerSeries<LaurentPolynomial> sine,
    PowerSeries<LaurentPolynomial> theta,
    PowerSeries<LaurentPolynomial> chord)
    implements Angle<PowerSeries<LaurentPolynomial>> {
  /** The angle whose antipodal chord is the variable of the series. */
  public static InteriorAngle variable(
      ConstantRing ring, PowerSeriesArithmetic<LaurentPolynomial> over) {
    PowerSeries<LaurentPolynomial> r = over.variable(ring.of(1));
    PowerSeries<LaurentPolynomial> square = over.square(r);
    PowerSeries<LaurentPolynomial> half = over.scale(r, Rational.of(1, 2));
    PowerSeries<LaurentPolynomial> cosHalf =
        over.sqrt(over.subtract(over.of(1), over.square(half)));
    return new InteriorAngle(
        ring,
        over,
        0,
        over.subtract(over.scale(square, Rational.of(1, 2)), over.of(1)),
        over.multiply(r, cosHalf),
        over.subtract(over.pi(), over.scale(over.asin(half), Rational.of(2))),
        over.scale(cosHalf, Rational.of(2)));
  }

  /** The angle whose cosine is the variable of the series. */
  public static InteriorAngle ofCosine(
      ConstantRing ring, PowerSeriesArithmetic<LaurentPolynomial> over) {
    PowerSeries<LaurentPolynomial> u = over.variable(ring.of(1));
    PowerSeries<LaurentPolynomial> right = over.scale(over.pi(), Rational.of(1, 2));
    return new InteriorAngle(
        ring,
        over,
        0,
        u,
        over.sqrt(over.subtract(over.of(1), over.square(u))),
        over.subtract(right, over.asin(u)),
        null);
  }

  @Override
  public PowerSeries<LaurentPolynomial> versine() {
    return over.subtract(over.of(1), cosine);
  }

  @Override
  public PowerSeries<LaurentPolynomial> chord() {
    return chord != null ? chord : over.sqrt(over.scale(versine(), Rational.of(2)));
  }

  @Override
  public PowerSeries<LaurentPolynomial> kappa0() {
    return over.subtract(over.of(1), over.divide(theta, over.pi()));
  }

  @Override
  public PowerSeries<LaurentPolynomial> kappa1() {
    LaurentPolynomial arc =
        ring.multiply(ring.subtract(ring.pi(), theta.coefficient(0)), cosine.coefficient(0));
    LaurentPolynomial atZero = ring.divide(ring.add(sine.coefficient(0), arc), ring.pi());
    return over.integral(over.multiply(kappa0(), over.derivative(cosine)), atZero);
  }

  @Override
  public InteriorAngle throughLayer(
      int degree, PowerSeries<LaurentPolynomial> arc, PowerSeries<LaurentPolynomial> constant) {
    PowerSeries<LaurentPolynomial> kept = over.subtract(over.subtract(over.of(1), arc), constant);
    PowerSeries<LaurentPolynomial> kappa = ArcCosinePolynomials.kappa(over, degree, this);
    return withCosine(
        over.add(over.add(over.multiply(kept, cosine), over.multiply(arc, kappa)), constant));
  }

  /** Named after the unit. */
  @Override
  public InteriorAngle mean(Mean<PowerSeries<LaurentPolynomial>> of) {
    return behind(of.number(), of.cosine(cosine));
  }

  @Override
  public InteriorAngle withCosine(PowerSeries<LaurentPolynomial> u) {
    return behind(layer + 1, u);
  }

  private InteriorAngle behind(int number, PowerSeries<LaurentPolynomial> u) {
    PowerSeries<LaurentPolynomial> next = u;
    LaurentPolynomial atZero = next.coefficient(0);
    LaurentPolynomial rho = ring.name("rho" + number, atZero);
    next = over.add(over.subtract(next, over.constant(atZero)), over.constant(rho));
    PowerSeries<LaurentPolynomial> nextSine =
        over.sqrt(over.subtract(over.of(1), over.square(next)));
    PowerSeries<LaurentPolynomial> slope =
        over.divide(over.negate(over.derivative(next)), nextSine);
    return new InteriorAngle(
        ring, over, number, next, nextSine, over.integral(slope, ring.arcCosine(rho)), null);
  }
}
