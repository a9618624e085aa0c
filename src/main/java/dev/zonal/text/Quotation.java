package dev.zonal.text;

import java.util.Locale;
import java.util.stream.Collectors;

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
    return text.chars().mapToObj(c -> escaped((char) c)).collect(Collectors.joining());
  }

  /**
   * The text as it may be shown on a terminal: lines and letters of every language, but nothing
   * that moves the cursor, changes colours or the direction of writing.
   */
  public static String shown(String text) {
    return text.codePoints().mapToObj(Quotation::shown).collect(Collectors.joining());
  }

  private static String shown(int codePoint) {
    String text = Character.toString(codePoint);
    boolean isShown = codePoint == '\n' || codePoint == '\t' || isVisible(codePoint);
    return isShown ? text : oneLine(text);
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String escaped(char c) {
    if (c >= ' ' && c <= '~') {
      return String.valueOf(c);
    }
    return c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format(Locale.ROOT, "\\u%04x", (int) c);
  }
}
