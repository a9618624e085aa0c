package dev.zonal.data.file;

import dev.zonal.arithmetic.Rational;
import dev.zonal.data.input.DataException;
import dev.zonal.kernel.KernelSpecificationException;
import dev.zonal.kernel.specification.NumberSyntax;
import dev.zonal.text.Quotation;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The numbers of files of text: exact decimals and fractions, and nothing else. */
final class Numbers {
  static final String NOT_FINITE = "NaN and infinities are no numbers";

  private static final int MOST_DIGITS = 1000;
  private static final Set<String> WORDS =
      Set.of("nan", "inf", "infinity", "na", "n/a", "null", "none");

  /** How numbers begin, and no names do. */
  private static final Pattern NUMBER = Pattern.compile("^[-+.]*[0-9]");

  private Numbers() {}

  /**
   * The number that a text is.
   *
   * @throws DataException if it is none
   */
  static Rational parse(Place place, String text) {
    String number = unquoted(text);
    if (number.isEmpty()) {
      throw place.wrong("there is no number");
    }
    if (isNotFinite(number)) {
      throw place.wrong(Quotation.of(number) + ", and " + NOT_FINITE);
    }
    try {
      return NumberSyntax.rational(number, number, MOST_DIGITS);
    } catch (KernelSpecificationException e) {
      throw place.wrong(e.getMessage());
    }
  }

  /** Whether a text is a word for what is not there, or not finite. */
  static boolean isNotFinite(String text) {
    return WORDS.contains(unquoted(text).toLowerCase(Locale.ROOT).replaceFirst("^[-+]", ""));
  }

  /** Whether a text is meant as a number, or stands in the place of one: it has a digit. */
  static boolean isMeantAsNumber(String text) {
    String number = unquoted(text);
    return number.isEmpty() || isNotFinite(number) || NUMBER.matcher(number).find();
  }

  private static String unquoted(String text) {
    String stripped = text.strip();
    boolean isQuoted =
        stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
    return isQuoted ? stripped.substring(1, stripped.length() - 1).strip() : stripped;
  }
}
