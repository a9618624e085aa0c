package dev.zonal.arithmetic.ball;

import dev.zonal.arithmetic.DomainException;
import dev.zonal.arithmetic.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A closed ball of real numbers: the midpoint {@code mantissa 2^exponent}, exactly, and a radius
 * that is only ever rounded up (docs/theory.md, section 2). A ball states that some exact real
 * number lies in it; two balls with the same midpoint and radius may stand for different numbers,
 * so a ball defines neither equality nor an order, only the three-valued questions below.
 *
 * <p>Exponents may be as large as 2^60 in absolute value; beyond that an {@link
 * ArithmeticException} is thrown. A positive radius far below 2^(-2^24) units of the midpoint is
 * enlarged to about that.
 */
public final class Ball {
  private static final long LARGEST_EXPONENT = 1L << 60;
  private static final long MOST_ACCURATE = 1L << 24;
  private static final Ball ZERO = new Ball(BigInteger.ZERO, 0, Magnitude.ZERO);

  private final BigInteger mantissa;
  private final long exponent;
  private final Magnitude radius;

  private Ball(BigInteger mantissa, long exponent, Magnitude radius) {
    this.mantissa = mantissa;
    this.exponent = exponent;
    this.radius = radius;
  }

  /** The integer {@code value}, exactly. */
  public static Ball exact(long value) {
    return exact(BigInteger.valueOf(value));
  }

  /** The integer {@code value}, exactly. */
  public static Ball exact(BigInteger value) {
    return of(value, 0, Magnitude.ZERO);
  }

  /**
   * The number that a double is.
   *
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public static Ball exact(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " is no number");
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    return of(BigInteger.valueOf((long) Math.scalb(value, -exponent)), exponent, Magnitude.ZERO);
  }

  /**
   * The ball with midpoint {@code mantissa 2^exponent} and a radius of at least {@code
   * radiusMantissa 2^radiusExponent}, larger only by rounding.
   *
   * @throws IllegalArgumentException if the radius is negative or its mantissa exceeds 2^62
   */
  public static Ball of(
      BigInteger mantissa, long exponent, long radiusMantissa, long radiusExponent) {
    if (radiusMantissa < 0 || radiusMantissa > 1L << 62) {
      throw new IllegalArgumentException("radius mantissa out of range: " + radiusMantissa);
    }
    return of(mantissa, exponent, Magnitude.atLeast(radiusMantissa, radiusExponent));
  }

  /** The ball with this midpoint and radius, its mantissa shortened to what the radius warrants. */
  public static Ball of(BigInteger mantissa, long exponent, Magnitude radius) {
    if (mantissa.signum() == 0) {
      exponent = 0;
      if (radius.isZero()) {
        return ZERO;
      }
    } else if (exponent > LARGEST_EXPONENT || exponent < -LARGEST_EXPONENT) {
      throw new DomainException("a number leaves the range of binary exponents: " + exponent);
    }
    if (!radius.isZero() && mantissa.signum() != 0) {
      if (radius.exponent - exponent > 32) {
        mantissa = Dyadic.shift(mantissa, exponent - radius.exponent);
        exponent = mantissa.signum() == 0 ? 0 : radius.exponent;
        radius = radius.plus(Magnitude.powerOfTwo(radius.exponent));
      } else if (exponent - radius.exponent > MOST_ACCURATE) {
        radius = Magnitude.powerOfTwo(exponent - MOST_ACCURATE + 31);
      }
    }
    if (radius.exponent > LARGEST_EXPONENT || radius.exponent < -LARGEST_EXPONENT) {
      throw new DomainException(
          "a number leaves the range of binary exponents: " + radius.exponent);
    }
    return new Ball(mantissa, exponent, radius);
  }

  /** A ball that contains both balls. It does not reach beyond zero if they do not. */
  public static Ball hull(Ball a, Ball b) {
    return ofEndpoints(
        Collections.min(List.of(a.lowerEnd(), b.lowerEnd())),
        Collections.max(List.of(a.upperEnd(), b.upperEnd())));
  }

