package dev.zonal.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A rational number, in lowest terms with a positive denominator. It prints as {@code -3/2} or
 * {@code 7}. Equal numbers are equal objects.
 *
 * <p>The operations are those of {@link BigFraction}, whose values may carry the sign below the
 * line.
 */
public final class Rational implements Parameter, Comparable<Rational> {
  public static final Rational ZERO = new Rational(BigFraction.ZERO);
  public static final Rational ONE = new Rational(BigFraction.ONE);

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private final BigFraction value;

  private Rational(BigFraction value) {
    this.value =
        value.getDenominator().signum() < 0
            ? BigFraction.of(value.getNumerator().negate(), value.getDenominator().negate())
            : value;
  }

  public static Rational of(long integer) {
    return new Rational(BigFraction.of(integer));
  }

  public static Rational of(BigInteger integer) {
    return new Rational(BigFraction.of(integer));
  }

  /**
   * numerator / denominator.
   *
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(long numerator, long denominator) {
    return new Rational(BigFraction.of(numerator, denominator));
  }

  /**
   * numerator / denominator.
   *
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    return new Rational(BigFraction.of(numerator, denominator));
  }

  /** The number that a decimal is. */
  public static Rational of(BigDecimal decimal) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
    return decimal.scale() > 0
        ? of(decimal.unscaledValue(), power)
        : of(decimal.unscaledValue().multiply(power));
  }

  /**
   * The number that a double is.
   *
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public static Rational of(double x) {
    return new Rational(BigFraction.from(x));
  }

  /**
   * The number that is printed like this.
   *
   * @throws NumberFormatException if it is neither an integer nor a fraction of integers
   */
  public static Rational parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? of(new BigInteger(text))
        : of(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
  }

  public BigInteger numerator() {
    return value.getNumerator();
  }

  /** The denominator, which is positive. */
  public BigInteger denominator() {
    return value.getDenominator();
  }

  public Rational add(Rational other) {
    return new Rational(value.add(other.value));
  }

  public Rational add(long integer) {
    return new Rational(value.add(BigInteger.valueOf(integer)));
  }

  public Rational subtract(Rational other) {
    return new Rational(value.subtract(other.value));
  }

  public Rational subtract(long integer) {
    return new Rational(value.subtract(BigInteger.valueOf(integer)));
  }

  public Rational multiply(Rational other) {
    return new Rational(value.multiply(other.value));
  }

  public Rational multiply(long integer) {
    return new Rational(value.multiply(BigInteger.valueOf(integer)));
  }

  public Rational multiply(BigInteger integer) {
    return new Rational(value.multiply(integer));
  }

  /**
   * this / other.
   *
   * @throws ArithmeticException if the other number is zero
   */
  public Rational divide(Rational other) {
    return new Rational(value.divide(other.value));
  }

  /**
   * this / integer.
   *
   * @throws ArithmeticException if the integer is zero
   */
  public Rational divide(long integer) {
    return new Rational(value.divide(BigInteger.valueOf(integer)));
  }

  /**
   * 1 / this.
   *
   * @throws ArithmeticException if this is zero
   */
  public Rational reciprocal() {
    return new Rational(value.reciprocal());
  }

  public Rational negate() {
    return new Rational(value.negate());
  }

  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /**
   * this^exponent.
   *
   * @throws ArithmeticException for a negative power of zero
   */
  public Rational pow(int exponent) {
    return new Rational(value.pow(exponent));
  }

  public int signum() {
    return value.signum();
  }

  public boolean isInteger() {
    return value.getDenominator().equals(BigInteger.ONE);
  }

  @Override
  public boolean isZero() {
    return signum() == 0;
  }

  /** The greatest integer that is not greater. */
  public BigInteger floor() {
    BigInteger[] parts = numerator().divideAndRemainder(denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The integer part, towards zero, as far as it fits. */
  public int intValue() {
    return value.intValue();
  }

  /** The integer part, towards zero, as far as it fits. */
  public long longValue() {
    return value.longValue();
  }

  /** The nearest double, or an infinity. */
  public double doubleValue() {
    return value.doubleValue();
  }

  /** The decimal of so many significant digits that is nearest, half-even. */
  public BigDecimal decimal(int digits) {
    MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
    int twos = denominator().getLowestSetBit();
    int fives = powerOfFive(denominator().shiftRight(twos));
    if (fives < 0) {
      return new BigDecimal(numerator()).divide(new BigDecimal(denominator()), context);
    }
    // A quotient that ends would be computed to all digits, and its zeros taken off one by one.
    int scale = Math.max(twos, fives);
    BigInteger factor = BigInteger.TWO.pow(scale - twos).multiply(FIVE.pow(scale - fives));
    return new BigDecimal(numerator().multiply(factor), scale).round(context);
  }

  /** n, if the positive integer is 5^n; -1 if it is no power of five. */
  private static int powerOfFive(BigInteger positive) {
    int n = (int) Math.round((positive.bitLength() - 1) * Math.log(2) / Math.log(5));
    for (int candidate = n; candidate <= n + 1; candidate++) {
      if (FIVE.pow(candidate).equals(positive)) {
        return candidate;
      }
    }
    return -1;
  }

  /** The number rounded to a decimal with so many digits after the point. */
  public BigDecimal toScale(int scale, RoundingMode mode) {
    return value.bigDecimalValue(scale, mode);
  }

  @Override
  public <T> T in(Arithmetic<T> over) {
    return over.of(this);
  }

  @Override
  public Optional<Rational> rationalSquare() {
    return Optional.of(multiply(this));
  }

  @Override
  public int compareTo(Rational other) {
    return value.compareTo(other.value);
  }

  /** How this number and an integer compare. */
  public int compareTo(long integer) {
    return compareTo(of(integer));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return isInteger() ? numerator().toString() : numerator() + "/" + denominator();
  }
}
