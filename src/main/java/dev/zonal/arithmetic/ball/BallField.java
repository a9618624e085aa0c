package dev.zonal.arithmetic.ball;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The algebraic operations on balls, with midpoints rounded to a working precision (docs/theory.md,
 * section 2). Numbers that need no rounding stay exact. Immutable.
 */
public class BallField {
  /** Below so many bits of relative accuracy the end points give the better product. */
  public static final int WIDE = 6;

  private final int bits;

  protected BallField(int bits) {
    this.bits = bits;
  }

  /** The working precision. */
  public final int bits() {
    return bits;
  }

  public Ball of(Rational value) {
    BigInteger denominator = value.denominator();
    if (denominator.bitCount() == 1) {
      return rounded(value.numerator(), 1 - denominator.bitLength(), Magnitude.ZERO);
    }
    return quotient(value.numerator(), 0, denominator, 0, Magnitude.ZERO);
  }

  public Ball of(long value) {
    return rounded(BigInteger.valueOf(value), 0, Magnitude.ZERO);
  }

  /** The ball with its midpoint rounded to this precision. */
  public Ball round(Ball a) {
    return rounded(a.mantissa(), a.exponent(), a.radiusMagnitude());
  }

  private Ball rounded(BigInteger mantissa, long exponent, Magnitude radius) {
    int excess = mantissa.bitLength() - bits;
    if (excess <= 0) {
      return Ball.of(mantissa, exponent, radius);
    }
    boolean exact = radius.isZero() && mantissa.getLowestSetBit() >= excess;
    return Ball.of(
        mantissa.shiftRight(excess),
        exponent + excess,
        exact ? radius : radius.plus(Magnitude.powerOfTwo(exponent + excess)));
  }

  public Ball add(Ball a, Ball b) {
    Magnitude radius = a.radiusMagnitude().plus(b.radiusMagnitude());
    if (a.mantissa().signum() == 0) {
      return rounded(b.mantissa(), b.exponent(), radius);
    }
    if (b.mantissa().signum() == 0) {
      return rounded(a.mantissa(), a.exponent(), radius);
    }
    return a.exponent() >= b.exponent()
        ? sum(a.mantissa(), a.exponent(), b.mantissa(), b.exponent(), radius)
        : sum(b.mantissa(), b.exponent(), a.mantissa(), a.exponent(), radius);
  }

  public Ball subtract(Ball a, Ball b) {
    return add(a, b.negated());
  }

  /** The sum of m 2^e and n 2^f for e &gt;= f. */
  private Ball sum(BigInteger m, long e, BigInteger n, long f, Magnitude radius) {
    long distance = e - f;
    if (distance == 0) {
      return rounded(m.add(n), e, radius);
    }
    if (distance > 2L * bits + n.bitLength()) {
      // |n| 2^f is at most 2^(e-2p), below the last of the p bits of any sum
      return rounded(m, e, radius.plus(Magnitude.atLeast(n, f)));
    }
    return rounded(Dyadic.shift(m, distance).add(n), f, radius);
  }

  public Ball negate(Ball a) {
    return a.negated();
  }

  public Ball multiply(Ball a, Ball b) {
    Magnitude ra = a.radiusMagnitude();
    Magnitude rb = b.radiusMagnitude();
    BigInteger product = a.mantissa().multiply(b.mantissa());
    long exponent = a.exponent() + b.exponent();
    if (ra.isZero() && rb.isZero()) {
      return rounded(product, exponent, Magnitude.ZERO);
    }
    if (isWide(a) || isWide(b)) {
      return wideProduct(a, b);
    }
    Magnitude radius = ra.isZero() ? ra : Magnitude.atLeast(b.mantissa(), b.exponent()).times(ra);
    if (!rb.isZero()) {
      radius = radius.plus(Magnitude.atLeast(a.mantissa(), a.exponent()).plus(ra).times(rb));
    }
    return rounded(product, exponent, radius);
  }

  public static boolean isWide(Ball a) {
    Magnitude radius = a.radiusMagnitude();
    return !radius.isZero()
        && (a.mantissa().signum() == 0
            || radius.binaryOrder() + WIDE > a.mantissa().bitLength() + a.exponent());
  }

  private Ball wideProduct(Ball a, Ball b) {
    List<Dyadic> right = List.of(b.lowerEnd(), b.upperEnd());
    List<Dyadic> products = new ArrayList<>();
    for (Dyadic x : List.of(a.lowerEnd(), a.upperEnd())) {
      for (Dyadic y : right) {
        products.add(new Dyadic(x.mantissa.multiply(y.mantissa), x.exponent + y.exponent));
      }
    }
    return Ball.ofEndpoints(Collections.min(products), Collections.max(products));
  }

