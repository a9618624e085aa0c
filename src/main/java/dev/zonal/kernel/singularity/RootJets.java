package dev.zonal.kernel.singularity;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.region.ComplexDisc;
import dev.zonal.arithmetic.region.ComplexJet;
import dev.zonal.arithmetic.region.JetArithmetic;
import dev.zonal.kernel.angle.CosineAngle;

/**
 * Jets of functions of w = sqrt(1 - u/u_*) on a disc of w that does not hold 0, for one evaluation
 * of a kernel of a network, one of whose sines is 1 at w = 0: with q = (1 - x^2)/w^2, which must
 * avoid (-inf, 0], and y = w sqrt(q) the arc sine of that one is pi/2 - asin y, and the derivative
 * of the arc sine 1/(w sqrt(q)); at -w both have -w in place of w, and the same q (docs/theory.md,
 * Theorem 17.9).
 */
final class RootJets implements Arithmetic<ComplexJet> {
  private static final Rational HALF = Rational.of(1, 2);

  private final JetArithmetic inner;
  private final int critical;
  private final Rational sign;
  private final SineNumbers sines = new SineNumbers();

  /** 1/w. */
  private final ComplexJet inverse;

  /** sqrt(q), from when the sine is first met. */
  private ComplexJet root;

  /**
   * @param critical the number of the sine
   * @param sign 1, or -1 for the function at -w
   */
  RootJets(ComplexDisc box, int critical, int sign) {
    this.inner = new JetArithmetic(box);
    this.critical = critical;
    this.sign = Rational.of(sign);
    ComplexDisc value = ComplexDisc.of(box.re(), box.im()).reciprocal();
    ComplexDisc range = box.reciprocal();
    this.inverse = new ComplexJet(value, range.multiply(range).negate(), range);
  }

  /**
   * u = u_* (1 - w^2).
   *
   * @param singularity holds u_*
   */
  CosineAngle<ComplexJet> at(ComplexDisc singularity) {
    ComplexJet constant = new ComplexJet(singularity, ComplexDisc.ZERO, singularity);
    ComplexJet square = inner.square(inner.variable());
    ComplexJet u = inner.multiply(constant, inner.subtract(inner.of(1), square));
    return new CosineAngle<>(this, u);
  }

  /** w^n, n of either sign. */
  ComplexJet power(int n) {
    return power(n < 0 ? inverse : inner.variable(), Math.abs(n));
  }

  private boolean isCritical(ComplexJet x) {
    if (x.isConstant() || sines.of(x) != critical) {
      return false;
    }
    if (root == null) {
      ComplexJet below = inner.multiply(inner.subtract(inner.of(1), x), inverse);
      ComplexJet above = inner.multiply(inner.add(inner.of(1), x), inverse);
      root = inner.sqrt(inner.multiply(below, above));
    }
    return true;
  }

  @Override
  public ComplexJet asin(ComplexJet x) {
    return isCritical(x)
        ? subtract(scale(pi(), HALF), scale(inner.asin(multiply(inner.variable(), root)), sign))
        : inner.asin(x);
  }

  @Override
  public ComplexJet asinSlope(ComplexJet x) {
    return isCritical(x)
        ? scale(multiply(inverse, divide(inner.of(1), root)), sign)
        : inner.asinSlope(x);
  }

  @Override
  public ComplexJet of(Rational value) {
    return inner.of(value);
  }

  @Override
  public ComplexJet of(long value) {
    return inner.of(value);
  }

  @Override
  public ComplexJet pi() {
    return inner.pi();
  }

  @Override
  public ComplexJet add(ComplexJet a, ComplexJet b) {
    return inner.add(a, b);
  }

  @Override
  public ComplexJet subtract(ComplexJet a, ComplexJet b) {
    return inner.subtract(a, b);
  }

  @Override
  public ComplexJet negate(ComplexJet a) {
    return inner.negate(a);
  }

  @Override
  public ComplexJet multiply(ComplexJet a, ComplexJet b) {
    return inner.multiply(a, b);
  }

  @Override
  public ComplexJet square(ComplexJet a) {
    return inner.square(a);
  }

  @Override
  public ComplexJet divide(ComplexJet a, ComplexJet b) {
    return inner.divide(a, b);
  }

  @Override
  public ComplexJet sqrt(ComplexJet a) {
    return inner.sqrt(a);
  }

  @Override
  public ComplexJet exp(ComplexJet a) {
    return inner.exp(a);
  }

  @Override
  public ComplexJet log(ComplexJet a) {
    return inner.log(a);
  }

  @Override
  public ComplexJet sin(ComplexJet a) {
    return inner.sin(a);
  }

  @Override
  public ComplexJet cos(ComplexJet a) {
    return inner.cos(a);
  }

  @Override
  public ComplexJet arcCosineDefect(ComplexJet theta, ComplexJet sinHalf, ComplexJet cosHalf) {
    return inner.arcCosineDefect(theta, sinHalf, cosHalf);
  }
}
