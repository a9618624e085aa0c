package dev.zonal.arithmetic;

import org.apache.commons.numbers.fraction.BigFraction;
import org.apfloat.Apcomplex;
import org.apfloat.ApcomplexMath;
import org.apfloat.Apfloat;
import org.apfloat.ApfloatMath;
import org.apfloat.Apint;

/** Complex numbers of Apfloat: a second opinion that shares nothing with the discs. */
public final class ApcomplexArithmetic implements Arithmetic<Apcomplex> {
  private final long digits;

  public ApcomplexArithmetic(long digits) {
    this.digits = digits;
  }

  /** The exact value of two doubles. */
  public Apcomplex of(double re, double im) {
    return new Apcomplex(exactly(re), exactly(im));
  }

  private Apfloat exactly(double x) {
    return x == 0 ? Apfloat.ZERO : new Apfloat(new java.math.BigDecimal(x), Math.max(digits, 60));
  }

  @Override
  public Apcomplex of(BigFraction value) {
    return new Apfloat(new Apint(value.getNumerator()).toBigInteger(), digits)
        .divide(new Apfloat(value.getDenominator(), digits));
  }

  @Override
  public Apcomplex pi() {
    return ApfloatMath.pi(digits);
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
    return a.divide(b);
  }

  @Override
  public Apcomplex sqrt(Apcomplex a) {
    return ApcomplexMath.sqrt(a);
  }

  @Override
  public Apcomplex exp(Apcomplex a) {
    return ApcomplexMath.exp(a);
  }

  @Override
  public Apcomplex log(Apcomplex a) {
    return ApcomplexMath.log(a);
  }

  @Override
  public Apcomplex sin(Apcomplex a) {
    return ApcomplexMath.sin(a);
  }

  @Override
  public Apcomplex cos(Apcomplex a) {
    return ApcomplexMath.cos(a);
  }

  @Override
  public Apcomplex asin(Apcomplex a) {
    return ApcomplexMath.asin(a);
  }

  @Override
  public Apcomplex arcCosineDefect(Apcomplex theta, Apcomplex sinHalf, Apcomplex cosHalf) {
    Apcomplex one = new Apcomplex(new Apfloat(1, digits));
    Apcomplex two = new Apcomplex(new Apfloat(2, digits));
    Apcomplex cos = ApcomplexMath.cos(theta);
    return ApcomplexMath.sin(theta)
        .subtract(theta.multiply(cos))
        .divide(two.multiply(one.subtract(cos)));
  }
}
