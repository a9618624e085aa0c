package dev.zonal.spectrum;

import dev.zonal.arithmetic.Arithmetic;
import dev.zonal.arithmetic.DomainException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Arithmetic with what is known of real numbers: an exact rational, or nothing. It finds values
 * that are rational, exact zeros above all, which no ball could ever tell from their neighbours.
 */
enum RationalKnowledge implements Arithmetic<Optional<BigFraction>> {
  ARITHMETIC;

  /** Larger rationals are not worth knowing. */
  private static final long LARGEST_BITS = 1 << 16;

  @Override
  public Optional<BigFraction> of(BigFraction value) {
    return Optional.of(value);
  }

  @Override
  public Optional<BigFraction> pi() {
    return Optional.empty();
  }

  @Override
  public Optional<BigFraction> add(Optional<BigFraction> a, Optional<BigFraction> b) {
    return both(a, b, BigFraction::add);
  }

  @Override
  public Optional<BigFraction> subtract(Optional<BigFraction> a, Optional<BigFraction> b) {
    return both(a, b, BigFraction::subtract);
  }

  /** Zero times anything real is zero. */
  @Override
  public Optional<BigFraction> multiply(Optional<BigFraction> a, Optional<BigFraction> b) {
    return isZero(a) || isZero(b)
        ? Optional.of(BigFraction.ZERO)
        : both(a, b, BigFraction::multiply);
  }

  @Override
  public Optional<BigFraction> divide(Optional<BigFraction> a, Optional<BigFraction> b) {
    if (isZero(b)) {
      throw new DomainException("division by zero");
    }
    // Where the divisor is not known it may be zero, and then even 0/x is not known.
    return both(a, b, BigFraction::divide);
  }

  @Override
  public Optional<BigFraction> sqrt(Optional<BigFraction> a) {
    if (a.isPresent() && a.get().signum() < 0) {
      throw new DomainException("square root of a negative number");
    }
    return a.flatMap(
        x ->
            root(x.getNumerator())
                .flatMap(n -> root(x.getDenominator()).map(d -> BigFraction.of(n, d))));
  }

  private static Optional<BigInteger> root(BigInteger square) {
    BigInteger[] root = square.abs().sqrtAndRemainder();
    return root[1].signum() == 0 ? Optional.of(root[0]) : Optional.empty();
  }

  @Override
  public Optional<BigFraction> exp(Optional<BigFraction> a) {
    return isZero(a) ? Optional.of(BigFraction.ONE) : Optional.empty();
  }

  @Override
  public Optional<BigFraction> log(Optional<BigFraction> a) {
    if (a.isPresent() && a.get().signum() <= 0) {
      throw new DomainException("logarithm of a number that is not positive");
    }
    return a.filter(BigFraction.ONE::equals).map(one -> BigFraction.ZERO);
  }

  @Override
  public Optional<BigFraction> sin(Optional<BigFraction> a) {
    return a.filter(x -> x.signum() == 0);
  }

  @Override
  public Optional<BigFraction> cos(Optional<BigFraction> a) {
    return isZero(a) ? Optional.of(BigFraction.ONE) : Optional.empty();
  }

  @Override
  public Optional<BigFraction> asin(Optional<BigFraction> a) {
    return a.filter(x -> x.signum() == 0);
  }

  @Override
  public Optional<BigFraction> power(Optional<BigFraction> base, long exponent) {
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
  public Optional<BigFraction> power(Optional<BigFraction> base, BigFraction exponent) {
    if (isZero(base) && exponent.signum() != 0) {
      if (exponent.signum() < 0) {
        throw new DomainException("division by zero");
      }
      return base;
    }
    if (base.filter(BigFraction.ONE::equals).isPresent()) {
      return base;
    }
    boolean plain =
        exponent.getDenominator().abs().bitLength() <= 2
            && exponent.getNumerator().bitLength() < 63;
    return plain && base.isPresent() ? Arithmetic.super.power(base, exponent) : Optional.empty();
  }

  @Override
  public Optional<BigFraction> arcCosineDefect(
      Optional<BigFraction> theta, Optional<BigFraction> sinHalf, Optional<BigFraction> cosHalf) {
    return theta.filter(x -> x.signum() == 0);
  }

  private static boolean isZero(Optional<BigFraction> a) {
    return a.isPresent() && a.get().signum() == 0;
  }

  private static long bits(BigFraction a) {
    return (long) a.getNumerator().bitLength() + a.getDenominator().bitLength();
  }

  private static Optional<BigFraction> both(
      Optional<BigFraction> a, Optional<BigFraction> b, BinaryOperator<BigFraction> operation) {
    return a.isPresent() && b.isPresent() && bits(a.get()) + bits(b.get()) <= LARGEST_BITS
        ? Optional.of(operation.apply(a.get(), b.get()))
        : Optional.empty();
  }
}
