package dev.zonal.kernel.angle;

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
   * The angle after one layer: its cosine is (1 - arc - constant) u + arc kappa_n(u) + constant,
   * where this lies in [-1, 1] for every u in [-1, 1].
   *
   * @param degree n; 0 only where arc + constant = 1
   * @param arc the weight of the arc-cosine kernel
   * @param constant the weight of the constant
   */
  Angle<T> throughLayer(int degree, T arc, T constant);

  /**
   * The angle whose cosine is (1 - constant) u + constant: what a bias does.
   *
   * @param zero the number 0
   */
  default Angle<T> throughBias(T zero, T constant) {
    return throughLayer(1, zero, constant);
  }

  /**
   * The angle whose cosine is rest u + arc kappa_0(u) + 1 - rest - arc, where that is {@code u}: a
   * step beside what passes it.
   *
   * @param floor 2 - 2 rest - arc, by which that cosine stays above -1 at the antipode; null for 0
   */
  default Angle<T> throughStep(T rest, T arc, T floor, T u) {
    return withCosine(u);
  }

  /** The angle whose cosine is that mean, of this input and of angles that come from it. */
  default Angle<T> mean(Mean<T> of) {
    return withCosine(of.cosine(cosine()));
  }

  /** The angle whose cosine is {@code u}, where that is all that is known of it. */
  Angle<T> withCosine(T u);

  /**
   * The same for arc (kappa_1 - u/2) + constant, arc/2 + constant = 1: what a layer of absolute
   * values does, for which the antipode is a second coincidence.
   */
  default Angle<T> throughAbsoluteValues(T arc, T constant) {
    return throughLayer(1, arc, constant);
  }
}
