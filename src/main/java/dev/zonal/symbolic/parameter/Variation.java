package dev.zonal.symbolic.parameter;

import dev.zonal.arithmetic.Rational;
import dev.zonal.symbolic.UnsupportedExpressionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked of formulas as functions of one parameter s: their derivatives by s, or their
 * series in powers of s - a, or of 1/s. Making one loads nothing of Symja.
 *
 * @param parameter its name in the specification
 * @param place a, {@code infinity}, or nothing for derivatives
 * @param order the last power of a series
 */
public record Variation(String parameter, String place, int order) {
  /** The last power where none is asked for. */
  public static final int ORDER = 3;

  /** Coefficients of higher ones are long, and are compared with numbers of many thousand bits. */
  static final int HIGHEST_ORDER = 12;

  private static final String INFINITY = "infinity";

  private static final Pattern SERIES = Pattern.compile("\\s*(\\w+)\\s*=\\s*(\\S+)\\s*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(/[1-9]\\d{0,8})?");

  /** The derivatives by a parameter. */
  public static Variation derivative(String parameter) {
    return new Variation(parameter, "", 1);
  }

  /**
   * The series that {@code parameter=place} asks for.
   *
   * @throws UnsupportedExpressionException if that is not the form of the text, or the order is out
   *     of range
   */
  public static Variation series(String text, int order) {
    Matcher matcher = SERIES.matcher(text);
    boolean isPlace =
        matcher.matches()
            && (matcher.group(2).equals(INFINITY) || NUMBER.matcher(matcher.group(2)).matches());
    if (!isPlace) {
      throw new UnsupportedExpressionException(
          "a series is asked for as alpha=0, alpha=1/2 or alpha=infinity, not as " + text);
    }
    if (order < 0 || order > HIGHEST_ORDER) {
      throw new UnsupportedExpressionException(
          "the order of a series in a parameter must be from 0 to %d, not %d"
              .formatted(HIGHEST_ORDER, order));
    }
    return new Variation(matcher.group(1), matcher.group(2), order);
  }

  boolean isDerivative() {
    return place.isEmpty();
  }

  boolean isAtInfinity() {
    return place.equals(INFINITY);
  }

  /** a, where that is a number. */
  Rational centre() {
    return Rational.parse(place);
  }

  /** What is asked for, in words. */
  String words() {
    return isDerivative()
        ? "the derivative by " + parameter
        : "the series at " + parameter + " = " + place;
  }

  /** The parameter for a small positive t: a + t, or 1/t. */
  Rational near(Rational t) {
    return isAtInfinity() ? t.reciprocal() : centre().add(t);
  }
}
