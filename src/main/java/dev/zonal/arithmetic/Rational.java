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
 * <p>Products and sums divide by common factors of their parts before these are multiplied (Knuth,
 * 4.5.1): a long number times a short one costs no divisor of two long ones. What a number is as a
 * double and as a decimal is the business of {@link BigFraction}.
 */
public final class Rational implements Parameter, Comparable<Rational> {
  public static final Rational ZERO = of(BigInteger.ZERO);
  public static final Rational ONE = of(BigInteger.ONE);

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private final BigInteger numerator;
  private final BigInteger denominator;

  /** A number in lowest terms, its denominator positive. */
  private Rational(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  private BigFraction fraction() {
    return BigFraction.of(numerator, denominator);
  }

  public static Rational of(long integer) {
    return of(BigInteger.valueOf(integer));
  }

  public static Rational of(BigInteger integer) {
    return new Rational(integer, BigInteger.ONE);
  }

  /**
   * numerator / denominator.
   *
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * numerator / denominator.
   *
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a fraction over zero");
    }
    BigInteger common = common(numerator, denominator);
    return signed(over(numerator, common), over(denominator, common));
  }

  /** The quotient of coprime integers. */
  private static Rational signed(BigInteger numerator, BigInteger denominator) {
    return denominator.signum() < 0
        ? new Rational(numerator.negate(), denominator.negate())
        : new Rational(numerator, denominator);
  }

  /** The greatest common divisor; the twos, which may be many, apart. */
  private static BigInteger common(BigInteger a, BigInteger b) {
    if (a.equals(BigInteger.ONE) || b.equals(BigInteger.ONE)) {
      return BigInteger.ONE;
    }
    if (a.signum() == 0 || b.signum() == 0) {
      return a.gcd(b);
    }
    int twosOfA = a.getLowestSetBit();
    int twosOfB = b.getLowestSetBit();
    return a.shiftRight(twosOfA).gcd(b.shiftRight(twosOfB)).shiftLeft(Math.min(twosOfA, twosOfB));
  }

  private static BigInteger over(BigInteger a, BigInteger divisor) {
    return divisor.equals(BigInteger.ONE) ? a : a.divide(divisor);
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
    BigFraction value = BigFraction.from(x);
    return of(value.getNumerator(), value.getDenominator());
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
    return numerator;
  }

  /** The denominator, which is positive. */
  public BigInteger denominator() {
    return denominator;
  }

  public Rational add(Rational other) {
    BigInteger common = common(denominator, other.denominator);
    BigInteger rest = over(denominator, common);
    BigInteger sum =
        numerator.multiply(over(other.denominator, common)).add(other.numerator.multiply(rest));
    BigInteger also = common(sum, common);
    return sum.signum() == 0
        ? ZERO
        : new Rational(over(sum, also), rest.multiply(over(other.denominator, also)));
  }

  public Rational add(long integer) {
    BigInteger whole = BigInteger.valueOf(integer);
    return new Rational(numerator.add(whole.multiply(denominator)), denominator);
  }

  public Rational subtract(Rational other) {
    return add(other.negate());
  }

  public Rational subtract(long integer) {
    BigInteger whole = BigInteger.valueOf(integer);
    return new Rational(numerator.subtract(whole.multiply(denominator)), denominator);
  }

  public Rational multiply(Rational other) {
    return product(numerator, denominator, other.numerator, other.denominator);
  }

  public Rational multiply(long integer) {
    return multiply(BigInteger.valueOf(integer));
  }

  public Rational multiply(BigInteger integer) {
    BigInteger common = common(integer, denominator);
    return new Rational(numerator.multiply(over(integer, common)), over(denominator, common));
  }

  /** The product of a/b and p/q, each in lowest terms, b not zero. */
  private static Rational product(BigInteger a, BigInteger b, BigInteger p, BigInteger q) {
    BigInteger first = common(a, q);
    BigInteger second = common(p, b);
    return signed(
        over(a, first).multiply(over(p, second)), over(b, second).multiply(over(q, first)));
  }

  /** this times 2^exponent. */
  public Rational shifted(int exponent) {
    BigInteger part = exponent >= 0 ? denominator : numerator;
    int twos = part.signum() == 0 ? 0 : Math.min(Math.abs(exponent), part.getLowestSetBit());
    int rest = Math.abs(exponent) - twos;
    if (signum() == 0) {
      return this;
    }
    return exponent >= 0
        ? new Rational(numerator.shiftLeft(rest), denominator.shiftRight(twos))
        : new Rational(numerator.shiftRight(twos), denominator.shiftLeft(rest));
  }

  /**
   * this / other.
   *
   * @throws ArithmeticException if the other number is zero
   */
  public Rational divide(Rational other) {
    return product(numerator, denominator, other.denominator, other.notZero().numerator);
  }

  /**
   * this / integer.
   *
   * @throws ArithmeticException if the integer is zero
   */
  public Rational divide(long integer) {
    return divide(of(integer));
  }

  /**
   * 1 / this.
   *
   * @throws ArithmeticException if this is zero
   */
  public Rational reciprocal() {
    return signed(denominator, notZero().numerator);
  }

  private Rational notZero() {
    if (isZero()) {
      throw new ArithmeticException("a division by zero");
    }
    return this;
  }

  public Rational negate() {
    return new Rational(numerator.negate(), denominator);
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
    return exponent < 0
        ? signed(/* numerator= */ denominator, /* denominator= */ notZero().numerator)
            .pow(Math.negateExact(exponent))
        : new Rational(numerator.pow(exponent), denominator.pow(exponent));
  }

  public int signum() {
    return numerator.signum();
  }

  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  @Override
  public boolean isZero() {
    return signum() == 0;
  }

  /** The greatest integer that is not greater. */
  public BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The integer part, towards zero, as far as it fits. */
  public int intValue() {
    return numerator.divide(denominator).intValue();
  }

  /** The integer part, towards zero, as far as it fits. */
  public long longValue() {
    return numerator.divide(denominator).longValue();
  }

  /** The nearest double, or an infinity. */
  public double doubleValue() {
    return fraction().doubleValue();
  }

  /** The decimal of so many significant digits that is nearest, half-even. */
  public BigDecimal decimal(int digits) {
    MathContext context = new MathContext(digits, RoundingMode.HALF_EVEN);
    int twos = denominator.getLowestSetBit();
    int fives = powerOfFive(denominator.shiftRight(twos));
    if (fives < 0) {
      return new BigDecimal(numerator).divide(new BigDecimal(denominator), context);
    }
    // A quotient that ends would be computed to all digits, and its zeros taken off one by one.
    int scale = Math.max(twos, fives);
    BigInteger factor = BigInteger.TWO.pow(scale - twos).multiply(FIVE.pow(scale - fives));
    return new BigDecimal(numerator.multiply(factor), scale).round(context);
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
    return fraction().bigDecimalValue(scale, mode);
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
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** How this number and an integer compare. */
  public int compareTo(long integer) {
    return compareTo(of(integer));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational that
        && numerator.equals(that.numerator)
        && denominator.equals(that.denominator);
  }

  @Override
  public int hashCode() {
    return 31 * numerator.hashCode() + denominator.hashCode();
  }

  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
