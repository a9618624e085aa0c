package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;

/**
 * The map (1 - arc - constant) u + arc kappa_1(u) + constant of covariances by one layer.
 *
 * @param <T> the numbers
 */
public final class CovarianceMap<T> {
  private final Arithmetic<T> over;
  private final T rest;
  private final T arc;
  private final T constant;

  /** Nothing is multiplied by 0 or 1: rest and constant are null for 0, arc is null for 1. */
  private CovarianceMap(Arithmetic<T> over, T rest, T arc, T constant) {
    this.over = over;
    this.rest = rest;
    this.arc = arc;
    this.constant = constant;
  }

  /** kappa_1. */
  public static <T> CovarianceMap<T> plain(Arithmetic<T> over) {
    return new CovarianceMap<>(over, null, null, null);
  }

  /** (1 - sigma) u + sigma kappa_1(u). */
  public static <T> CovarianceMap<T> residual(Arithmetic<T> over, T sigma) {
    return new CovarianceMap<>(over, over.subtract(over.of(1), sigma), sigma, null);
  }

  /** arc kappa_1(u) + constant, arc + constant = 1. */
  public static <T> CovarianceMap<T> biased(Arithmetic<T> over, T arc, T constant) {
    return new CovarianceMap<>(over, null, arc, constant);
  }

  /** The angle that the first layer sees: propagated biases enter it as well. */
  public Angle<T> first(Angle<T> at) {
    return constant == null ? at : at.throughLayer(over.of(0), constant);
  }

  /** The angle after a layer. */
  public Angle<T> next(Angle<T> angle) {
    return angle.throughLayer(arc(), constant());
  }

  /** The cosine of the angle after a layer; without the angle that is less work. */
  public T cosine(Angle<T> angle) {
    T value = arc == null ? angle.kappa1() : over.multiply(arc, angle.kappa1());
    if (rest != null) {
      value = over.add(over.multiply(rest, angle.cosine()), value);
    }
    return constant == null ? value : over.add(value, constant);
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
