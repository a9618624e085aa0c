package dev.zonal.lab.estimate;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.kernel.angle.Angle;

/**
 * Means and variances of the estimates of one random weight vector w of two points on the sphere
 * (docs/theory.md, Propositions 26.2, 26.3 and 26.6), over any arithmetic.
 *
 * @param u the cosine of the angle between the points
 * @param kappa0 the arc-cosine kernel of degree 0 there
 * @param kappa1 that of degree 1
 * @param radial E|w|^4/(d (d+2)), which is 1 for Gaussian vectors
 */
record AngleMoments<T>(Arithmetic<T> over, T u, T kappa0, T kappa1, Rational radial) {
  static <T> AngleMoments<T> of(Arithmetic<T> over, Angle<T> angle, Rational radial) {
    return new AngleMoments<>(over, angle.cosine(), angle.kappa0(), angle.kappa1(), radial);
  }

  /** kappa_0 (2 - kappa_0), the variance of two steps. */
  T stepVariance() {
    return over.multiply(kappa0, over.subtract(over.of(2), kappa0));
  }

  /** E 4 (w.x)_+^2 (w.z)_+^2 = f (6 u kappa_1 + 2 (1 - u^2) kappa_0). */
  T rampSquare() {
    T linear = over.scale(over.multiply(u, kappa1), Rational.of(6));
    T sine = over.multiply(over.subtract(over.of(1), u), over.add(over.of(1), u));
    T rest = over.scale(over.multiply(sine, kappa0), Rational.of(2));
    return over.scale(over.add(linear, rest), radial);
  }

  /** The variance of two ramps. */
  T rampVariance() {
    return over.subtract(rampSquare(), over.square(kappa1));
  }

  /** The variance of the exact tensor: of ramps / m1 and u^2 times that of steps / m0. */
  T tangentVariance(int ramps, int steps) {
    T ofSteps = over.multiply(over.square(u), stepVariance());
    return over.add(
        over.scale(rampVariance(), Rational.of(1, ramps)),
        over.scale(ofSteps, Rational.of(1, steps)));
  }

  /** The same where one vector makes both, which are correlated. */
  T gradientVariance() {
    T cross = over.multiply(kappa1, over.subtract(over.of(2), kappa0));
    T both = over.scale(over.multiply(u, cross), Rational.of(2));
    return over.add(tangentVariance(1, 1), both);
  }

  /** E 4 (w.x)_+^3 (w.z)_+ = 2 f (3 u kappa_0 + (2 + u^2) (kappa_1 - u kappa_0)). */
  private T rampCube() {
    T turned = over.multiply(u, kappa0);
    T sine = over.subtract(kappa1, turned);
    T weight = over.add(over.of(2), over.square(u));
    T sum = over.add(over.scale(turned, Rational.of(3)), over.multiply(weight, sine));
    return over.scale(sum, radial.multiply(2));
  }

  /**
   * m times the bias of order 1/m of two layers of m ramps, for u below 1:
   *
   * <pre>
   *   (Va (2 c^2 - 1) + Cab - 4 c Cac + 2 Vc) / (4 pi sqrt(1 - c^2)),   c = kappa_1(u).
   * </pre>
   */
  T deepBias() {
    T c = kappa1;
    T one = over.of(1);
    T square = over.square(c);
    T alone = over.of(radial.multiply(6).subtract(1));
    T joint = over.subtract(rampSquare(), one);
    T mixed = over.subtract(rampCube(), c);
    T own = over.subtract(rampSquare(), square);
    T sum =
        over.add(
            over.multiply(alone, over.subtract(over.scale(square, Rational.of(2)), one)), joint);
    sum = over.subtract(sum, over.scale(over.multiply(c, mixed), Rational.of(4)));
    sum = over.add(sum, over.scale(own, Rational.of(2)));
    T sine = over.sqrt(over.multiply(over.subtract(one, c), over.add(one, c)));
    return over.divide(sum, over.scale(over.multiply(over.pi(), sine), Rational.of(4)));
  }
}
