package dev.zonal.text;

import java.math.BigDecimal;

/**
 * Decimal numbers in the notation of all of Zonal's formats: {@code -1.250e-3}, and {@code 0} for
 * zero.
 */
public final class ScientificNotation {
  private ScientificNotation() {}

  /**
   * The number with all of its digits, trailing zeros left out.
   *
   * @return {@code -?D(.D+)?e-?N}, or {@code 0}
   */
  public static String of(BigDecimal value) {
    return value.signum() == 0 ? "0" : digits(value.stripTrailingZeros(), 1);
  }

  /**
   * The number with exactly the given significant digits, trailing zeros among them.
   *
   * @param value a number that has no more significant digits than that
   * @throws IllegalArgumentException if it has more
   */
  public static String of(BigDecimal value, int significantDigits) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.precision() > significantDigits) {
      throw new IllegalArgumentException(value + " has more than " + significantDigits + " digits");
    }
    return digits(stripped, significantDigits);
  }

  private static String digits(BigDecimal value, int atLeast) {
    String digits = value.unscaledValue().abs().toString();
    long exponent = digits.length() - 1L - value.scale();
    StringBuilder text = new StringBuilder(Math.max(atLeast, digits.length()) + 16);
    if (value.signum() < 0) {
      text.append('-');
    }
    text.append(digits.charAt(0));
    if (Math.max(atLeast, digits.length()) > 1) {
      text.append('.').append(digits, 1, digits.length());
      text.append("0".repeat(Math.max(0, atLeast - digits.length())));
    }
    return text.append('e').append(exponent).toString();
  }
}
