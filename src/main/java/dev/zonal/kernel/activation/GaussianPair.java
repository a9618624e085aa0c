package dev.zonal.kernel.activation;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.kernel.angle.Angle;
import dev.zonal.kernel.angle.ChordAngle;
import java.util.function.UnaryOperator;

/**
 * Two centred Gaussian numbers x, z by their variances and the angle whose cosine is their
 * correlation.
 *
 * @param first the variance of x, positive
 * @param second the variance of z, positive
 * @param scale the root of the product of the variances
 * @param covariance E x z
 * @param angle the angle of the correlation
 * @param <T> the numbers
 */
public record GaussianPair<T>(T first, T second, T scale, T covariance, Angle<T> angle) {
  /** A pair of one variance. */
  public static <T> GaussianPair<T> of(Arithmetic<T> over, T variance, Angle<T> angle) {
    T covariance = over.multiply(variance, angle.cosine());
    return new GaussianPair<>(variance, variance, variance, covariance, angle);
  }

  /**
   * A pair of any variances.
   *
   * @param covariance of a modulus below {@link #scale}
   */
  public static <T> GaussianPair<T> of(Arithmetic<T> over, T first, T second, T covariance) {
    T scale = over.sqrt(over.multiply(first, second));
    Angle<T> angle = ChordAngle.ofCosine(over, over.divide(covariance, scale));
    return new GaussianPair<>(first, second, scale, covariance, angle);
  }

  /** sqrt(f(q) f(q')) for the variances q, q', which is f(q) where they are one. */
  T root(Arithmetic<T> over, UnaryOperator<T> f) {
    return first == second
        ? f.apply(first)
        : over.sqrt(over.multiply(f.apply(first), f.apply(second)));
  }
}
