package dev.zonal.kernel.layer;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.kernel.angle.Angle;

/**
 * The map rest u + arc K(u) + constant of covariances by one layer, K the dual of the layer's
 * activation: rest + arc + constant = 1 and K(1) = 1 between inputs of one norm, and at most that
 * {@link #between} others.
 *
 * @param <T> the numbers
 */
public final class CovarianceMap<T> {
  private final Arithmetic<T> over;
  private final Dual<T> dual;
  private final T rest;
  private final T arc;
  private final T constant;
  private final boolean keepsOne;

  /** Nothing is multiplied by 0 or 1: rest and constant are null for 0, arc is null for 1. */
  private CovarianceMap(
      Arithmetic<T> over, Dual<T> dual, T rest, T arc, T constant, boolean keepsOne) {
    this.over = over;
    this.keepsOne = keepsOne;
    this.dual = dual;
    this.rest = rest;
    this.arc = arc;
    this.constant = constant;
  }

  /** K. */
  public static <T> CovarianceMap<T> plain(Arithmetic<T> over, Dual<T> dual) {
    return new CovarianceMap<>(over, dual, null, null, null, true);
  }

  /** (1 - sigma) u + sigma K(u). */
  public static <T> CovarianceMap<T> residual(Arithmetic<T> over, Dual<T> dual, T sigma) {
    return new CovarianceMap<>(over, dual, over.subtract(over.of(1), sigma), sigma, null, true);
  }

  /** arc K(u) + constant, arc + constant = 1. */
  public static <T> CovarianceMap<T> biased(Arithmetic<T> over, Dual<T> dual, T arc, T constant) {
    return new CovarianceMap<>(over, dual, null, arc, constant, true);
  }

  /**
   * The map between inputs of different norms.
   *
   * @param rest null for 0
   * @param constant null for 0
   */
  public static <T> CovarianceMap<T> between(
      Arithmetic<T> over, Dual<T> dual, T rest, T arc, T constant) {
    return new CovarianceMap<>(over, dual, rest, arc, constant, false);
  }

  /** The angle after a layer. */
  public Angle<T> next(Angle<T> angle) {
    return keepsOne ? dual.through(angle, this) : angle.withCosine(cosine(angle));
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
