package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.Dual;

/**
 * The dual arc kappa_n(u) + rest u + constant of a homogeneous activation, which is a map of angles:
 * nothing cancels near u = 1 (docs/theory.md, Lemmas 5.2 and 5.8).
 *
 * @param <T> the numbers
 */
public final class ArcCosineDual<T> implements Dual<T> {
  private final Arithmetic<T> over;
  private final int degree;
  private final Rational arc;
  private final Rational rest;
  private final Rational constant;

  ArcCosineDual(
      Arithmetic<T> over, int degree, Rational arc, Rational rest, Rational constant) {
    this.over = over;
    this.degree = degree;
    this.arc = arc;
    this.rest = rest;
    this.constant = constant;
  }

  /** A multiple. */
  ArcCosineDual<T> scaled(Rational factor) {
    return new ArcCosineDual<>(
        over,
        degree,
        arc.multiply(factor),
        rest.multiply(factor),
        constant.multiply(factor));
  }

  @Override
  public T value(Angle<T> angle) {
    return combined(arc, kappa(degree, angle), degree == 0 ? over.of(1) : angle.cosine());
  }

  @Override
  public T slope(Angle<T> angle) {
    return combined(
        arc.multiply(ArcCosinePolynomials.slope(degree)), kappa(degree - 1, angle), over.of(1));
  }

  @Override
  public T slopeAtOne() {
    return over.of(arc.multiply(ArcCosinePolynomials.slope(degree)).add(rest));
  }

  /** weight value + (rest + constant) other; one of rest and constant is zero. */
  private T combined(Rational weight, T value, T other) {
    T arcs = weight.equals(Rational.ONE) ? value : over.scale(value, weight);
    Rational linear = rest.add(constant);
    return linear.signum() == 0 ? arcs : over.add(arcs, over.scale(other, linear));
  }

  private T kappa(int n, Angle<T> angle) {
    return ArcCosinePolynomials.kappa(over, n, angle);
  }

  @Override
  public Angle<T> through(Angle<T> angle, CovarianceMap<T> map) {
    boolean plain = arc.equals(Rational.ONE);
    T weight = plain ? map.arc() : over.scale(map.arc(), arc);
    T added =
        constant.signum() == 0
            ? map.constant()
            : over.add(map.constant(), over.scale(map.arc(), constant));
    if (map.isResidual()) {
      return degree == 0
          ? angle.withCosine(map.cosine(angle))
          : angle.throughLayer(degree, weight, added);
    }
    // The identity keeps the angle, an absolute value leaves it as near to 1 as it was to -1.
    if (arc.signum() == 0 && map.isPlain()) {
      return angle;
    }
    return rest.add(arc.divide(2)).signum() == 0 && degree == 1
        ? angle.throughAbsoluteValues(weight, added)
        : angle.throughLayer(degree, weight, added);
  }
}
