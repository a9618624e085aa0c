package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ArcCosinePolynomials;
import dev.zonal.kernel.layer.CovarianceMap;
import dev.zonal.kernel.layer.Dual;

/**
 * The dual arc kappa_n(u) + rest u + constant of a homogeneous activation, which is a map of
 * angles: nothing cancels near u = 1 (docs/theory.md, Lemmas 5.2 and 5.8).
 *
 * @param <T> the numbers
 */
public final class ArcCosineDual<T> implements Dual<T> {
  private final Arithmetic<T> over;
  private final ArcCosineWeights weights;
  private final boolean plain;
  private final boolean even;

  ArcCosineDual(Arithmetic<T> over, ArcCosineWeights weights) {
    this.over = over;
    this.weights = weights;
    this.plain = weights.isPlain();
    this.even = !plain && weights.isEven();
  }

  @Override
  public T value(Angle<T> angle) {
    T arcs = weighted(weights.arc(), kappa(weights.degree(), angle));
    return plain
        ? arcs
        : weights.degree() == 0
            ? over.add(arcs, over.of(weights.constant()))
            : over.add(arcs, over.scale(angle.cosine(), weights.rest()));
  }

  @Override
  public T slope(Angle<T> angle) {
    T arcs = weighted(weights.slope(), kappa(weights.degree() - 1, angle));
    return plain ? arcs : over.add(arcs, over.of(weights.rest()));
  }

  @Override
  public T slopeAtOne() {
    return over.of(weights.slope().add(weights.rest()));
  }

  private T weighted(Rational weight, T value) {
    return weight.equals(Rational.ONE) ? value : over.scale(value, weight);
  }

  private T kappa(int n, Angle<T> angle) {
    return ArcCosinePolynomials.kappa(over, n, angle);
  }

  @Override
  public Angle<T> through(Angle<T> angle, CovarianceMap<T> map) {
    if (plain && weights.degree() > 0) {
      return angle.throughLayer(weights.degree(), map.arc(), map.constant());
    }
    if (map.isResidual() && weights.degree() == 0) {
      Rational floor = Rational.of(2).subtract(weights.arc());
      return angle.throughStep(
          map.rest(),
          weighted(weights.arc(), map.arc()),
          floor.isZero() ? null : over.scale(map.arc(), floor),
          map.cosine(angle));
    }
    // The identity keeps the angle, an absolute value leaves it as near to 1 as it was to -1.
    if (weights.arc().signum() == 0 && map.isPlain()) {
      return angle;
    }
    T arc = weighted(weights.arc(), map.arc());
    T constant =
        weights.constant().signum() == 0
            ? map.constant()
            : over.add(map.constant(), over.scale(map.arc(), weights.constant()));
    return even && !map.isResidual()
        ? angle.throughAbsoluteValues(arc, constant)
        : angle.throughLayer(weights.degree(), arc, constant);
  }
}
