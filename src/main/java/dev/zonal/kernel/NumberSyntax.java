package dev.zonal.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Exact numbers as one writes them: {@code 2}, {@code -1/2}, {@code 0.1} (one tenth), {@code 1e-3},
 * and powers such as {@code L^(-1/2)}.
 */
final class NumberSyntax {
  private static final int LONGEST = 2100;
  private static final int LARGEST_DIGITS = 1000;
  private static final BigInteger LARGEST_EXPONENT = BigInteger.valueOf(1000);

  private static final String TOO_LONG =
      "numerator and denominator have at most " + LARGEST_DIGITS + " digits";

  private static final Pattern FRACTION = Pattern.compile("(-?[0-9]+)/([0-9]+)");
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE]([-+]?[0-9]+))?");
  private static final Pattern POWER = Pattern.compile("([^\\^]*)\\^(?:\\(([^()]*)\\)|(-?[0-9]+))");
  private static final Pattern BASE = Pattern.compile("([0-9]+)|\\(([^()]*)\\)");

  private NumberSyntax() {}

  /**
   * @param what the piece to name in an error message, as in {@code c=x}
   */
  static BigFraction rational(String what, String text) {
    if (text.length() > LONGEST) {
      throw error(what, TOO_LONG);
    }
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches()) {
      BigInteger denominator = new BigInteger(fraction.group(2));
      if (denominator.signum() == 0) {
        throw error(what, "the denominator is zero");
      }
      return bounded(what, BigFraction.of(new BigInteger(fraction.group(1)), denominator));
    }
    Matcher decimal = DECIMAL.matcher(text);
    if (!decimal.matches()) {
      throw error(what, "expected an exact number such as 2, 1/2 or 0.1");
    }
    String exponent = decimal.group(1);
    if (exponent != null && new BigInteger(exponent).abs().compareTo(LARGEST_EXPONENT) > 0) {
      throw error(what, "a decimal exponent is at most " + LARGEST_EXPONENT);
    }
    BigDecimal value = new BigDecimal(text);
    BigInteger power = BigInteger.TEN.pow(Math.abs(value.scale()));
    return bounded(
        what,
        value.scale() > 0
            ? BigFraction.of(value.unscaledValue(), power)
            : BigFraction.of(value.unscaledValue().multiply(power)));
  }

  /** A bound on the value and not on its form, so that what is accepted can also be printed. */
  private static BigFraction bounded(String what, BigFraction value) {
    BigInteger larger = value.getNumerator().abs().max(value.getDenominator().abs());
    if (larger.compareTo(BigInteger.TEN.pow(LARGEST_DIGITS)) >= 0) {
      throw error(what, TOO_LONG);
    }
    return value;
  }

  /**
   * A rational number, or a rational power of {@code L}, of an integer or of a rational in
   * brackets.
   */
  static Parameter power(String what, String text, int depth) {
    if (text.equals("L")) {
      return Rational.of(depth);
    }
    Matcher power = POWER.matcher(text);
    if (!power.matches()) {
      if (text.contains("L") || text.contains("^")) {
        throw error(what, "a power is written like L^(-1/2) or L^2");
      }
      return new Rational(rational(what, text));
    }
    BigFraction base = base(what, power.group(1), depth);
    BigFraction exponent = rational(what, power.group(2) == null ? power.group(3) : power.group(2));
    // The bounds hold for the normal form, which is what is printed and read again.
    PrimitiveRoot normal = PrimitiveRoot.of(base);
    BigFraction normalExponent = exponent.multiply(normal.multiplicity());
    BigInteger digits =
        normalExponent.getNumerator().abs().multiply(digits(normal.root().getNumerator()));
    if (digits.compareTo(BigInteger.valueOf(LARGEST_DIGITS)) > 0) {
      throw error(what, "the power is too large or too small");
    }
    if (normalExponent.getDenominator().compareTo(LARGEST_EXPONENT) > 0) {
      throw error(what, "the denominator of an exponent is at most " + LARGEST_EXPONENT);
    }
    return RationalPower.of(normal.root(), normalExponent);
  }

  private static BigInteger digits(BigInteger positive) {
    return BigInteger.valueOf(positive.toString().length());
  }

  private static BigFraction base(String what, String text, int depth) {
    if (text.equals("L")) {
      return BigFraction.of(depth);
    }
    Matcher base = BASE.matcher(text);
    if (base.matches()) {
      BigFraction value = rational(what, base.group(1) == null ? base.group(2) : base.group(1));
      if (value.signum() > 0) {
        return value;
      }
    }
    throw error(
        what,
        "the base of a power must be L, a positive integer or a positive rational in brackets");
  }

  private static KernelSpecificationException error(String what, String message) {
    return new KernelSpecificationException(Quotation.shortened(what) + ": " + message);
  }
}
