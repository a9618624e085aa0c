package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Two centred Gaussian numbers x, z by their variances and the angle whose cosine is their
 * correlation. For the use of one thread.
 *
 * @param <T> the numbers
 */
public final class GaussianPair<T> {
  private final T first;
  private final T second;
  private final T scale;
  private final T covariance;
  private final Angle<T> angle;
  private T sine;

  private GaussianPair(T first, T second, T scale, T covariance, Angle<T> angle) {
    this.first = first;
    this.second = second;
    this.scale = scale;
    this.covariance = covariance;
    this.angle = angle;
  }

  /** A pair of one variance. */
  public static <T> GaussianPair<T> of(Arithmetic<T> over, T variance, Angle<T> angle) {
    T covariance = over.multiply(variance, angle.cosine());
    return new GaussianPair<>(variance, variance, variance, covariance, angle);
  }

  /** A pair of any variances. */
  public static <T> GaussianPair<T> of(Arithmetic<T> over, T first, T second, Angle<T> angle) {
    T scale = over.sqrt(over.multiply(first, second));
    return new GaussianPair<>(first, second, scale, over.multiply(scale, angle.cosine()), angle);
  }

  /** A number of that variance twice; its angle is not asked for. */
  static <T> GaussianPair<T> equal(T variance) {
    return new GaussianPair<>(variance, variance, variance, variance, null);
  }

  /**
   * A pair of any variances.
   *
   * @param correlation in (-1, 1)
   */
  static <T> GaussianPair<T> ofCorrelation(Arithmetic<T> over, T first, T second, T correlation) {
    T scale = first == second ? first : over.sqrt(over.multiply(first, second));
    Angle<T> angle = ChordAngle.ofCosine(over, correlation);
    return new GaussianPair<>(first, second, scale, over.multiply(scale, correlation), angle);
  }

  /**
   * A pair of any variances.
   *
   * @param covariance of a modulus below the root of the product of the variances
   */
  public static <T> GaussianPair<T> of(Arithmetic<T> over, T first, T second, T covariance) {
    T scale = over.sqrt(over.multiply(first, second));
    Angle<T> angle = ChordAngle.ofCosine(over, over.divide(covariance, scale));
    return new GaussianPair<>(first, second, scale, covariance, angle);
  }

  /** The variance of x. */
  public T first() {
    return first;
  }

  /** The variance of z. */
  public T second() {
    return second;
  }

  /** The root of the product of the variances. */
  public T scale() {
    return scale;
  }

  /** E x z. */
  public T covariance() {
    return covariance;
  }

  /** The angle of the correlation. */
  public Angle<T> angle() {
    return angle;
  }

  /** A number that the dual and its derivative have in common, kept for the second of them. */
  T sine(Supplier<T> computed) {
    if (sine == null) {
      sine = computed.get();
    }
    return sine;
  }

  /** sqrt(f(q) f(q')) for the variances q, q', which is f(q) where they are one. */
  T root(Arithmetic<T> over, UnaryOperator<T> f) {
    return first == second
        ? f.apply(first)
        : over.sqrt(over.multiply(f.apply(first), f.apply(second)));
  }
}