  /**
   * A ball that contains the interval, wider by a factor of at most 1 + 2^-28, that keeps a
   * non-negative lower or a non-positive upper end point on its side of zero (docs/theory.md, Lemma
   * 2.4).
   */
  static Ball ofEndpoints(Dyadic lower, Dyadic upper) {
    if (lower.signum() < 0 && upper.signum() <= 0) {
      Ball mirrored =
          ofEndpoints(
              new Dyadic(upper.mantissa.negate(), upper.exponent),
              new Dyadic(lower.mantissa.negate(), lower.exponent));
      return of(mirrored.mantissa.negate(), mirrored.exponent, mirrored.radius);
    }
    long top = Math.max(lower.binaryOrder(), upper.binaryOrder());
    if (top == Long.MIN_VALUE) {
      return ZERO;
    }
    Dyadic difference =
        lower.signum() > 0 && upper.binaryOrder() - lower.binaryOrder() > 64
            ? upper
            : upper.plus(lower.mantissa.negate(), lower.exponent);
    long grid =
        difference.signum() == 0
            ? Math.min(lower.exponent, upper.exponent)
            : difference.binaryOrder() - 64;
    BigInteger low = lower.floorOn(grid);
    BigInteger high = upper.ceilingOn(grid);
    // the diameter on the half grid, then the midpoint that leaves the lower end point in its place
    Magnitude radius = Magnitude.atLeast(high.subtract(low), grid - 1);
    if (radius.isZero()) {
      return of(low, grid, radius);
    }
    long common = Math.min(grid, radius.exponent);
    BigInteger midpoint =
        low.shiftLeft((int) (grid - common))
            .add(BigInteger.valueOf(radius.mantissa).shiftLeft((int) (radius.exponent - common)));
    return new Ball(midpoint, common, radius);
  }

  /** The mantissa of the midpoint; not normalised. */
  public BigInteger mantissa() {
    return mantissa;
  }

  /** The binary exponent of the midpoint. */
  public long exponent() {
    return exponent;
  }

  /** The midpoint, an exact ball. */
  public Ball midpoint() {
    return isExact() ? this : new Ball(mantissa, exponent, Magnitude.ZERO);
  }

  /** The radius, an exact ball. */
  public Ball radius() {
    return of(BigInteger.valueOf(radius.mantissa), radius.exponent, Magnitude.ZERO);
  }

  public Magnitude radiusMagnitude() {
    return radius;
  }

  public boolean isExact() {
    return radius.isZero();
  }

  /**
   * The ball with the same midpoint whose radius is larger by at least every |e| in {@code error}.
   */
  public Ball inflate(Ball error) {
    return inflate(error.upperMagnitude());
  }

  public Ball inflate(Magnitude error) {
    return error.isZero() ? this : of(mantissa, exponent, radius.plus(error));
  }

  /** Exactly minus this ball. */
  public Ball negated() {
    return new Ball(mantissa.negate(), exponent, radius);
  }

  /** A ball of the same radius that contains |x| for every x in this one. */
  public Ball abs() {
    return mantissa.signum() < 0 ? negated() : this;
  }

  /** This ball times 2^distance, exactly. */
  public Ball shifted(long distance) {
    return mantissa.signum() == 0
        ? of(mantissa, 0, radius.shifted(distance))
        : of(mantissa, exponent + distance, radius.shifted(distance));
  }

  public Dyadic center() {
    return new Dyadic(mantissa, exponent);
  }

  public Dyadic lowerEnd() {
    return isExact()
        ? center()
        : center().plus(BigInteger.valueOf(-radius.mantissa), radius.exponent);
  }

  public Dyadic upperEnd() {
    return isExact()
        ? center()
        : center().plus(BigInteger.valueOf(radius.mantissa), radius.exponent);
  }

  /** An upper bound of |x| over the ball. */
  public Magnitude upperMagnitude() {
    return Magnitude.atLeast(mantissa, exponent).plus(radius);
  }

  /** A lower bound of |x| over the ball; positive unless the ball contains zero. */
  public Magnitude lowestMagnitude() {
    Magnitude quick = Magnitude.atMost(mantissa, exponent);
    if (isExact()) {
      return quick;
    }
    Magnitude difference = quick.minusDown(radius);
    if (difference.isZero() || difference.exponent < quick.exponent - 8) {
      Dyadic end = mantissa.signum() >= 0 ? lowerEnd() : upperEnd();
      return end.signum() == mantissa.signum()
          ? Magnitude.atMost(end.mantissa, end.exponent)
          : Magnitude.ZERO;
    }
    return difference;
  }

