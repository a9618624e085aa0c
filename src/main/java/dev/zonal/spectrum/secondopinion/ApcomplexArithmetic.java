package dev.zonal.spectrum.secondopinion;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;

/**
 * Plain complex arithmetic in so many decimal digits, by Apfloat: a second opinion that shares
 * nothing with balls or discs. There is no error bound; ten more digits are carried than asked for,
 * and a cancellation costs what it costs.
 *
 * <p>Square roots, logarithms and arc sines are principal values. An argument on a cut is refused;
 * that an argument has crossed one on its way is not noticed.
 */
public final class ApcomplexArithmetic implements Arithmetic<Apcomplex> {
  private static final int GUARD = 10;

  /** Below this the series of the arc sine and of the arc-cosine defect are the quicker way. */
  private static final double SMALL = 0.25;

  private final long digits;
  private final Apfloat pi;

  private ApcomplexArithmetic(long digits) {
    this.digits = digits;
    this.pi = ApfloatMath.pi(digits);
  }

  /**
   * The arithmetic in so many decimal digits and some guard digits.
   *
   * @throws IllegalArgumentException if {@code digits} is not positive
   */
  public static ApcomplexArithmetic ofDigits(int digits) {
    if (digits < 1) {
      throw new IllegalArgumentException("at least one digit, not " + digits);
    }
    return new ApcomplexArithmetic((long) digits + GUARD);
  }

  @Override
  public Apcomplex of(Rational value) {
    Apfloat numerator = new Apfloat(value.numerator(), digits);
    return value.isInteger()
        ? numerator
        : numerator.divide(new Apfloat(value.denominator(), digits));
  }

  @Override
  public Apcomplex of(long value) {
    return new Apfloat(value, digits);
  }

  @Override
  public Apcomplex pi() {
    return pi;
  }

  @Override
  public Apcomplex add(Apcomplex a, Apcomplex b) {
    return a.add(b);
  }

  @Override
  public Apcomplex subtract(Apcomplex a, Apcomplex b) {
    return a.subtract(b);
  }

  @Override
  public Apcomplex multiply(Apcomplex a, Apcomplex b) {
    return a.multiply(b);
  }

  @Override
  public Apcomplex divide(Apcomplex a, Apcomplex b) {
    require(!isZero(b), "division by zero");
    return a.divide(b);
  }

  @Override
  public Apcomplex negate(Apcomplex a) {
    return a.negate();
  }

  @Override
  public Apcomplex sqrt(Apcomplex a) {
    require(a.imag().signum() != 0 || a.real().signum() > 0, "square root on its cut");
    return ApcomplexMath.sqrt(a);
  }

  @Override
  public Apcomplex exp(Apcomplex a) {
    return isZero(a) ? of(1) : ApcomplexMath.exp(a);
  }

  @Override
  public Apcomplex log(Apcomplex a) {
    require(a.imag().signum() != 0 || a.real().signum() > 0, "logarithm on its cut");
    return ApcomplexMath.log(a);
  }

  @Override
  public Apcomplex sin(Apcomplex a) {
    return isZero(a) ? a : ApcomplexMath.sin(a);
  }

  @Override
  public Apcomplex cos(Apcomplex a) {
    return isZero(a) ? of(1) : ApcomplexMath.cos(a);
  }

  @Override
  public Apcomplex asin(Apcomplex a) {
    require(
        a.imag().signum() != 0 || ApfloatMath.abs(a.real()).compareTo(new Apfloat(1, digits)) < 0,
        "arc sine on its cut");
    if (!isSmall(a)) {
      return ApcomplexMath.asin(a);
    }
    return isZero(a) ? a : a.multiply(ApfloatSeries.arcSine(this, a.multiply(a), digits));
  }

  @Override
  public boolean isBelow(Apcomplex a, Apcomplex b) {
    return a.real().compareTo(b.real()) < 0;
  }

  @Override
  public Apcomplex arcCosineDefect(Apcomplex theta, Apcomplex sinHalf, Apcomplex cosHalf) {
    Apcomplex r = sinHalf.add(sinHalf);
    if (isSmall(r)) {
      return isZero(r) ? r : r.multiply(ApfloatSeries.defect(this, r.multiply(r), digits));
    }
    Apcomplex versine = r.multiply(sinHalf);
    Apcomplex sin = r.multiply(cosHalf);
    return sin.subtract(theta.multiply(of(1).subtract(versine))).divide(versine.add(versine));
  }

  /** By Apfloat's own Bessel function. */
  @Override
  public Apcomplex matern(Rational nu, Apcomplex x) {
    Apfloat order = of(nu).real();
    Apcomplex bessel = ApcomplexMath.besselK(order, x);
    Apfloat scale = ApfloatMath.gamma(order).multiply(ApfloatMath.pow(of(2).real(), order));
    return of(2).multiply(power(x, nu)).multiply(bessel).divide(scale);
  }

  private static boolean isSmall(Apcomplex a) {
    return Math.max(Math.abs(a.real().doubleValue()), Math.abs(a.imag().doubleValue())) < SMALL;
  }

  private static boolean isZero(Apcomplex a) {
    return a.real().signum() == 0 && a.imag().signum() == 0;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new DomainException(otherwise);
    }
  }
}
