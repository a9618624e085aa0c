package dev.zonal.kernel;

import java.math.BigInteger;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The set of numbers a parameter may be taken from. The constructors of the kernels check against
 * it, and the catalogue prints its description, so that the two cannot disagree.
 */
public enum Range {
  DEPTH("an integer from 1 to 1000000", v -> isInteger(v) && within(v, 1, 1_000_000)),
  DEGREE("0 or 1", v -> isInteger(v) && within(v, 0, 1)),
  POSITIVE("a positive rational number", v -> v.signum() > 0),
  NON_NEGATIVE("a non-negative rational number", v -> v.signum() >= 0),
  UP_TO_TWO("a rational number above 0 and at most 2", v -> v.signum() > 0 && within(v, 0, 2)),
  HALF_INTEGER(
      "1/2, 3/2, 5/2, ... up to 2001/2",
      v -> positiveDenominator(v).equals(BigInteger.TWO) && v.signum() > 0 && within(v, 0, 1001)),
  EXPONENT("a rational number from -1000 to 1000", v -> within(v, -1000, 1000)),
  ANY("a rational number", v -> true);

  private final String description;
  private final Predicate<BigFraction> contains;

  Range(String description, Predicate<BigFraction> contains) {
    this.description = description;
    this.contains = contains;
  }

  /** What is allowed, in words that follow "must be". */
  public String description() {
    return description;
  }

  public boolean contains(BigFraction value) {
    return contains.test(value);
  }

  /**
   * The parameter itself, if it lies in this range; a parameter that is not rational is positive,
   * which is all that is asked of it.
   */
  Parameter check(String key, Parameter value) {
    if (value instanceof Rational rational) {
      check(key, rational.value());
    }
    return value;
  }

  BigFraction check(String key, BigFraction value) {
    BigFraction reduced = new Rational(value).value();
    if (!contains(reduced)) {
      throw new KernelSpecificationException(
          key
              + "="
              + Quotation.shortened(new Rational(value).toString())
              + ": "
              + key
              + " must be "
              + description);
    }
    return reduced;
  }

  int check(String key, int value) {
    check(key, BigFraction.of(value));
    return value;
  }

  private static boolean isInteger(BigFraction v) {
    return positiveDenominator(v).equals(BigInteger.ONE);
  }

  private static BigInteger positiveDenominator(BigFraction v) {
    return v.getDenominator().abs();
  }

  private static boolean within(BigFraction v, long low, long high) {
    // Not compareTo: commons-numbers 1.2 gets the order of two negative fractions wrong.
    return v.subtract(low).signum() >= 0 && v.subtract(high).signum() <= 0;
  }
}
