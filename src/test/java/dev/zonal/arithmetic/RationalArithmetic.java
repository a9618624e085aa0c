package dev.zonal.arithmetic;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Exact rational numbers, with the elementary functions where their values are rational: square
 * roots of squares, and the others at the point where a power series starts.
 */
final class RationalArithmetic implements Arithmetic<BigFraction> {

  @Override
  public BigFraction of(BigFraction value) {
    return value;
  }

  @Override
  public BigFraction pi() {
    throw new DomainException("pi is not rational");
  }

  @Override
  public BigFraction add(BigFraction a, BigFraction b) {
    return a.add(b);
  }

  @Override
  public BigFraction subtract(BigFraction a, BigFraction b) {
    return a.subtract(b);
  }

  @Override
  public BigFraction multiply(BigFraction a, BigFraction b) {
    return a.multiply(b);
  }

  @Override
  public BigFraction divide(BigFraction a, BigFraction b) {
    if (b.signum() == 0) {
      throw new DomainException("Division by zero");
    }
    return a.divide(b);
  }

  @Override
  public BigFraction sqrt(BigFraction a) {
    BigInteger[] above = a.getNumerator().sqrtAndRemainder();
    BigInteger[] below = a.getDenominator().sqrtAndRemainder();
    if (above[1].signum() != 0 || below[1].signum() != 0) {
      throw new DomainException("The root of " + a + " is not rational");
    }
    return BigFraction.of(above[0], below[0]);
  }

  @Override
  public BigFraction exp(BigFraction a) {
    return at(a, BigFraction.ZERO, BigFraction.ONE);
  }

  @Override
  public BigFraction log(BigFraction a) {
    return at(a, BigFraction.ONE, BigFraction.ZERO);
  }

  @Override
  public BigFraction sin(BigFraction a) {
    return at(a, BigFraction.ZERO, BigFraction.ZERO);
  }

  @Override
  public BigFraction cos(BigFraction a) {
    return at(a, BigFraction.ZERO, BigFraction.ONE);
  }

  @Override
  public BigFraction asin(BigFraction a) {
    return at(a, BigFraction.ZERO, BigFraction.ZERO);
  }

  @Override
  public BigFraction arcCosineDefect(BigFraction theta, BigFraction sinHalf, BigFraction cosHalf) {
    return at(theta, BigFraction.ZERO, BigFraction.ZERO);
  }

  private static BigFraction at(BigFraction argument, BigFraction known, BigFraction value) {
    if (!argument.equals(known)) {
      throw new DomainException("No rational value at " + argument);
    }
    return value;
  }
}
