package dev.zonal.arithmetic.region;

import static dev.zonal.arithmetic.region.Rounding.addUp;
import static dev.zonal.arithmetic.region.Rounding.multiplyUp;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import java.util.Optional;

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
 * <p>Of a number between two others the first that is met is m + h t, the t that functions may
 * depend on besides, and so are all between the same two; others are enclosed, no more.
 *
 * <p>For one evaluation, by one thread.
 */
public final class JetArithmetic implements Arithmetic<ComplexJet> {
  private static final ComplexDisc HALF = ComplexDisc.of(0.5, 0);
  private static final ComplexDisc QUARTER = ComplexDisc.of(0.25, 0);
  private static final ComplexDisc TWO = ComplexDisc.of(2, 0);

  private final ComplexDisc box;

  /** Whether the variable is a parameter, not the coordinate. */
  private final boolean ofParameter;

  /** Between which numbers the first one lies that is known by its bounds. */
  private Optional<Bounds> first;

  private record Bounds(Rational lower, Rational upper) {}

  private JetArithmetic(ComplexDisc box, Optional<Bounds> parameter) {
    this.box = box;
    this.ofParameter = parameter.isPresent();
    this.first = parameter;
  }

  /**
   * On a box of the coordinate.
   *
   * @param box where the functions are enclosed
   */
  public JetArithmetic(ComplexDisc box) {
    this(box, Optional.empty());
  }

  /**
   * On a box of a parameter: what lies between these two numbers is the variable, wherever the box
   * is.
   */
  public static JetArithmetic ofParameter(ComplexDisc box, Rational lower, Rational upper) {
    return new JetArithmetic(box, Optional.of(new Bounds(lower, upper)));
  }

  /** The identity z -> z. */
  public ComplexJet variable() {
    return new ComplexJet(ComplexDisc.of(box.re(), box.im()), ComplexDisc.ONE, box);
  }

  /** The number m + h t, for the t in [-1, 1] that functions may depend on besides. */
  public ComplexJet drifting(Rational lower, Rational upper) {
    ComplexDisc drift = ComplexDisc.of(upper.subtract(lower).divide(2));
    ComplexDisc middle = ComplexDisc.of(lower.add(upper).divide(2));
    return jet(middle, ComplexDisc.ZERO, drift);
  }

  /** The mean value form of the range. */
  private ComplexJet jet(ComplexDisc value, ComplexDisc derivative, ComplexDisc drift) {
    if (derivative.isZero() && drift.isZero()) {
      return constant(value);
    }
    double spread = multiplyUp(derivative.modulus(), box.radius());
    double whole = drift.isZero() ? spread : addUp(spread, drift.modulus());
    return new ComplexJet(value, derivative, drift, value.inflate(whole));
  }

  /** F(a), by its value and by F' on the range of a. */
  private ComplexJet chain(ComplexDisc value, ComplexDisc slope, ComplexJet a) {
    return jet(value, slope.multiply(a.derivative()), along(slope, a.drift()));
  }

