package dev.zonal.kernel;

/**
 * The angle theta between two points of the sphere, as far as a kernel needs to know it. One layer
 * of a network maps angles to angles.
 *
 * @param <T> the numbers of the arithmetic the angle lives in
 */
public interface Angle<T> {
  /** theta, in [0, pi] where the numbers are real. */
  T theta();

  /** u = cos theta. */
  T cosine();

  /** 1 - u, without cancellation where theta is small. */
  T versine();

  /** The chord r = ||x - z|| = 2 sin(theta/2). */
  T chord();

  /** kappa_0(u) = 1 - theta/pi, the arc-cosine kernel of degree 0. */
  T kappa0();

  /** kappa_1(u) = (sin theta + (pi - theta) cos theta)/pi, the arc-cosine kernel of degree 1. */
  T kappa1();

  /**
   * The angle after one ReLU layer: its cosine is (1 - arc - constant) u + arc kappa_1(u) +
   * constant.
   *
   * @param arc the weight of kappa_1, in [0, 1]
   * @param constant the weight of the bias, in [0, 1 - arc]
   */
  Angle<T> throughLayer(T arc, T constant);
}
