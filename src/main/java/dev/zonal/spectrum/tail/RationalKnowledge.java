package dev.zonal.spectrum.tail;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Arithmetic with what is known of real numbers: an exact rational, or nothing. It finds values
 * that are rational, exact zeros above all, which no ball could ever tell from their neighbours.
 */
public enum RationalKnowledge implements Arithmetic<Optional<Rational>> {
  ARITHMETIC;

  /** Larger rationals are not worth knowing. */
  private static final long LARGEST_BITS = 1 << 16;

  @Override
  public Optional<Rational> of(Rational value) {
    return Optional.of(value);
  }

  @Override
  public Optional<Rational> between(Rational lower, Rational upper) {
    return Optional.empty();
  }

  @Override
  public Optional<Rational> pi() {
    return Optional.empty();
  }

  @Override
  public Optional<Rational> add(Optional<Rational> a, Optional<Rational> b) {
    return both(a, b, Rational::add);
  }

  @Override
  public Optional<Rational> subtract(Optional<Rational> a, Optional<Rational> b) {
    return both(a, b, Rational::subtract);
  }

  /** Zero times anything real is zero. */
  @Override
  public Optional<Rational> multiply(Optional<Rational> a, Optional<Rational> b) {
    return isZero(a) || isZero(b) ? Optional.of(Rational.ZERO) : both(a, b, Rational::multiply);
  }

  @Override
  public Optional<Rational> divide(Optional<Rational> a, Optional<Rational> b) {
    if (isZero(b)) {
      throw new DomainException("division by zero");
    }
    // Where the divisor is not known it may be zero, and then even 0/x is not known.
    return both(a, b, Rational::divide);
  }

  @Override
  public Optional<Rational> sqrt(Optional<Rational> a) {
    if (a.isPresent() && a.get().signum() < 0) {
      throw new DomainException("square root of a negative number");
    }
    return a.flatMap(
        x -> root(x.numerator()).flatMap(n -> root(x.denominator()).map(d -> Rational.of(n, d))));
  }

  private static Optional<BigInteger> root(BigInteger square) {
    BigInteger[] root = square.abs().sqrtAndRemainder();
    return root[1].signum() == 0 ? Optional.of(root[0]) : Optional.empty();
  }

  @Override
  public Optional<Rational> exp(Optional<Rational> a) {
    return isZero(a) ? Optional.of(Rational.ONE) : Optional.empty();
  }

  @Override
  public Optional<Rational> log(Optional<Rational> a) {
    if (a.isPresent() && a.get().signum() <= 0) {
      throw new DomainException("logarithm of a number that is not positive");
    }
    return a.filter(Rational.ONE::equals).map(one -> Rational.ZERO);
  }

  @Override
  public Optional<Rational> sin(Optional<Rational> a) {
    return a.filter(x -> x.signum() == 0);
  }

  @Override
  public Optional<Rational> cos(Optional<Rational> a) {
    return isZero(a) ? Optional.of(Rational.ONE) : Optional.empty();
  }

  @Override
  public Optional<Rational> asin(Optional<Rational> a) {
    return a.filter(x -> x.signum() == 0);
  }

  @Override
  public Optional<Rational> power(Optional<Rational> base, long exponent) {
    if (exponent < 0 && isZero(base)) {
      throw new DomainException("division by zero");
    }
    long size = base.map(RationalKnowledge::bits).orElse(0L);
    return size * Math.abs((double) exponent) > LARGEST_BITS
        ? Optional.empty()
        : Arithmetic.super.power(base, exponent);
  }

  /** 0^x for rational x = p/q is decided by the sign of x; other bases need a root. */
  @Override
  public Optional<Rational> power(Optional<Rational> base, Rational exponent) {
    if (isZero(base) && exponent.signum() != 0) {
      if (exponent.signum() < 0) {
        throw new DomainException("division by zero");
      }
      return base;
    }
    if (base.filter(Rational.ONE::equals).isPresent()) {
      return base;
    }
    boolean plain =
        exponent.denominator().bitLength() <= 2 && exponent.numerator().bitLength() < 63;
    return plain && base.isPresent() ? Arithmetic.super.power(base, exponent) : Optional.empty();
  }

  @Override
  public Optional<Rational> unknown(String reason) {
    return Optional.empty();
  }

  /** 1 at zero. */
  @Override
  public Optional<Rational> matern(Rational nu, Optional<Rational> x) {
    return isZero(x) ? Optional.of(Rational.ONE) : Optional.empty();
  }

  @Override
  public Optional<Rational> arcCosineDefect(
      Optional<Rational> theta, Optional<Rational> sinHalf, Optional<Rational> cosHalf) {
    return theta.filter(x -> x.signum() == 0);
  }

  private static boolean isZero(Optional<Rational> a) {
    return a.isPresent() && a.get().signum() == 0;
  }

  private static long bits(Rational a) {
    return (long) a.numerator().bitLength() + a.denominator().bitLength();
  }

  private static Optional<Rational> both(
      Optional<Rational> a, Optional<Rational> b, BinaryOperator<Rational> operation) {
    return a.isPresent() && b.isPresent() && bits(a.get()) + bits(b.get()) <= LARGEST_BITS
        ? Optional.of(operation.apply(a.get(), b.get()))
        : Optional.empty();
  }
}