  private static ComplexDisc along(ComplexDisc slope, ComplexDisc drift) {
    return drift.isZero() ? drift : slope.multiply(drift);
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
  public ComplexJet between(Rational lower, Rational upper) {
    Bounds bounds = new Bounds(lower, upper);
    if (first.isEmpty()) {
      first = Optional.of(bounds);
    }
    if (!first.get().equals(bounds)) {
      return constant(ComplexDisc.between(lower, upper));
    }
    return ofParameter ? variable() : drifting(lower, upper);
  }

  @Override
  public ComplexJet pi() {
    return constant(ComplexDisc.PI);
  }

  @Override
  public ComplexJet add(ComplexJet a, ComplexJet b) {
    return jet(
        a.value().add(b.value()), a.derivative().add(b.derivative()), a.drift().add(b.drift()));
  }

  @Override
  public ComplexJet subtract(ComplexJet a, ComplexJet b) {
    return jet(
        a.value().subtract(b.value()),
        a.derivative().subtract(b.derivative()),
        a.drift().subtract(b.drift()));
  }

  @Override
  public ComplexJet negate(ComplexJet a) {
    return new ComplexJet(
        a.value().negate(), a.derivative().negate(), a.drift().negate(), a.range().negate());
  }

  @Override
  public ComplexJet multiply(ComplexJet a, ComplexJet b) {
    ComplexDisc left = a.derivative().multiply(b.range());
    ComplexDisc right = a.range().multiply(b.derivative());
    ComplexDisc drift = along(b.range(), a.drift()).add(along(a.range(), b.drift()));
    return jet(a.value().multiply(b.value()), left.add(right), drift);
  }

  @Override
  public ComplexJet square(ComplexJet a) {
    ComplexDisc slope = TWO.multiply(a.range());
    return chain(a.value().multiply(a.value()), slope, a);
  }

  @Override
  public ComplexJet divide(ComplexJet a, ComplexJet b) {
    if (b.isConstant() && b.drift().isZero()) {
      ComplexDisc inverse = b.value().reciprocal();
      return jet(
          a.value().multiply(inverse), a.derivative().multiply(inverse), along(inverse, a.drift()));
    }
    if (!b.isConstant()) {
      requireOffNegativeAxis(b.range());
    }
    ComplexDisc inverse = b.range().reciprocal();
    ComplexDisc quotient = a.range().multiply(inverse);
    ComplexDisc slope = a.derivative().subtract(quotient.multiply(b.derivative()));
    ComplexDisc drift = a.drift().subtract(along(quotient, b.drift()));
    return jet(a.value().divide(b.value()), slope.multiply(inverse), along(inverse, drift));
  }

  private static void requireOffNegativeAxis(ComplexDisc divisor) {
    if (divisor.re() - divisor.radius() <= 0 && Math.abs(divisor.im()) <= divisor.radius()) {
      throw new DomainException("division by a function that meets (-inf, 0]");
    }
  }

  @Override
  public ComplexJet sqrt(ComplexJet a) {
    ComplexDisc slope = HALF.divide(a.range().sqrt());
    return chain(a.value().sqrt(), slope, a);
  }

  @Override
  public ComplexJet exp(ComplexJet a) {
    return chain(a.value().exp(), a.range().exp(), a);
  }

  @Override
  public ComplexJet log(ComplexJet a) {
    // The logarithm of the whole range, for its cut.
    a.range().log();
    return jet(
        a.value().log(),
        a.derivative().divide(a.range()),
        a.drift().isZero() ? a.drift() : a.drift().divide(a.range()));
  }

  @Override
  public ComplexJet sin(ComplexJet a) {
    return chain(a.value().sin(), a.range().cos(), a);
  }

  @Override
  public ComplexJet cos(ComplexJet a) {
    return chain(a.value().cos(), a.range().sin().negate(), a);
  }

  @Override
  public ComplexJet asin(ComplexJet a) {
    // sqrt(1 - z^2) = sqrt(1 - z) sqrt(1 + z), and the two roots meet their cuts where asin meets
    // its own.
    ComplexDisc below = ComplexDisc.ONE.subtract(a.range()).sqrt();
    ComplexDisc above = ComplexDisc.ONE.add(a.range()).sqrt();
    ComplexDisc root = below.multiply(above);
    return jet(
        a.value().asin(),
        a.derivative().divide(root),
        a.drift().isZero() ? a.drift() : a.drift().divide(root));
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
          slope.multiply(TWO.multiply(sinHalf.derivative())),
          along(slope, along(TWO, sinHalf.drift())));
    }
    ComplexDisc slope = defectSlope(theta.range(), sinHalf.range(), cosHalf.range());
    return chain(defect(theta.value(), sinHalf.value(), cosHalf.value()), slope, theta);
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
