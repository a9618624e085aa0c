package dev.zonal.kernel.specification;

import dev.zonal.arithmetic.Parameter;
import dev.zonal.arithmetic.PrimitiveRoot;
import dev.zonal.arithmetic.Rational;
import dev.zonal.arithmetic.RationalPower;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.text.Quotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Exact numbers as one writes them: {@code 2}, {@code -1/2}, {@code 0.1} (one tenth), {@code .5},
 * {@code 1e-3}, powers such as {@code L^(-1/2)}, and roots such as {@code sqrt(3)/2}. The one
 * grammar of parameters and of points.
 */
public final class NumberSyntax {
  private static final int LARGEST_DIGITS = 1000;
  private static final BigInteger LARGEST_EXPONENT = BigInteger.valueOf(1000);

  /** Longer products are powers of 1000 digits at most only by chance, and slow to take apart. */
  private static final int LARGEST_PRODUCT = 2000;

  private static final int NO_DEPTH = 0;
  private static final String TOO_LARGE = "the power is too large or too small";

  private static final Pattern FRACTION = Pattern.compile("[-+]?[0-9]+/[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE]([-+]?[0-9]+))?");
  private static final Pattern POWER = Pattern.compile("([^\\^]*)\\^(?:\\(([^()]*)\\)|(-?[0-9]+))");
  private static final Pattern ROOT =
      Pattern.compile(
          "(?:([^*^()]*)([*/]))?"
              + "(?:sqrt\\(([^()]*)\\)|([0-9]+|\\([^()]*\\))\\^(\\([^()]*\\)|-?[0-9]+))"
              + "(?:/([0-9]+))?");
  private static final Pattern BASE = Pattern.compile("([0-9]+)|\\(([^()]*)\\)");

  private NumberSyntax() {}

  /** A rational number whose numerator and denominator have at most 1000 digits. */
  static Rational rational(String what, String text) {
    return rational(what, text, LARGEST_DIGITS);
  }

  /**
   * A rational number.
   *
   * @param what the piece to name in an error message, as in {@code c=x}
   * @param digits the most that numerator and denominator may have
   * @throws KernelSpecificationException naming the piece and what is allowed
   */
  public static Rational rational(String what, String text, int digits) {
    String tooLong = "numerator and denominator have at most " + digits + " digits";
    if (text.length() > 2 * digits + 100) {
      throw error(what, tooLong);
    }
    Rational value = FRACTION.matcher(text).matches() ? fraction(what, text) : decimal(what, text);
    // A bound on the value and not on its form, so that what is accepted can also be printed.
    BigInteger larger = value.numerator().abs().max(value.denominator());
    if (larger.compareTo(BigInteger.TEN.pow(digits)) >= 0) {
      throw error(what, tooLong);
    }
    return value;
  }

  private static Rational fraction(String what, String text) {
    BigInteger denominator = new BigInteger(text.substring(text.indexOf('/') + 1));
    if (denominator.signum() == 0) {
      throw error(what, "the denominator is zero");
    }
    return Rational.parse(text);
  }

  private static Rational decimal(String what, String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (!decimal.matches()) {
      throw error(what, "expected an exact number such as 2, 1/2 or 0.1");
    }
    String exponent = decimal.group(1);
    if (exponent != null && new BigInteger(exponent).abs().compareTo(LARGEST_EXPONENT) > 0) {
      throw error(what, "a decimal exponent is at most " + LARGEST_EXPONENT);
    }
    return Rational.of(new BigDecimal(text));
  }

  /**
   * A rational number, or a rational power of {@code L}, of an integer or of a rational in
   * brackets.
   */
  public static Parameter power(String what, String text, int depth) {
    if (text.equals("L")) {
      return Rational.of(depth);
    }
    Matcher power = POWER.matcher(text);
    if (!power.matches()) {
      if (text.contains("L") || text.contains("^")) {
        throw error(what, "a power is written like L^(-1/2) or L^2");
      }
      return rational(what, text);
    }
    return bounded(what, base(what, power.group(1), depth), exponent(what, power));
  }

