package dev.zonal.arithmetic;

import java.util.Optional;

/**
 * The exact number {@code coefficient * pi^power}.
 *
 * @param coefficient the rational factor; where it is zero, so is {@code power}
 * @param power the power of pi
 */
public record PiRational(Rational coefficient, int power) {
  public static final PiRational ZERO = of(Rational.ZERO);

  public PiRational {
    if (coefficient.signum() == 0) {
      power = 0;
    }
  }

  /** A rational number. */
  public static PiRational of(Rational rational) {
    return new PiRational(rational, 0);
  }

  /** The number itself if it is rational: no power of pi other than the zeroth is. */
  public Optional<Rational> rational() {
    return power == 0 ? Optional.of(coefficient) : Optional.empty();
  }

  public PiRational multiply(PiRational other) {
    return new PiRational(coefficient.multiply(other.coefficient), power + other.power);
  }

  /** The sum, if it is such a number too. */
  public Optional<PiRational> add(PiRational other) {
    if (isZero() || other.isZero()) {
      return Optional.of(isZero() ? other : this);
    }
    return power == other.power
        ? Optional.of(new PiRational(coefficient.add(other.coefficient), power))
        : Optional.empty();
  }

  public PiRational scale(Rational factor) {
    return new PiRational(coefficient.multiply(factor), power);
  }

  public boolean isZero() {
    return coefficient.signum() == 0;
  }

  /** This number in the given arithmetic. */
  public <T> T in(Arithmetic<T> over) {
    T rational = over.of(coefficient);
    return power == 0 ? rational : over.multiply(rational, over.power(over.pi(), power));
  }
}