  public Ball square(Ball a) {
    Magnitude r = a.radiusMagnitude();
    if (!r.isZero() && isWide(a)) {
      Dyadic low = square(a.lowerEnd());
      Dyadic high = square(a.upperEnd());
      boolean isDescending = low.compareTo(high) > 0;
      Dyadic greatest = isDescending ? low : high;
      if (a.containsZero()) {
        return Ball.ofEndpoints(new Dyadic(BigInteger.ZERO, 0), greatest);
      }
      return Ball.ofEndpoints(isDescending ? high : low, greatest);
    }
    BigInteger product = a.mantissa().multiply(a.mantissa());
    Magnitude radius =
        r.isZero() ? r : Magnitude.atLeast(a.mantissa(), a.exponent()).shifted(1).plus(r).times(r);
    return rounded(product, 2 * a.exponent(), radius);
  }

  private static Dyadic square(Dyadic x) {
    return new Dyadic(x.mantissa.multiply(x.mantissa), 2 * x.exponent);
  }

  public Ball divide(Ball a, Ball b) {
    Magnitude least = b.lowestMagnitude();
    if (least.isZero()) {
      throw new DomainException("division by " + b + ", which may be zero");
    }
    Magnitude ra = a.radiusMagnitude();
    Magnitude rb = b.radiusMagnitude();
    Magnitude radius = ra.isZero() ? ra : ra.dividedBy(least);
    if (!rb.isZero() && a.mantissa().signum() != 0) {
      // |m_a / m_b| r_b / (|m_b| - r_b)
      Magnitude quotient =
          Magnitude.atLeast(a.mantissa(), a.exponent())
              .dividedBy(Magnitude.atMost(b.mantissa(), b.exponent()));
      radius = radius.plus(quotient.times(rb.dividedBy(least)));
    }
    return quotient(a.mantissa(), a.exponent(), b.mantissa(), b.exponent(), radius);
  }

  /** The quotient of two dyadic numbers, with a radius to which the rounding is added. */
  private Ball quotient(BigInteger m, long e, BigInteger n, long f, Magnitude radius) {
    if (m.signum() == 0) {
      return Ball.of(m, 0, radius);
    }
    int zeros = n.getLowestSetBit();
    if (zeros > 0) {
      n = n.shiftRight(zeros);
      f += zeros;
    }
    if (n.bitLength() == 1) {
      return rounded(n.signum() < 0 ? m.negate() : m, e - f, radius);
    }
    int shift = Math.max(0, bits + 1 + n.bitLength() - m.bitLength());
    BigInteger[] parts = m.shiftLeft(shift).divideAndRemainder(n);
    long exponent = e - f - shift;
    return rounded(
        parts[0],
        exponent,
        parts[1].signum() == 0 ? radius : radius.plus(Magnitude.powerOfTwo(exponent)));
  }

  public Ball scale(Ball a, Rational factor) {
    BigInteger numerator = factor.numerator();
    BigInteger denominator = factor.denominator();
    Magnitude radius = a.radiusMagnitude();
    if (!radius.isZero()) {
      radius =
          radius.times(Magnitude.atLeast(numerator, 0)).dividedBy(Magnitude.atMost(denominator, 0));
    }
    BigInteger product =
        numerator.equals(BigInteger.ONE) ? a.mantissa() : a.mantissa().multiply(numerator);
    return quotient(product, a.exponent(), denominator, 0, radius);
  }

  public Ball sqrt(Ball a) {
    if (a.isExact()) {
      if (a.mantissa().signum() < 0) {
        throw new DomainException("square root of " + a);
      }
      return squareRoot(a.center(), Magnitude.ZERO);
    }
    if (isWide(a)) {
      Dyadic low = a.lowerEnd();
      if (low.signum() < 0) {
        throw new DomainException("square root of " + a + ", which may be negative");
      }
      Dyadic high = a.upperEnd();
      Magnitude least = Magnitude.atMost(low.mantissa, low.exponent).sqrtDown();
      Magnitude greatest = Magnitude.atLeast(high.mantissa, high.exponent).sqrt();
      return Ball.ofEndpoints(dyadic(least), dyadic(greatest));
    }
    if (a.mantissa().signum() < 0) {
      throw new DomainException("square root of " + a);
    }
    // |sqrt x - sqrt m| = |x - m| / (sqrt x + sqrt m) <= r / sqrt m
    Magnitude radius =
        a.radiusMagnitude().dividedBy(Magnitude.atMost(a.mantissa(), a.exponent()).sqrtDown());
    return squareRoot(a.center(), radius);
  }

  private static Dyadic dyadic(Magnitude m) {
    return new Dyadic(BigInteger.valueOf(m.mantissa), m.exponent);
  }

  private Ball squareRoot(Dyadic x, Magnitude radius) {
    if (x.signum() == 0) {
      return Ball.of(BigInteger.ZERO, 0, radius);
    }
    long shift = Math.max(0, 2L * bits + 2 - x.mantissa.bitLength());
    if (((x.exponent - shift) & 1) != 0) {
      shift++;
    }
    BigInteger shifted = x.mantissa.shiftLeft((int) shift);
    BigInteger root = SquareRoot.floor(shifted);
    long exponent = (x.exponent - shift) / 2;
    boolean exact = radius.isZero() && root.multiply(root).equals(shifted);
    return rounded(root, exponent, exact ? radius : radius.plus(Magnitude.powerOfTwo(exponent)));
  }
}
