package dev.zonal.kernel;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.Rational;
import dev.zonal.text.Quotation;
import java.math.BigInteger;
import java.util.function.Predicate;

/**
 * The set of numbers a parameter may be taken from. The constructors of the kernels check against
 * it, and the catalogue prints its description, so that the two cannot disagree.
 */
public enum Range {
  DEPTH("an integer from 1 to 1000000", v -> v.isInteger() && within(v, 1, 1_000_000)),
  STEPS("an integer from 1 to 1000", v -> v.isInteger() && within(v, 1, 1_000)),
  DEGREE("an integer from 0 to 100", v -> v.isInteger() && within(v, 0, 100)),
  POWER("an integer from 1 to 100", v -> v.isInteger() && within(v, 1, 100)),
  LAYER("an integer from 1 to 1000001", v -> v.isInteger() && within(v, 1, 1_000_001)),
  TAPS(
      "an odd number from 1 to 9999, so that a window has a centre",
      v -> v.isInteger() && within(v, 1, 9_999) && v.numerator().testBit(0)),
  POSITIVE("a positive rational number", v -> v.signum() > 0),
  NON_NEGATIVE("a non-negative rational number", v -> v.signum() >= 0),
  UP_TO_TWO("a rational number above 0 and at most 2", v -> v.signum() > 0 && within(v, 0, 2)),
  HALF_INTEGER(
      "1/2, 3/2, 5/2, ... up to 2001/2",
      v -> v.denominator().equals(BigInteger.TWO) && v.signum() > 0 && within(v, 0, 1001)),
  SMOOTHNESS(
      "a positive rational number up to 2001/2",
      v -> v.signum() > 0 && v.multiply(2).compareTo(Rational.of(2001)) <= 0),
  ORDER("a positive rational number up to 1000", v -> v.signum() > 0 && within(v, 0, 1000)),
  RATIO(
      "a rational number above 0 and below 1",
      v -> v.signum() > 0 && v.compareTo(Rational.ONE) < 0),
  EXPONENT("a rational number from -1000 to 1000", v -> within(v, -1000, 1000)),
  ANY("a rational number", v -> true);

  private final String description;
  private final Predicate<Rational> contains;

  Range(String description, Predicate<Rational> contains) {
    this.description = description;
    this.contains = contains;
  }

  /** What is allowed, in words that follow "must be". */
  public String description() {
    return description;
  }

  public boolean contains(Rational value) {
    return contains.test(value);
  }

  /**
   * The parameter itself, if it lies in this range; what is an interval is checked by those who
   * read it, and other parameters are positive, which is all that is asked of them.
   */
  public Parameter check(String key, Parameter value) {
    if (value instanceof Rational rational) {
      check(key, rational);
    }
    return value;
  }

  public Rational check(String key, Rational value) {
    if (!contains(value)) {
      throw new KernelSpecificationException(
          "%s=%s: %s must be %s"
              .formatted(key, Quotation.shortened(value.toString()), key, description));
    }
    return value;
  }

  public int check(String key, int value) {
    check(key, Rational.of(value));
    return value;
  }

  private static boolean within(Rational v, long low, long high) {
    return v.compareTo(low) >= 0 && v.compareTo(high) <= 0;
  }
}
