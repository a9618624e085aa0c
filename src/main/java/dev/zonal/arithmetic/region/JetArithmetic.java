package dev.zonal.arithmetic.region;

import static dev.zonal.arithmetic.region.Rounding.multiplyUp;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;

/**
 * The arithmetic of {@link ComplexJet}s on one box {c + h : |h| at most rho}. A formula evaluated
 * over it gives an enclosure of its range over the box that is tight to second order in rho,
 * however deep the formula.
 *
 * <p>Each operation refuses, besides what its function forbids, everything that would spoil the
 * inference from the boundary of a region to its inside (docs/theory.md, Theorem 6.2): what it
 * excludes has unbounded connected components only. So a divisor that is not constant must avoid
 * all of (-inf, 0], and the angle of an arc-cosine defect the real numbers beyond -2 pi and 2 pi.
 *
 * @param box where the functions are enclosed
 */
public record JetArithmetic(ComplexDisc box) implements Arithmetic<ComplexJet> {
  private static final ComplexDisc HALF = ComplexDisc.of(0.5, 0);
  private static final ComplexDisc QUARTER = ComplexDisc.of(0.25, 0);
  private static final ComplexDisc TWO = ComplexDisc.of(2, 0);

  /** The identity z -> z. */
  public ComplexJet variable() {
    return new ComplexJet(ComplexDisc.of(box.re(), box.im()), ComplexDisc.ONE, box);
  }

  /** The mean value form of the range. */
  private ComplexJet jet(ComplexDisc value, ComplexDisc derivative) {
    if (derivative.isZero()) {
      return constant(value);
    }
    double spread = multiplyUp(derivative.modulus(), box.radius());
    return new ComplexJet(value, derivative, value.inflate(spread));
  }

  private static ComplexJet constant(ComplexDisc value) {
    return new ComplexJet(value, ComplexDisc.ZERO, value);
  }

  @Override
  public ComplexJet of(Rational value) {
    return constant(ComplexDisc.of(value));
  }

  @Override
  public ComplexJet of(long value) {
    return Math.abs(value) <= 1L << 53
        ? constant(ComplexDisc.of((double) value, 0))
        : of(Rational.of(BigInteger.valueOf(value)));
  }

  @Override
  public ComplexJet pi() {
    return constant(ComplexDisc.PI);
  }

  @Override
  public ComplexJet add(ComplexJet a, ComplexJet b) {
    return jet(a.value().add(b.value()), a.derivative().add(b.derivative()));
  }

  @Override
  public ComplexJet subtract(ComplexJet a, ComplexJet b) {
    return jet(a.value().subtract(b.value()), a.derivative().subtract(b.derivative()));
  }

  @Override
  public ComplexJet negate(ComplexJet a) {
    return new ComplexJet(a.value().negate(), a.derivative().negate(), a.range().negate());
  }

  @Override
  public ComplexJet multiply(ComplexJet a, ComplexJet b) {
    ComplexDisc left = a.derivative().multiply(b.range());
    ComplexDisc right = a.range().multiply(b.derivative());
    return jet(a.value().multiply(b.value()), left.add(right));
  }

  @Override
  public ComplexJet square(ComplexJet a) {
    ComplexDisc slope = TWO.multiply(a.range());
    return jet(a.value().multiply(a.value()), slope.multiply(a.derivative()));
  }

  @Override
  public ComplexJet divide(ComplexJet a, ComplexJet b) {
    if (b.isConstant()) {
      ComplexDisc inverse = b.value().reciprocal();
      return jet(a.value().multiply(inverse), a.derivative().multiply(inverse));
    }
    requireOffNegativeAxis(b.range());
    ComplexDisc inverse = b.range().reciprocal();
    ComplexDisc quotient = a.range().multiply(inverse);
    ComplexDisc slope = a.derivative().subtract(quotient.multiply(b.derivative()));
    return jet(a.value().divide(b.value()), slope.multiply(inverse));
  }

