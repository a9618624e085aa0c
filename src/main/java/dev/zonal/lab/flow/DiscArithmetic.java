package dev.zonal.lab.flow;

import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.region.ComplexDisc;

/**
 * Complex discs with what smooth networks need: where a formula has a value over discs, it is
 * holomorphic in all of them together and that disc contains its values there.
 */
enum DiscArithmetic implements SmoothArithmetic<ComplexDisc> {
  DISCS;

  /** 2/sqrt(pi), rounded up. */
  private static final double SLOPE = 1.1283791670955128;

  @Override
  public ComplexDisc of(Rational value) {
    return ComplexDisc.of(value);
  }

  @Override
  public ComplexDisc pi() {
    return ComplexDisc.PI;
  }

  @Override
  public ComplexDisc add(ComplexDisc a, ComplexDisc b) {
    return a.add(b);
  }

  @Override
  public ComplexDisc subtract(ComplexDisc a, ComplexDisc b) {
    return a.subtract(b);
  }

  @Override
  public ComplexDisc negate(ComplexDisc a) {
    return a.negate();
  }

  @Override
  public ComplexDisc multiply(ComplexDisc a, ComplexDisc b) {
    return a.multiply(b);
  }

  @Override
  public ComplexDisc divide(ComplexDisc a, ComplexDisc b) {
    return a.divide(b);
  }

  @Override
  public ComplexDisc sqrt(ComplexDisc a) {
    return a.sqrt();
  }

  @Override
  public ComplexDisc exp(ComplexDisc a) {
    return a.exp();
  }

  @Override
  public ComplexDisc log(ComplexDisc a) {
    return a.log();
  }

  /** |erf z| is at most 2/sqrt(pi) |z| exp(y^2), y the imaginary part (docs/theory.md, 24.1). */
  @Override
  public ComplexDisc erf(ComplexDisc a) {
    ComplexDisc y = new ComplexDisc(Math.abs(a.im()), 0, a.radius());
    ComplexDisc square = ComplexDisc.of(y.modulus(), 0);
    ComplexDisc growth = square.multiply(square).exp();
    ComplexDisc bound =
        ComplexDisc.of(SLOPE, 0).multiply(ComplexDisc.of(a.modulus(), 0)).multiply(growth);
    return new ComplexDisc(0, 0, bound.modulus());
  }

  @Override
  public String number() {
    return "disc";
  }
}