  /**
   * A rational number, or a positive root: the square root of a rational number or a rational power
   * of an integer or of a rational in brackets, times and over rational numbers, as in {@code
   * 2*sqrt(5)}, {@code sqrt(3)/2}, {@code 1/2^(1/3)}.
   */
  static Parameter root(String what, String text) {
    Matcher root = ROOT.matcher(text);
    if (!root.matches()) {
      if (text.contains("sqrt") || text.contains("^") || text.contains("*")) {
        throw error(what, "a root is written like sqrt(3)/2, 2*sqrt(5) or 3^(1/3)");
      }
      return rational(what, text);
    }
    boolean isSquareRoot = root.group(3) != null;
    Rational base =
        isSquareRoot
            ? positive(what, rational(what, root.group(3)))
            : base(what, root.group(4), NO_DEPTH);
    Rational exponent =
        isSquareRoot ? Rational.of(1, 2) : rational(what, withoutBrackets(root.group(5)));
    boolean isDivisor = "/".equals(root.group(2));
    Rational factor =
        root.group(1) == null ? Rational.ONE : positive(what, rational(what, root.group(1)));
    if (root.group(6) != null) {
      factor = factor.divide(positive(what, rational(what, root.group(6))));
    }
    return times(what, factor, bounded(what, base, isDivisor ? exponent.negate() : exponent));
  }

  /** The product, which is a power of one rational number again, if it can be written down. */
  static Parameter times(String what, Rational factor, Parameter number) {
    if (number instanceof Rational rational) {
      return factor.multiply(rational);
    }
    RationalPower power = (RationalPower) number;
    BigInteger longer = factor.numerator().max(factor.denominator());
    BigInteger degree = power.exponent().denominator();
    if (digits(longer).multiply(degree).compareTo(BigInteger.valueOf(LARGEST_PRODUCT)) > 0) {
      throw error(what, TOO_LARGE);
    }
    Rational one =
        factor
            .pow(degree.intValueExact())
            .multiply(power.base().pow(power.exponent().numerator().intValueExact()));
    return bounded(what, one, Rational.of(BigInteger.ONE, degree));
  }

  /** The power of a parameter, if it can be written down. */
  static Parameter power(String what, Parameter number, Rational exponent) {
    return number instanceof RationalPower power
        ? bounded(what, power.base(), power.exponent().multiply(exponent))
        : bounded(what, (Rational) number, exponent);
  }

  private static String withoutBrackets(String text) {
    return text.startsWith("(") ? text.substring(1, text.length() - 1) : text;
  }

  private static Rational positive(String what, Rational value) {
    if (value.signum() <= 0) {
      throw error(what, "a root is taken of a positive number, times and over positive numbers");
    }
    return value;
  }

  /** base^exponent, if it can be written down; the base is positive. */
  private static Parameter bounded(String what, Rational base, Rational exponent) {
    // The bounds hold for the normal form, which is what is printed and read again.
    PrimitiveRoot normal = PrimitiveRoot.of(base);
    Rational normalExponent = exponent.multiply(normal.multiplicity());
    BigInteger digits =
        normalExponent.numerator().abs().multiply(digits(normal.root().numerator()));
    if (digits.compareTo(BigInteger.valueOf(LARGEST_DIGITS)) > 0) {
      throw error(what, TOO_LARGE);
    }
    if (normalExponent.denominator().compareTo(LARGEST_EXPONENT) > 0) {
      throw error(what, "the denominator of an exponent is at most " + LARGEST_EXPONENT);
    }
    return RationalPower.of(normal.root(), normalExponent);
  }

  private static Rational exponent(String what, Matcher power) {
    return rational(what, power.group(2) == null ? power.group(3) : power.group(2));
  }

  /** The exponent, if the text is {@code L} or a power of it. */
  static Optional<Rational> exponentOfDepth(String what, String text) {
    Matcher power = POWER.matcher(text);
    return text.equals("L")
        ? Optional.of(Rational.ONE)
        : power.matches() && power.group(1).equals("L")
            ? Optional.of(exponent(what, power))
            : Optional.empty();
  }

  private static BigInteger digits(BigInteger positive) {
    return BigInteger.valueOf(positive.toString().length());
  }

  private static Rational base(String what, String text, int depth) {
    if (text.equals("L")) {
      return Rational.of(depth);
    }
    Matcher base = BASE.matcher(text);
    if (base.matches()) {
      Rational value = rational(what, base.group(1) == null ? base.group(2) : base.group(1));
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