  /** True if every point is positive. */
  public boolean isPositive() {
    return mantissa.signum() > 0 && !lowestMagnitude().isZero();
  }

  /** True if every point is negative. */
  public boolean isNegative() {
    return mantissa.signum() < 0 && !lowestMagnitude().isZero();
  }

  /** True if every point is at least zero. */
  public boolean isNonNegative() {
    return mantissa.signum() >= 0 && (isPositive() || lowerEnd().signum() >= 0);
  }

  public boolean containsZero() {
    return !isPositive() && !isNegative();
  }

  /** True if every point of this ball is less than every point of the other. */
  public boolean certainlyLess(Ball other) {
    return upperEnd().compareTo(other.lowerEnd()) < 0;
  }

  /** True if every point of this ball is greater than every point of the other. */
  public boolean certainlyGreater(Ball other) {
    return other.certainlyLess(this);
  }

  public boolean contains(Rational value) {
    return lowerEnd().compareTo(value) <= 0 && upperEnd().compareTo(value) >= 0;
  }

  public boolean contains(Ball other) {
    return lowerEnd().compareTo(other.lowerEnd()) <= 0
        && upperEnd().compareTo(other.upperEnd()) >= 0;
  }

  public boolean overlaps(Ball other) {
    return !certainlyLess(other) && !certainlyGreater(other);
  }

  /** The lower end point, exactly. */
  public Rational lower() {
    return lowerEnd().toFraction();
  }

  /** The upper end point, exactly. */
  public Rational upper() {
    return upperEnd().toFraction();
  }

  /** The lower end point, rounded down to so many significant decimal digits. */
  public BigDecimal lowerDecimal(int significantDigits) {
    return lowerEnd().decimal(significantDigits, RoundingMode.FLOOR);
  }

  /** The upper end point, rounded up to so many significant decimal digits. */
  public BigDecimal upperDecimal(int significantDigits) {
    return upperEnd().decimal(significantDigits, RoundingMode.CEILING);
  }

  /**
   * The decimal with so many significant digits to which every point of this ball rounds, ties to
   * even; or nothing if the ball does not decide it. Zero is returned only for the exact zero.
   */
  public Optional<BigDecimal> decimal(int significantDigits) {
    if (significantDigits < 1) {
      throw new IllegalArgumentException("at least one digit, not " + significantDigits);
    }
    if (containsZero() && !isExact()) {
      return Optional.empty();
    }
    BigDecimal low = lowerEnd().decimal(significantDigits, RoundingMode.HALF_EVEN);
    if (isExact()) {
      return Optional.of(low);
    }
    BigDecimal high = upperEnd().decimal(significantDigits, RoundingMode.HALF_EVEN);
    return low.compareTo(high) == 0 ? Optional.of(low) : Optional.empty();
  }

  /** The double nearest to the midpoint. */
  public double toDouble() {
    return center().toDouble();
  }

  /** An e with {@code |x| < 2^e} for every x in the ball; the least long for the exact zero. */
  public long binaryOrder() {
    if (isExact()) {
      return center().binaryOrder();
    }
    return upperMagnitude().binaryOrder();
  }

  /** An e with {@code |x| >= 2^(e-1)} for every x in it; the least long if it contains zero. */
  public long lowerBinaryOrder() {
    Magnitude least = lowestMagnitude();
    return least.isZero() ? Long.MIN_VALUE : least.binaryOrder();
  }

  /**
   * The relative accuracy in bits, rounded down: the radius is below 2^-accuracyBits times the
   * midpoint. The greatest long for an exact ball, the least long for a midpoint of zero.
   */
  public long accuracyBits() {
    if (isExact()) {
      return Long.MAX_VALUE;
    }
    return mantissa.signum() == 0
        ? Long.MIN_VALUE
        : center().binaryOrder() - 1 - radius.binaryOrder();
  }

  /** Midpoint and radius to a few digits, for people. */
  @Override
  public String toString() {
    String middle = center().decimal(20, RoundingMode.HALF_EVEN).toString();
    return isExact() ? middle : middle + " +/- " + radius().center().decimal(3, RoundingMode.UP);
  }
}
