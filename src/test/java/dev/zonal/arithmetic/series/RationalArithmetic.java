package dev.zonal.arithmetic.series;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;

/**
 * Exact rational numbers, with the elementary functions where their values are rational: square
 * roots of squares, and the others at the point where a power series starts.
 */
class RationalArithmetic implements Arithmetic<Rational> {

  @Override
  public Rational of(Rational value) {
    return value;
  }

  @Override
  public Rational pi() {
    throw new DomainException("pi is not rational");
  }

  @Override
  public Rational add(Rational a, Rational b) {
    return a.add(b);
  }

  @Override
  public Rational subtract(Rational a, Rational b) {
    return a.subtract(b);
  }

  @Override
  public Rational multiply(Rational a, Rational b) {
    return a.multiply(b);
  }

  @Override
  public Rational divide(Rational a, Rational b) {
    if (b.signum() == 0) {
      throw new DomainException("division by zero");
    }
    return a.divide(b);
  }

  @Override
  public Rational sqrt(Rational a) {
    BigInteger[] above = a.numerator().sqrtAndRemainder();
    BigInteger[] below = a.denominator().sqrtAndRemainder();
    if (above[1].signum() != 0 || below[1].signum() != 0) {
      throw new DomainException("The root of " + a + " is not rational");
    }
    return Rational.of(above[0], below[0]);
  }

  @Override
  public Rational exp(Rational a) {
    return at(a, Rational.ZERO, Rational.ONE);
  }

  @Override
  public Rational log(Rational a) {
    return at(a, Rational.ONE, Rational.ZERO);
  }

  @Override
  public Rational sin(Rational a) {
    return at(a, Rational.ZERO, Rational.ZERO);
  }

  @Override
  public Rational cos(Rational a) {
    return at(a, Rational.ZERO, Rational.ONE);
  }

  @Override
  public Rational asin(Rational a) {
    return at(a, Rational.ZERO, Rational.ZERO);
  }

  @Override
  public Rational arcCosineDefect(Rational theta, Rational sinHalf, Rational cosHalf) {
    return at(theta, Rational.ZERO, Rational.ZERO);
  }

  private static Rational at(Rational argument, Rational known, Rational value) {
    if (!argument.equals(known)) {
      throw new DomainException("No rational value at " + argument);
    }
    return value;
  }
}