  private static void requireOffNegativeAxis(ComplexDisc divisor) {
    if (divisor.re() - divisor.radius() <= 0 && Math.abs(divisor.im()) <= divisor.radius()) {
      throw new DomainException("division by a function that meets (-inf, 0]");
    }
  }

  @Override
  public ComplexJet sqrt(ComplexJet a) {
    ComplexDisc slope = HALF.divide(a.range().sqrt());
    return jet(a.value().sqrt(), slope.multiply(a.derivative()));
  }

  @Override
  public ComplexJet exp(ComplexJet a) {
    return jet(a.value().exp(), a.range().exp().multiply(a.derivative()));
  }

  @Override
  public ComplexJet log(ComplexJet a) {
    // The logarithm of the whole range, for its cut.
    a.range().log();
    return jet(a.value().log(), a.derivative().divide(a.range()));
  }

  @Override
  public ComplexJet sin(ComplexJet a) {
    return jet(a.value().sin(), a.range().cos().multiply(a.derivative()));
  }

  @Override
  public ComplexJet cos(ComplexJet a) {
    return jet(a.value().cos(), a.range().sin().negate().multiply(a.derivative()));
  }

  @Override
  public ComplexJet asin(ComplexJet a) {
    // sqrt(1 - z^2) = sqrt(1 - z) sqrt(1 + z), and the two roots meet their cuts where asin meets
    // its own.
    ComplexDisc below = ComplexDisc.ONE.subtract(a.range()).sqrt();
    ComplexDisc above = ComplexDisc.ONE.add(a.range()).sqrt();
    return jet(a.value().asin(), a.derivative().divide(below.multiply(above)));
  }

  @Override
  public boolean isBelow(ComplexJet a, ComplexJet b) {
    return a.value().re() < b.value().re();
  }

  @Override
  public ComplexJet arcCosineDefect(ComplexJet theta, ComplexJet sinHalf, ComplexJet cosHalf) {
    requireWithinPoles(theta.range());
    if (ArcCosineDefectSeries.reaches(TWO.multiply(sinHalf.range()))
        && Math.abs(theta.range().re()) + theta.range().radius() < 3) {
      ComplexDisc slope = ArcCosineDefectSeries.derivative(TWO.multiply(sinHalf.range()));
      return jet(
          ArcCosineDefectSeries.value(TWO.multiply(sinHalf.value())),
          slope.multiply(TWO.multiply(sinHalf.derivative())));
    }
    ComplexDisc slope = defectSlope(theta.range(), sinHalf.range(), cosHalf.range());
    return jet(
        defect(theta.value(), sinHalf.value(), cosHalf.value()),
        slope.multiply(theta.derivative()));
  }

  /** The defect has poles at the multiples of 2 pi other than 0. */
  private static void requireWithinPoles(ComplexDisc theta) {
    // 6.2831 < 2 pi leaves room for the rounding.
    if (Math.abs(theta.re()) + theta.radius() >= 6.2831 && Math.abs(theta.im()) <= theta.radius()) {
      throw new DomainException("an angle that reaches -2 pi or 2 pi");
    }
  }

  /** q = (2 s c - theta (1 - 2 s^2)) / (4 s^2). */
  private static ComplexDisc defect(ComplexDisc theta, ComplexDisc sin, ComplexDisc cos) {
    ComplexDisc versine = TWO.multiply(sin).multiply(sin);
    ComplexDisc numerator =
        TWO.multiply(sin).multiply(cos).subtract(theta.multiply(ComplexDisc.ONE.subtract(versine)));
    return numerator.divide(TWO.multiply(versine));
  }

  /** dq/dtheta = c (theta - 2 s c) / (4 s^3). */
  private static ComplexDisc defectSlope(ComplexDisc theta, ComplexDisc sin, ComplexDisc cos) {
    ComplexDisc numerator = cos.multiply(theta.subtract(TWO.multiply(sin).multiply(cos)));
    ComplexDisc inverse = sin.reciprocal();
    return QUARTER.multiply(numerator).multiply(inverse).multiply(inverse).multiply(inverse);
  }
}
