package dev.zonal.arithmetic;

import java.math.BigInteger;
import java.util.Optional;

/**
 * An irrational number base^exponent with a rational base above 1 that is itself no power of a
 * rational number, so that equal numbers have equal forms (docs/theory.md, Lemma 5.1).
 */
public final class RationalPower implements Parameter {
  private final Rational base;
  private final Rational exponent;

  private RationalPower(Rational base, Rational exponent) {
    this.base = base;
    this.exponent = exponent;
  }

  /**
   * The number base^exponent, as a {@link Rational} if it is one.
   *
   * @param base positive
   * @throws IllegalArgumentException if the base is not positive
   */
  public static Parameter of(Rational base, Rational exponent) {
    if (base.signum() <= 0) {
      throw new IllegalArgumentException("the base of a power must be positive");
    }
    PrimitiveRoot primitive = PrimitiveRoot.of(base);
    Rational e = exponent.multiply(primitive.multiplicity());
    if (primitive.root().equals(Rational.ONE)) {
      return Rational.of(1);
    }
    return e.isInteger()
        ? primitive.root().pow(e.numerator().intValueExact())
        : new RationalPower(primitive.root(), e);
  }

  /** The positive square root. */
  public static Parameter sqrt(Rational square) {
    return of(square, Rational.of(1, 2));
  }

  public Rational base() {
    return base;
  }

  public Rational exponent() {
    return exponent;
  }

  @Override
  public <T> T in(Arithmetic<T> over) {
    return over.power(over.of(base), exponent);
  }

  @Override
  public Optional<Rational> rationalSquare() {
    return exponent.denominator().equals(BigInteger.TWO)
        ? Optional.of(base.pow(exponent.numerator().intValueExact()))
        : Optional.empty();
  }

  @Override
  public <T> T squareIn(Arithmetic<T> over) {
    return over.power(over.of(base), exponent.multiply(2));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RationalPower that
        && base.equals(that.base)
        && exponent.equals(that.exponent);
  }

  @Override
  public int hashCode() {
    return 31 * base.hashCode() + exponent.hashCode();
  }

  /** As in {@code sqrt(3/4)}, {@code 3^(-1/3)} or {@code (3/2)^(-1/3)}. */
  @Override
  public String toString() {
    return rationalSquare().map(square -> "sqrt(" + square + ")").orElseGet(this::asPower);
  }

  private String asPower() {
    boolean whole = base.isInteger();
    return (whole ? base.toString() : "(" + base + ")") + "^(" + exponent + ")";
  }
}
