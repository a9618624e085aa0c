package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * An irrational number base^exponent with a rational base above 1 that is itself no power of a
 * rational number, so that equal numbers have equal forms (docs/theory.md, Lemma 5.1).
 */
public final class RationalPower implements Parameter {
  private final Rational base;
  private final Rational exponent;

  private RationalPower(BigFraction base, BigFraction exponent) {
    this.base = new Rational(base);
    this.exponent = new Rational(exponent);
  }

  /**
   * The number base^exponent, as a {@link Rational} if it is one.
   *
   * @param base positive
   * @throws IllegalArgumentException if the base is not positive
   */
  public static Parameter of(BigFraction base, BigFraction exponent) {
    if (base.signum() <= 0) {
      throw new IllegalArgumentException("the base of a power must be positive");
    }
    PrimitiveRoot primitive = PrimitiveRoot.of(base);
    BigFraction e = new Rational(exponent.multiply(primitive.multiplicity())).value();
    if (primitive.root().equals(BigFraction.ONE)) {
      return Rational.of(1);
    }
    return e.getDenominator().equals(BigInteger.ONE)
        ? new Rational(primitive.root().pow(e.getNumerator().intValueExact()))
        : new RationalPower(primitive.root(), e);
  }

  /** The positive square root. */
  public static Parameter sqrt(BigFraction square) {
    return of(square, BigFraction.of(1, 2));
  }

  public BigFraction base() {
    return base.value();
  }

  public BigFraction exponent() {
    return exponent.value();
  }

  @Override
  public <T> T in(Arithmetic<T> over) {
    return over.power(over.of(base.value()), exponent.value());
  }

  @Override
  public Optional<BigFraction> rationalSquare() {
    return exponent.value().getDenominator().equals(BigInteger.TWO)
        ? Optional.of(base.value().pow(exponent.value().getNumerator().intValueExact()))
        : Optional.empty();
  }

  @Override
  public <T> T squareIn(Arithmetic<T> over) {
    return over.power(over.of(base.value()), new Rational(exponent.value().multiply(2)).value());
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

  /** As in {@code 3^(-1/3)} or {@code (3/2)^(-1/3)}. */
  @Override
  public String toString() {
    boolean whole = base.value().getDenominator().equals(BigInteger.ONE);
    return (whole ? base.toString() : "(" + base + ")") + "^(" + exponent + ")";
  }
}
