package dev.zonal.kernel;

import java.util.Locale;

/**
 * Somebody's input as it may stand in a message of one line: short, and nothing invisible in it.
 */
public final class Quotation {
  private static final int LONGEST = 80;

  private Quotation() {}

  /** The text between single quotes, shortened. */
  public static String of(String text) {
    return "'" + shortened(text) + "'";
  }

  /** What of the text fits, and how long it is if that is not all. */
  public static String shortened(String text) {
    StringBuilder shown = new StringBuilder();
    for (char c : text.toCharArray()) {
      String next = escaped(c);
      if (shown.length() + next.length() > LONGEST) {
        return shown + "... (" + text.length() + " characters)";
      }
      shown.append(next);
    }
    return shown.toString();
  }

  /** The text with every character escaped that is not printable ASCII. */
  public static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      line.append(escaped(c));
    }
    return line.toString();
  }

  private static String escaped(char c) {
    if (c >= ' ' && c <= '~') {
      return String.valueOf(c);
    }
    return c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format(Locale.ROOT, "\\u%04x", (int) c);
  }
}
