package dev.zonal.kernel.layer;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.kernel.angle.Angle;

/**
 * The map rest u + arc K(u) + constant of covariances by one layer, rest + arc + constant = 1, K
 * the dual of the layer's activation with K(1) = 1.
 *
 * @param <T> the numbers
 */
public final class CovarianceMap<T> {
  private final Arithmetic<T> over;
  private final Dual<T> dual;
  private final T rest;
  private final T arc;
  private final T constant;

  /** Nothing is multiplied by 0 or 1: rest and constant are null for 0, arc is null for 1. */
  private CovarianceMap(Arithmetic<T> over, Dual<T> dual, T rest, T arc, T constant) {
    this.over = over;
    this.dual = dual;
    this.rest = rest;
    this.arc = arc;
    this.constant = constant;
  }

  /** K. */
  public static <T> CovarianceMap<T> plain(Arithmetic<T> over, Dual<T> dual) {
    return new CovarianceMap<>(over, dual, null, null, null);
  }

  /** (1 - sigma) u + sigma K(u). */
  public static <T> CovarianceMap<T> residual(Arithmetic<T> over, Dual<T> dual, T sigma) {
    return new CovarianceMap<>(over, dual, over.subtract(over.of(1), sigma), sigma, null);
  }

  /** arc K(u) + constant, arc + constant = 1. */
  public static <T> CovarianceMap<T> biased(Arithmetic<T> over, Dual<T> dual, T arc, T constant) {
    return new CovarianceMap<>(over, dual, null, arc, constant);
  }

  /** The angle after a layer. */
  public Angle<T> next(Angle<T> angle) {
    return dual.through(angle, this);
  }

  /** The cosine of the angle after a layer; without the angle that is less work. */
  public T cosine(Angle<T> angle) {
    T value = weighted(dual.value(angle));
    if (rest != null) {
      value = over.add(over.multiply(rest, angle.cosine()), value);
    }
    return constant == null ? value : over.add(value, constant);
  }

  /** The derivative of the map, by which a layer multiplies what the layers before contribute. */
  public T slope(Angle<T> angle) {
    return withRest(dual.slope(angle));
  }

  /** The same at u = 1. */
  public T slopeAtOne() {
    return withRest(dual.slopeAtOne());
  }

  private T withRest(T slope) {
    return rest == null ? weighted(slope) : over.add(rest, weighted(slope));
  }

  private T weighted(T value) {
    return arc == null ? value : over.multiply(arc, value);
  }

  /** Whether a part of u itself remains. */
  public boolean isResidual() {
    return rest != null;
  }

  /** Whether the map is K. */
  public boolean isPlain() {
    return rest == null && arc == null && constant == null;
  }

  /** K. */
  public Dual<T> dual() {
    return dual;
  }

  /** 1 - arc - constant. */
  public T rest() {
    return rest == null ? over.of(0) : rest;
  }

  public T arc() {
    return arc == null ? over.of(1) : arc;
  }

  public T constant() {
    return constant == null ? over.of(0) : constant;
  }
}
