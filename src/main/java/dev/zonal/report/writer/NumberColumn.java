package dev.zonal.report.writer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the numbers of a column need of room.
 *
 * @param signed whether one is negative
 * @param whole the most digits before the point
 * @param decimals the most behind it
 * @param exponent the most digits of an exponent, 0 if there is none
 * @param signedExponent whether an exponent is negative
 */
record NumberColumn(boolean signed, int whole, int decimals, int exponent, boolean signedExponent) {
  private static final Pattern NUMBER =
      Pattern.compile("(-?)([0-9]+)(?:\\.([0-9]+))?(?:e(-?)([0-9]+))?");

  /** Of a column's texts; empty if one is neither a number nor empty, or none is a number. */
  static Optional<NumberColumn> of(List<String> texts) {
    NumberColumn room = new NumberColumn(false, 0, 0, 0, false);
    for (String text : texts) {
      Matcher number = NUMBER.matcher(text);
      if (number.matches()) {
        room =
            new NumberColumn(
                room.signed || !number.group(1).isEmpty(),
                Math.max(room.whole, length(number.group(2))),
                Math.max(room.decimals, length(number.group(3))),
                Math.max(room.exponent, length(number.group(5))),
                room.signedExponent || "-".equals(number.group(4)));
      } else if (!text.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(room).filter(some -> some.whole > 0);
  }

  private static int length(String digits) {
    return digits == null ? 0 : digits.length();
  }

  /** As siunitx is told. */
  String format() {
    return (signed ? "-" : "")
        + whole
        + (decimals > 0 ? "." + decimals : "")
        + (exponent > 0 ? "e" + (signedExponent ? "-" : "") + exponent : "");
  }
}
