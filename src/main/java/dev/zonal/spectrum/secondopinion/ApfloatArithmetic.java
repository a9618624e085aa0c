package dev.zonal.spectrum.secondopinion;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.apfloat.Apint;

/**
 * Plain arithmetic in so many decimal digits, by Apfloat: the second opinion on what balls enclose.
 * There is no error bound; ten more digits are carried than asked for, and a cancellation costs
 * what it costs.
 *
 * <p>Integers are given a finite precision like every other number: an exact Apfloat would make
 * later sums look more precise than they are.
 */
public final class ApfloatArithmetic implements Arithmetic<Apfloat> {
  private static final int GUARD = 10;
  private static final Apfloat SMALL_CHORD = new Apfloat("0.5", 30);

  private final long digits;
  private final Apfloat pi;

  private ApfloatArithmetic(long digits) {
    this.digits = digits;
    this.pi = ApfloatMath.pi(digits);
  }

  /**
   * The arithmetic in so many decimal digits and some guard digits.
   *
   * @throws IllegalArgumentException if {@code digits} is not positive
   */
  public static ApfloatArithmetic ofDigits(int digits) {
    if (digits < 1) {
      throw new IllegalArgumentException("at least one digit, not " + digits);
    }
    return new ApfloatArithmetic((long) digits + GUARD);
  }

  @Override
  public Apfloat of(Rational value) {
    Apfloat numerator = new Apfloat(value.numerator(), digits);
    return value.isInteger()
        ? numerator
        : numerator.divide(new Apfloat(value.denominator(), digits));
  }

  @Override
  public Apfloat of(long value) {
    return new Apfloat(value, digits);
  }

  @Override
  public Apfloat pi() {
    return pi;
  }

  @Override
  public Apfloat add(Apfloat a, Apfloat b) {
    return a.add(b);
  }

  @Override
  public Apfloat subtract(Apfloat a, Apfloat b) {
    return a.subtract(b);
  }

  @Override
  public Apfloat multiply(Apfloat a, Apfloat b) {
    return a.multiply(b);
  }

  @Override
  public Apfloat divide(Apfloat a, Apfloat b) {
    require(b.signum() != 0, "division by zero");
    return a.divide(b);
  }

  @Override
  public Apfloat negate(Apfloat a) {
    return a.negate();
  }

  @Override
  public Apfloat sqrt(Apfloat a) {
    require(a.signum() >= 0, "square root of a negative number");
    return ApfloatMath.sqrt(a);
  }

  @Override
  public Apfloat exp(Apfloat a) {
    return a.signum() == 0 ? of(1) : ApfloatMath.exp(a);
  }

  @Override
  public Apfloat log(Apfloat a) {
    require(a.signum() > 0, "logarithm of a number that is not positive");
    return ApfloatMath.log(a);
  }

  @Override
  public Apfloat sin(Apfloat a) {
    return a.signum() == 0 ? a : ApfloatMath.sin(a);
  }

  @Override
  public Apfloat cos(Apfloat a) {
    return a.signum() == 0 ? of(1) : ApfloatMath.cos(a);
  }

  @Override
  public Apfloat asin(Apfloat a) {
    require(ApfloatMath.abs(a).compareTo(Apint.ONE) <= 0, "arc sine of a number beyond -1 or 1");
    return a.signum() == 0 ? a : ApfloatMath.asin(a);
  }

  @Override
  public Apfloat acuteAngle(Apfloat sine, Apfloat cosine) {
    return ApfloatMath.atan2(sine, cosine);
  }

  @Override
  public boolean isBelow(Apfloat a, Apfloat b) {
    return a.compareTo(b) < 0;
  }

  @Override
  public Apfloat arcCosineDefect(Apfloat theta, Apfloat sinHalf, Apfloat cosHalf) {
    Apfloat r = sinHalf.add(sinHalf);
    if (ApfloatMath.abs(r).compareTo(SMALL_CHORD) >= 0) {
      Apfloat versine = r.multiply(sinHalf);
      Apfloat sin = r.multiply(cosHalf);
      return sin.subtract(theta.multiply(of(1).subtract(versine))).divide(versine.add(versine));
    }
    return r.signum() == 0 ? r : r.multiply(ApfloatSeries.defect(this, r.multiply(r), digits));
  }

  @Override
  public Apfloat matern(Rational nu, Apfloat x) {
    return x.signum() == 0 ? of(1) : new ApfloatMatern(nu, digits).at(x);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new DomainException(otherwise);
    }
  }
}
