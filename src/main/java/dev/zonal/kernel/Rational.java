package dev.zonal.kernel;

import dev.zonal.arithmetic.Arithmetic;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A rational parameter, in lowest terms with a positive denominator. It prints as {@code -3/2} or
 * {@code 7}.
 */
public record Rational(BigFraction value) implements Parameter {
  public static final Rational ONE = new Rational(BigFraction.ONE);
  public static final Rational ZERO = new Rational(BigFraction.ZERO);

  public Rational {
    // BigFraction keeps the sign of a denominator, and 1/(-2) equal to (-1)/2.
    if (value.getDenominator().signum() < 0) {
      value = BigFraction.of(value.getNumerator().negate(), value.getDenominator().negate());
    }
  }

  public static Rational of(long numerator) {
    return new Rational(BigFraction.of(numerator));
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigFraction.of(numerator, denominator));
  }

  @Override
  public <T> T in(Arithmetic<T> over) {
    return over.of(value);
  }

  @Override
  public Optional<BigFraction> rationalSquare() {
    return Optional.of(value.multiply(value));
  }

  @Override
  public boolean isZero() {
    return value.signum() == 0;
  }

  @Override
  public String toString() {
    boolean whole = value.getDenominator().bitLength() == 1;
    return whole
        ? value.getNumerator().toString()
        : value.getNumerator() + "/" + value.getDenominator();
  }
}
